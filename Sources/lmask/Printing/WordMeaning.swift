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
  private var analyzer = Analyzer.standard()
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
  /// - Parameter count: how many results are shown with their passages.
  mutating func meanings(
    of answer: Answer, first count: Int
  ) throws(IndexError) -> [[WordMeaning]] {
    var passed = told
    passed += try concepts(in: "\(answer.question) . \(answer.inherited ?? "")")
    var left = Self.mostInAnAnswer
    var meanings: [[WordMeaning]] = []
    for result in answer.results.prefix(count) {
      let found = try words(in: result.passage, except: passed).prefix(left)
      passed += found.map(\.concept)
      left -= found.count
      meanings.append(Array(found))
    }
    return meanings
  }

  private mutating func words(
    in passage: Passage, except known: [Int]
  ) throws(IndexError) -> [WordMeaning] {
    let topic = try concepts(in: passage.headings.joined(separator: " . "))
    let tokens = analyzer.tokens(of: passage.text, citing: !passage.citations.isEmpty)
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

  private mutating func concepts(in text: String) throws(IndexError) -> [Int] {
    let tokens = analyzer.tokens(of: text)
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
  private static let wordsOfIllness: Set = [
    "abbreviation", "blood", "cancer", "care", "cell", "cells", "chills", "confusion", "consent",
    "crisis", "cure", "diagnosis", "drowsiness", "effect", "effects", "emergency", "hair",
    "headache", "health", "hospice", "loss", "numbness", "outlook", "pain", "prevention", "primary",
    "scalp", "side", "skin", "spine", "surgery", "survival", "thoughts", "trial", "tumour",
    "vision", "wound",
  ]

  /// Whether the text itself tells what a word in it means.
  fileprivate func explains(_ range: Range<Int>, _ meaning: String) -> Bool {
    let rest = slice(range.upperBound..<utf8.count)
    return contains(meaning) || [" means ", " is a ", " is an "].contains { rest.hasPrefix($0) }
  }
}
