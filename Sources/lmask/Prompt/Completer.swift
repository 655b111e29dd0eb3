internal import Corpus
internal import InvertedIndex

/// What Tab offers, told from the line alone.
struct Completer: Sendable {
  var index: CompletedIndex?
  /// Of the last question.
  var resultCount = 0

  /// What may stand in place of the last word.
  ///
  /// - Parameters:
  ///   - word: what of it is typed.
  ///   - line: the line before it.
  mutating func candidates(for word: String, after line: String) -> [String] {
    guard line.first == ":" else {
      if !line.isEmpty { return topicWords(startingWith: word) }
      return word.first == ":"
        ? ReplCommand.all.map(\.name).filter { $0.hasPrefix(word.lowercased()) }
        : topicWords(startingWith: word)
    }
    guard case .command(let command, let argument) = ReplCommand.parse(line) else { return [] }
    return arguments(of: command, after: argument, typing: word).startingWith(argument + word)
      .map { String($0.dropFirst(argument.count)) }
  }

  private mutating func arguments(
    of command: ReplCommand, after argument: String, typing word: String
  ) -> [String] {
    let numbers = resultCount == 0 ? [] : (1...resultCount).map(String.init)
    switch command.completes {
    case .nothing: return []
    case .commandNames:
      return ReplCommand.all.map { word.first == ":" ? $0.name : String($0.name.dropFirst()) }
    case .results: return numbers
    case .resultsAndPassages: return numbers + (index?.headings() ?? [])
    case .definedWords: return index?.definedWords() ?? []
    case .settings: return settings(after: argument)
    }
  }

  /// Names, and after a name its values.
  private func settings(after argument: String) -> [String] {
    let settings = Setting.all(in: .session)
    guard let name = argument.split(separator: " ").first else { return settings.map(\.name) }
    return Setting.named(String(name), in: .session)?.choices.map { argument + $0 } ?? []
  }

  private mutating func topicWords(startingWith word: String) -> [String] {
    word.isEmpty ? [] : index?.topicWords().startingWith(word) ?? []
  }
}

/// The words of an index that can be completed, read when they are first asked for.
struct CompletedIndex: Sendable {
  private let reader: IndexReader
  private var knownHeadings: [String]?
  private var knownWords: [String]?
  private var knownTopicWords: [String]?

  init(_ reader: IndexReader) { self.reader = reader }

  /// Of all passages, each once, in corpus order. Damage to the index leaves Tab without them.
  mutating func headings() -> [String] {
    if let knownHeadings { return knownHeadings }
    var headings: [String] = []
    var known: Set<String> = []
    for ordinal in 0..<reader.summary.passageCount {
      guard let passage = try? reader.passage(PassageID(ordinal)) else { break }
      let heading = passage.ownHeading.onOneLine.folded
      if known.insert(heading).inserted { headings.append(heading) }
    }
    knownHeadings = headings
    return headings
  }

  /// Names and abbreviations of the thesaurus, sorted.
  mutating func definedWords() -> [String] {
    if let knownWords { return knownWords }
    let words = Set((try? Glossary(reader.concepts).names()) ?? []).sorted()
    knownWords = words
    return words
  }

  /// Single words of headings and of the thesaurus, sorted, in lower case unless they are
  /// abbreviations.
  mutating func topicWords() -> [String] {
    if let knownTopicWords { return knownTopicWords }
    var words: Set<String> = []
    for text in headings() + definedWords() {
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
        guard word.count > 1, word.first?.isLetter == true else { continue }
        words.insert(word.isAbbreviation ? String(word) : word.lowercased())
      }
    }
    let sorted = words.sorted()
    knownTopicWords = sorted
    return sorted
  }
}

extension [String] {
  /// Case does not matter.
  fileprivate func startingWith(_ typed: String) -> [String] {
    let typed = typed.lowercased()
    return filter { $0.lowercased().hasPrefix(typed) }
  }
}
