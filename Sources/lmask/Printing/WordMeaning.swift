internal import Analysis
internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// A word of a passage and what it means.
struct WordMeaning: Equatable {
  /// The ordinal of its concept.
  let concept: Int
  /// As the thesaurus calls it, or the short form that the passage writes.
  let word: String
  /// What a short form is short for.
  let name: String?
  let meaning: String
}

/// Chooses the words to explain: those that few people know, each once, and few at a time.
struct HardWords {
  /// A longer list would be one more thing to read.
  static let mostInAnAnswer = 3

  private let reader: IndexReader
  /// Ordinals of concepts that need no word any more. An array, because there are few, and a set of
  /// numbers is a type to be made at run time.
  private var told: [Int] = []

  init(_ reader: IndexReader) { self.reader = reader }

  /// Those that were read are known from now on.
  mutating func tell(_ meanings: [[WordMeaning]]) {
    for found in meanings { told += found.map(\.concept) }
  }

  /// What to explain under each of some results, the rarest words first.
  ///
  /// - Parameters:
  ///   - count: how many results are shown with their passages.
  ///   - words: of the answerer, which knows those of the passages.
  func meanings(
    of answer: Answer, first count: Int, words: inout ShownWords
  ) throws(IndexError) -> [[WordMeaning]] {
    guard reader.concepts.count > 0 else { return answer.results.prefix(count).map { _ in [] } }
    var passed = told
    passed += try concepts(in: "\(answer.question) . \(answer.inherited ?? "")", &words)
    var left = Self.mostInAnAnswer
    var meanings: [[WordMeaning]] = []
    for result in answer.results.prefix(count) {
      let found = try hardWords(in: result.passage, except: passed, &words).prefix(left)
      passed += found.map(\.concept)
      left -= found.count
      meanings.append(Array(found))
    }
    return meanings
  }

  private func hardWords(
    in passage: Passage, except known: [Int], _ words: inout ShownWords
  ) throws(IndexError) -> [WordMeaning] {
    let topic = try concepts(in: passage.headings.joined(separator: " . "), &words)
    let tokens = words.tokens(of: passage.text, citing: !passage.citations.isEmpty)
    var passed = known + topic
    var found: [(frequency: Int, word: WordMeaning)] = []
    for match in try ConceptFinder.matches(in: tokens, from: reader.concepts)
    where !passed.contains(match.phrase.concept) {
      let range = match.token(in: tokens).range
      guard let word = try meaning(of: match.phrase, range, passage.text) else { continue }
      passed.append(match.phrase.concept)
      let entry = try reader.dictionary.entry(for: match.phrase.conceptTerm)
      found.append((entry?.passageCount ?? 0, word))
    }
    // Words equally rare stay in the order of the text: sorting is stable.
    return found.sorted { $0.frequency < $1.frequency }.map(\.word)
  }

  private func concepts(
    in text: String, _ words: inout ShownWords
  ) throws(IndexError) -> [Int] {
    let tokens = words.tokens(of: text)
    return try ConceptFinder.matches(in: tokens, from: reader.concepts).map(\.phrase.concept)
  }

  /// Nil for a word that needs no explanation, or has none. Everyday words are known, and a
  /// paraphrase explains itself.
  private func meaning(
    of phrase: Phrase, _ range: Range<Int>, _ text: String
  ) throws(IndexError) -> WordMeaning? {
    let word = text.slice(range).onOneLine
    let concept = try reader.concepts.meaning(ofConcept: phrase.concept)
    let isName = word.lowercased().hasPrefix(concept.name.lowercased())
    guard let meaning = concept.meaning, isName || word.isAbbreviation, !concept.name.isEveryday,
      !text.explains(range, meaning)
    else { return nil }
    return WordMeaning(
      concept: phrase.concept, word: isName ? concept.name : word,
      name: isName ? nil : concept.name, meaning: meaning)
  }
}

extension String {
  fileprivate var isEveryday: Bool {
    lowercased().split { !$0.isLetter }.allSatisfy {
      EverydayWords.contains(String($0)) || Self.wordsOfIllness.contains(String($0))
    }
  }

  /// Common English words that `EverydayWords` leaves to the documents, and that are known all the
  /// same.
  private static let wordsOfIllness = [
    "abbreviation", "blood", "cancer", "care", "cell", "cells", "chills", "confusion", "consent",
    "crisis", "cure", "diagnosis", "drowsiness", "effect", "effects", "emergency", "hair",
    "headache", "health", "hospice", "loss", "numbness", "outlook", "pain", "prevention", "primary",
    "scalp", "side", "skin", "spine", "surgery", "survival", "thoughts", "trial", "tumour",
    "vision", "wound",
  ]

  /// Whether the text itself tells what a word in it means.
  fileprivate func explains(_ range: Range<Int>, _ meaning: String) -> Bool {
    let rest = slice(range.upperBound..<utf8.count)
    return holds(meaning) || [" means ", " is a ", " is an "].contains { rest.hasPrefix($0) }
  }

  /// Whether a text stands in it, byte for byte.
  private func holds(_ text: String) -> Bool {
    let (bytes, sought) = (utf8.span, text.utf8.span)
    guard let first = text.utf8.first, bytes.count >= sought.count else { return text.isEmpty }
    for start in 0...bytes.count - sought.count where bytes[start] == first {
      var length = 1
      while length < sought.count, bytes[start + length] == sought[length] { length += 1 }
      if length == sought.count { return true }
    }
    return false
  }
}
