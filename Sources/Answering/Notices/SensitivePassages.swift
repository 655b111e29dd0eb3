internal import Analysis
internal import Corpus
internal import InvertedIndex
internal import Search

/// Tells which of the passages found are for those only who ask for them: how long people live, and dying.
///
/// A question asks for such a passage if it is worded like a question that the passage answers, or
/// if it holds a word that stands mostly over such passages: in their headings and asked-as lines.
struct SensitivePassages {
  private let query: Query
  private let searcher: Searcher
  /// Found when the first sensitive passage is met; ascending.
  private var askedFor: [PassageID]?

  /// How many of the best hits tell whether a question is about nothing else.
  static let window = 10

  /// The share of sensitive passages among those under whose question lines a word stands. A word
  /// of everyday talk ("live", "long", "left") names no subject that others could share.
  private static let leastShare: Float = 0.55
  private static let leastShareOfLightWord: Float = 0.4
  /// The same among headings alone, which say most plainly what a passage is for.
  private static let leastShareInHeadings: Float = 0.6
  /// The likeness to a question line that asks for its passage. Less may be little words alone:
  /// "what can go wrong with a shunt" and "life expectancy with a shunt".
  private static let likeEnough: Float = 0.75

  init(_ query: Query, searcher: Searcher) {
    self.query = query
    self.searcher = searcher
  }

  /// The hits to show, and the passages to offer by their titles only.
  ///
  /// If each of the best is sensitive, the question is about nothing else, and all are shown. How
  /// many of them are wanted must not change that, so as many are looked at for one as for ten.
  ///
  /// - Parameter hits: best first; at least `window`, if so many were found.
  mutating func parted(
    _ hits: [Hit]
  ) throws(IndexError) -> (shown: [Hit], offered: [PassageID]) {
    var shown: [Hit] = []
    var offered: [PassageID] = []
    for hit in hits {
      if try isHeldBack(hit.passage) { offered.append(hit.passage) } else { shown.append(hit) }
    }
    let isAboutNothingElse = hits.prefix(Self.window).allSatisfy { offered.contains($0.passage) }
    return isAboutNothingElse ? (hits, []) : (shown, offered)
  }

  private mutating func isHeldBack(_ passage: PassageID) throws(IndexError) -> Bool {
    let index = searcher.index
    guard try index.isSensitive(passage) else { return false }
    let likeness = try index.likenesses(of: query.words, to: passage).max() ?? 0
    if likeness >= Self.likeEnough { return false }
    if askedFor == nil { askedFor = try passagesAskedFor() }
    return askedFor?.holds(passage) == false
  }

  private func passagesAskedFor() throws(IndexError) -> [PassageID] {
    var passages: [PassageID] = []
    for term in query.terms {
      guard let list = try searcher.index.postings(of: term.term) else { continue }
      let standing = try Standing(of: list, in: searcher.index)
      let least =
        LightWords.contains(term.word) ? Self.leastShareOfLightWord : Self.leastShare
      if standing.share >= least || standing.shareInHeadings >= Self.leastShareInHeadings {
        passages += standing.sensitive
      }
    }
    return passages.sorted()
  }

  /// Over which passages a word stands: in their headings and asked-as lines.
  private struct Standing {
    private(set) var sensitive: [PassageID] = []
    private var others = 0
    private var (sensitiveHeadings, otherHeadings) = (0, 0)

    var share: Float { Float(sensitive.count) / Float(max(sensitive.count + others, 1)) }

    var shareInHeadings: Float {
      Float(sensitiveHeadings) / Float(max(sensitiveHeadings + otherHeadings, 1))
    }

    init(of list: PostingList, in index: IndexReader) throws(IndexError) {
      var cursor = list.cursor()
      for _ in 0..<list.count {
        try cursor.advance()
        guard let passage = cursor.passage else { break }
        let isHeading = cursor.holds(.heading)
        guard isHeading || cursor.holds(.askedAs) else { continue }
        if try index.isSensitive(passage) {
          sensitive.append(passage)
          if isHeading { sensitiveHeadings += 1 }
        } else {
          others += 1
          if isHeading { otherHeadings += 1 }
        }
      }
    }
  }
}

extension [PassageID] {
  /// Whether a passage is among them, which are ascending.
  fileprivate func holds(_ passage: PassageID) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < passage { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == passage
  }
}

extension Notice {
  /// A passage that is offered by its title.
  static func sensitive(_ passage: Passage) -> Notice {
    let title = passage.headings.last ?? passage.title
    return Notice(
      kind: "sensitive", id: passage.anchor ?? passage.source.path, title: title,
      text: "Not shown unless you want it. To read it, ask: \(title)")
  }

  /// A document whose review is overdue.
  static func stale(_ document: DocumentRecord, reviewBy: CalendarDate) -> Notice {
    Notice(
      kind: "stale", id: document.path, title: "Due for review since \(reviewBy)",
      text: "\(document.title) (\(document.path)) may be out of date; check it with your team.")
  }
}
