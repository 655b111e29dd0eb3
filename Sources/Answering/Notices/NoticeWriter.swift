internal import Corpus
internal import InvertedIndex

/// Makes notices of the urgent signs that a question reports.
struct NoticeWriter {
  private let lexicon: UrgentLexicon
  private let matcher: UrgentSignMatcher
  /// Those of one country if it was named and is known, else all.
  private let numbers: [UrgentSigns.Numbers]

  /// More would push the answer out of sight.
  private static let most = 2

  init(_ lexicon: UrgentLexicon, country: String?) {
    self.lexicon = lexicon
    matcher = UrgentSignMatcher(lexicon)
    let wanted = lexicon.numbers.filter { $0.country.lowercased() == country?.lowercased() }
    numbers = wanted.isEmpty ? lexicon.numbers : wanted
  }

  /// At most two, crisis first.
  ///
  /// - Parameter reference: the source with a key.
  func notices(
    for question: String, reference: (String) throws(IndexError) -> Reference?
  ) throws(IndexError) -> [Notice] {
    var notices: [Notice] = []
    for sign in matcher.signs(in: question).prefix(Self.most) {
      notices.append(
        Notice(
          kind: sign.kind.rawValue, id: sign.id, title: sign.title,
          text: try text(of: sign, reference)))
    }
    return notices
  }

  /// Whom to call, the card and its sources, a line each; a crisis card speaks before it gives numbers.
  private func text(
    of sign: UrgentLexicon.Sign, _ reference: (String) throws(IndexError) -> Reference?
  ) throws(IndexError) -> String {
    let call = sign.call
      .replacing("{emergency}", with: every(\.emergency))
      .replacing("{crisis}", with: every(\.crisis))
    let card = CitationMarks.removed(from: sign.card)
    let words = sign.kind == .crisis ? [card, call] : ["Call: " + call, card]
    var cited = CitationMarks.keys(in: sign.card)
    for numbers in numbers where sign.call.contains("{") {
      cited += CitationMarks.keys(in: numbers.emergency)
      if sign.call.contains("{crisis}") { cited += CitationMarks.keys(in: numbers.crisis) }
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

  /// A number of every country, each with its country.
  private func every(_ number: (UrgentSigns.Numbers) -> String) -> String {
    numbers.map { "(\($0.country)) \(CitationMarks.removed(from: number($0)))" }
      .joined(separator: "; ")
  }
}
