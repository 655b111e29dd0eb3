internal import Answering
internal import Corpus
internal import Search

/// What is printed at once for a question.
struct AnswerPage {
  let answer: Answer
  /// The number of the first result; more than 1 when more results are shown for the same question.
  var firstRank = 1
  /// What the corpus covers, for a question that is declined.
  var topics = Topics()
  /// The hard words of each result, first result first.
  var meanings: [[WordMeaning]] = []
  /// How much is told of the first result.
  var first = Extent.whole
  /// How much is told of the results after it.
  var others = Extent.whole
  var references = References.whole

  /// How much is told of a result.
  enum Extent {
    /// The passage with all its sources.
    case whole
    /// The best sentence and where it stands.
    case sentence
    /// The heading and the document.
    case heading
  }

  /// How much is told of the sources that a passage names.
  enum References {
    /// Title, publisher, date and address, one below the other.
    case whole
    /// Publisher, date and address, one below the other.
    case addresses
    /// The publishers, on one line.
    case publishers
  }

  /// The same in ever fewer words, for a window: the first that fits is taken, else the last.
  ///
  /// The first passage stays whole, but for a card above it: whom to call must not leave the screen.
  var forWindow: [AnswerPage] {
    var pages = [self]
    pages[0].others = .sentence
    pages[0].references = .addresses
    let hasCard = answer.notices.contains(where: \.isCard)
    for change in Self.shortenings + (hasCard ? Self.shorteningsBelowCard : []) {
      var shorter = pages[pages.count - 1]
      change(&shorter)
      pages.append(shorter)
    }
    return pages
  }

  private typealias Change = @Sendable (inout AnswerPage) -> Void

  private static let shortenings: [Change] = [
    { $0.others = .heading }, { $0.references = .publishers },
    { $0.meanings = $0.meanings.map { Array($0.prefix(1)) } },
  ]

  private static let shorteningsBelowCard: [Change] = [
    { page in
      page.first = .sentence
      page.meanings = []
    },
    { $0.first = .heading },
  ]

  /// The number of the first result that is not shown whole; nil if all are.
  var firstInShort: Int? {
    let offset = first == .whole ? 1 : 0
    let isShort = (first, others) != (.whole, .whole)
    return isShort && offset < answer.results.count ? firstRank + offset : nil
  }

  func meanings(at offset: Int) -> [WordMeaning] {
    meanings.indices.contains(offset) ? meanings[offset] : []
  }
}

/// Lays out for people what was found.
protocol AnswerText {
  /// An answer with its results.
  func text(_ page: AnswerPage) -> String

  /// An explanation tree.
  func text(_ explanation: Explanation) -> String

  /// A passage as it stands in its document.
  ///
  /// - Parameter references: the sources it names, in the order of their numbers, if it is the
  ///   passage that was asked for; nil for one beside it.
  func section(_ passage: Passage, references: [Reference]?) -> String

  /// Where a result stands and what it cites.
  func sources(of result: AnswerResult) -> String
}

extension AnswerPrinter: AnswerText {}

extension AskSettings {
  /// For the eye, or in plain mode for the ear.
  ///
  /// - Parameter isPaged: a pager gets it, which may not take links, and perhaps no colour.
  func printer(for terminal: Terminal, isPaged: Bool = false) -> any AnswerText {
    let hasColor = terminal.usesColor(color)
    return isPlain
      ? PlainPrinter(width: terminal.measure)
      : AnswerPrinter(
        width: terminal.measure,
        color: hasColor && (!isPaged || color == .always || Pager.takesColor()),
        links: hasColor && !isPaged && terminal.takesLinks)
  }
}
