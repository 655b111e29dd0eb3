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
  }

  /// In the order of the file.
  package let signs: [Sign]
  package let numbers: [Numbers]

  package init(signs: [Sign] = [], numbers: [Numbers] = []) {
    self.signs = signs
    self.numbers = numbers
  }
}
