internal import Answering
internal import Corpus
internal import Search

/// Lays out for people what was found.
protocol AnswerText {
  /// An answer with its results.
  ///
  /// - Parameters:
  ///   - firstRank: the number of the first result; more than 1 when more results are shown for the same question.
  ///   - topics: what the corpus covers, for a question that is declined.
  func text(_ answer: Answer, firstRank: Int, topics: [String]) -> String

  /// An explanation tree.
  func text(_ explanation: Explanation) -> String

  /// A passage as it stands in its document, marked if it is the one that was asked for.
  func section(_ passage: Passage, isMarked: Bool) -> String

  /// Where a result stands and what it cites.
  func sources(of result: AnswerResult) -> String
}

extension AnswerText {
  func text(_ answer: Answer, topics: [String]) -> String {
    text(answer, firstRank: 1, topics: topics)
  }
}

extension AnswerPrinter: AnswerText {}

extension AskSettings {
  /// For the eye, or in plain mode for the ear.
  func printer(for terminal: Terminal) -> any AnswerText {
    isPlain
      ? PlainPrinter(width: terminal.width)
      : AnswerPrinter(width: terminal.width, color: terminal.usesColor(color))
  }
}
