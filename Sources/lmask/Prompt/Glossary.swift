internal import Analysis
internal import Corpus
internal import InvertedIndex

/// The thesaurus as a list of words and their meanings.
struct Glossary {
  private let concepts: ConceptStore

  init(_ concepts: ConceptStore) { self.concepts = concepts }

  /// What is found for a word.
  enum Found: Equatable {
    case known(String)
    case nearest(word: String, String)
    case unknown
  }

  /// Every wording of every concept, names first within each, in the thesaurus's order.
  func words() throws(IndexError) -> [String] {
    var words: [String] = []
    for ordinal in 0..<concepts.count {
      words += try concepts.concept(ordinal).wordings.map(\.text)
    }
    return words
  }

  /// What is worth typing: the names of the concepts and their abbreviations. Other wordings hold
  /// misspellings, which are there to be understood, not to be offered.
  func names() throws(IndexError) -> [String] {
    var names: [String] = []
    for ordinal in 0..<concepts.count {
      let concept = try concepts.concept(ordinal)
      names.append(concept.name)
      names += concept.wordings.map(\.text).filter(\.isAbbreviation)
    }
    return names
  }

  /// The meaning of a word or phrase, or of the nearest that is known; case does not matter.
  func meaning(of word: String) throws(IndexError) -> Found {
    if let sentence = try sentence(for: word) { return .known(sentence) }
    guard let nearest = NearestWord.of(word, among: try words()),
      let sentence = try sentence(for: nearest)
    else { return .unknown }
    return .nearest(word: nearest, sentence)
  }

  private func sentence(for word: String) throws(IndexError) -> String? {
    let wanted = word.folded.lowercased()
    for ordinal in 0..<concepts.count {
      let concept = try concepts.concept(ordinal)
      guard concept.wordings.contains(where: { $0.text.lowercased() == wanted }) else { continue }
      return sentence(concept, isName: concept.name.lowercased() == wanted, word)
    }
    return nil
  }

  private func sentence(_ concept: Concept, isName: Bool, _ word: String) -> String {
    let head = isName ? concept.name : "\(word), here the same as \(concept.name)"
    let also = concept.wordings.map(\.text).filter { $0 != concept.name }.prefix(5)
    let meaning =
      concept.meaning
      ?? (also.isEmpty ? "no meaning is given" : "also " + also.joined(separator: ", "))
    return "\(head): \(meaning)." + (concept.isAbsent ? " The documents do not tell of it." : "")
  }
}

extension StringProtocol {
  /// Has a capital after its first letter, and is one word.
  var isAbbreviation: Bool {
    // Of ASCII, nearly all words, each byte is a letter of its own.
    guard utf8.allSatisfy({ $0 < 0x80 }) else {
      return dropFirst().contains(where: \.isUppercase) && !contains(" ")
    }
    return utf8.dropFirst().contains { (0x41...0x5A).contains($0) } && !utf8.contains(0x20)
  }
}
