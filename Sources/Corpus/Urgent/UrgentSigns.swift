/// Signs that need help now, how people speak of them, and what they are then told.
package struct UrgentSigns: Equatable, Sendable {
  package static let fileName = "urgent.txt"

  /// One sign with its card.
  package struct Sign: Equatable, Sendable {
    package let id: String
    package let kind: Kind
    package let title: String
    /// Ways of saying it: each way is groups of alternatives, one of each group must be said.
    package let ways: [[[String]]]
    /// Phrases in which the words above mean something else.
    package let excluded: [String]
    /// What is shown, citations as `[@key]`.
    package let card: String
    /// Whom to call: may hold `{emergency}` and `{crisis}`.
    package let call: String
    /// 1-based.
    package let line: Int
  }

  /// What sort of card a sign brings.
  package enum Kind: String, Sendable {
    case urgent, crisis
  }

  /// The numbers to call in one country.
  package struct Numbers: Equatable, Sendable {
    package let country: String
    package let emergency: String
    package let crisis: String
    /// 1-based.
    package let line: Int

    package init(country: String, emergency: String, crisis: String, line: Int) {
      self.country = country
      self.emergency = emergency
      self.crisis = crisis
      self.line = line
    }
  }

  /// In the order of the file.
  package let signs: [Sign]
  package let numbers: [Numbers]

  package init(signs: [Sign] = [], numbers: [Numbers] = []) {
    self.signs = signs
    self.numbers = numbers
  }
}

extension UrgentSigns {
  /// Every text that may cite, with the line of its record.
  package var citingTexts: [(text: String, line: Int)] {
    signs.map { ($0.card, $0.line) } + numbers.map { ("\($0.emergency) \($0.crisis)", $0.line) }
  }

  /// - Throws: `CorpusError.citationUnknown` for a key that the bibliography lacks.
  package func checkCitations(
    path: String, in bibliography: Bibliography?
  ) throws(CorpusError) {
    guard let bibliography else { return }
    for (text, line) in citingTexts {
      for key in CitationMarks.keys(in: text) where bibliography[key] == nil {
        throw .citationUnknown(path: path, line: line, key: key)
      }
    }
  }
}
