internal import Answering
internal import Corpus

/// The questions a person takes to their team: saved by them, or left open by the documents.
struct QuestionSheet {
  /// In lines.
  static let height = 60
  /// In columns.
  static let width = 72
  /// Lines that one question may take.
  private static let mostLines = 4

  private struct Entry {
    let question: String
    /// What a follow-up was read with.
    let about: String?
    var mark: String
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Keeps a question that was declined or is answered with a doubt.
  mutating func note(_ answer: Answer) {
    switch answer.verdict {
    case .answered, .declined(.empty): return
    case .uncertain: add(answer.question, answer.inherited, "not answered for certain")
    case .declined: add(answer.question, answer.inherited, "not answered")
    }
  }

  /// Keeps a question because the person wants to.
  mutating func save(_ question: String, about: String?) { add(question, about, "saved") }

  /// A question stands once, with the mark it got first.
  private mutating func add(_ question: String, _ about: String?, _ mark: String) {
    let isKnown = entries.contains {
      $0.question.lowercased() == question.lowercased() && $0.about == about
    }
    if !isKnown { entries.append(Entry(question: question, about: about, mark: mark)) }
  }

  /// One page to print: at most 60 lines of 72 columns. What does not fit is counted.
  func page(on day: CalendarDate) -> String {
    var lines = [
      "Please show this page to your team.", "",
      "Questions I would like to talk about (\(day)):",
    ]
    for (number, entry) in entries.enumerated() {
      let block = [""] + block(number + 1, entry)
      let isLast = number == entries.count - 1
      guard lines.count + block.count <= Self.height - (isLast ? 0 : 2) else {
        let rest = entries.count - number
        lines += ["", "And \(rest) more question\(rest == 1 ? "" : "s") that did not fit here."]
        break
      }
      lines += block
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func block(_ number: Int, _ entry: Entry) -> [String] {
    let about = entry.about.map { ", about: \($0.onOneLine)" } ?? ""
    let text = StyledText("\(entry.question.onOneLine) (\(entry.mark)\(about))")
    let first = "\(number). "
    let rest = String(repeating: " ", count: first.count)
    let lines = text.wrapped(width: Self.width - 3, first: first, rest: rest)
      .map { $0.rendered(color: false) }
    guard lines.count > Self.mostLines else { return lines }
    return lines.prefix(Self.mostLines - 1) + [lines[Self.mostLines - 1] + "..."]
  }
}
