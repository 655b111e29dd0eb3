internal import Corpus
internal import InvertedIndex

/// Makes notices of the urgent signs that a question reports.
struct NoticeWriter {
  private let lexicon: UrgentLexicon
  private let matcher: UrgentSignMatcher
  private let country: String?

  /// More would push the answer out of sight.
  private static let most = 2

  /// - Parameter country: as the numbers to call name it; nil or unknown for all of them.
  init(_ lexicon: UrgentLexicon, country: String?) {
    self.lexicon = lexicon
    self.country = country
    matcher = UrgentSignMatcher(lexicon)
  }

  /// No sign is known.
  var isEmpty: Bool { lexicon.isEmpty }

  /// At most two, crisis first.
  ///
  /// - Parameter reference: the source with a key.
  func notices(
    for question: QuestionReading, reference: (String) throws(IndexError) -> Reference?
  ) throws(IndexError) -> [Notice] {
    var notices: [Notice] = []
    for number in try matcher.signs(in: question).prefix(Self.most) {
      let kind = try lexicon.sign(number).kind
      let card = try lexicon.card(ofSign: number)
      notices.append(
        Notice(
          kind: kind.rawValue, id: card.id, title: card.title,
          text: try text(of: card, kind, reference)))
    }
    return notices
  }

  /// Whom to call, the card and its sources, a line each; a crisis card speaks before it gives numbers.
  private func text(
    of card: UrgentLexicon.Card, _ kind: UrgentSigns.Kind,
    _ reference: (String) throws(IndexError) -> Reference?
  ) throws(IndexError) -> String {
    let numbers = try numbers()
    let call = Self.filled(card.call) { name in
      switch name {
      case "emergency": Self.every(numbers, \.emergency)
      case "crisis": Self.every(numbers, \.crisis)
      default: "{\(name)}"
      }
    }
    let text = CitationMarks.removed(from: card.text)
    let words = kind == .crisis ? [text, call] : ["Call: " + call, text]
    var cited = CitationMarks.keys(in: card.text)
    for numbers in numbers where card.call.contains("{") {
      cited += CitationMarks.keys(in: numbers.emergency)
      if card.call.contains("{crisis}") { cited += CitationMarks.keys(in: numbers.crisis) }
    }
    var publishers: [String] = []
    for key in cited {
      guard let source = try reference(key) else { continue }
      let name = source.publisher.isEmpty ? source.title : source.publisher
      if !name.isEmpty, !publishers.contains(name) { publishers.append(name) }
    }
    let sources = publishers.isEmpty ? [] : ["Sources: \(publishers.joined(separator: "; "))."]
    return (words + sources).joined(separator: "\n")
  }

  /// A text with what stands in braces replaced.
  private static func filled(_ text: String, _ value: (Substring) -> String) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      filled += rest[..<open] + value(rest[rest.utf8.index(after: open)..<close])
      rest = rest[rest.utf8.index(after: close)...]
    }
    return filled + rest
  }

  /// Those of one country if it was named and is known, else all.
  private func numbers() throws(IndexError) -> [UrgentSigns.Numbers] {
    let numbers = try lexicon.numbers()
    let wanted = numbers.filter { $0.country.lowercased() == country?.lowercased() }
    return wanted.isEmpty ? numbers : wanted
  }

  /// A number of every country, each with its country.
  private static func every(
    _ numbers: [UrgentSigns.Numbers], _ number: (UrgentSigns.Numbers) -> String
  ) -> String {
    numbers.map { "(\($0.country)) \(CitationMarks.removed(from: number($0)))" }
      .joined(separator: "; ")
  }
}
