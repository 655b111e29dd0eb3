internal import Corpus

/// The tokens of some consecutive passages, brought together by term.
///
/// A run's terms count from 0 in the order of their bytes, so that runs are merged by reading each
/// from its start to its end, and none needs to know the terms of another.
struct TermRun: Equatable {
  let passages: Range<Int>
  /// Where its tokens lie among those of all runs, once by term and once by passage.
  let tokens: Range<Int>
  let termCount: Int
  /// Where its terms and the numbers of their tokens lie in the spool of tallies, in bytes.
  let tally: Range<Int>
}

/// All runs of a build, for reading.
struct SealedRuns: Sendable {
  let runs: [TermRun]
  let tallies: SealedSpool
  /// Eight bytes a token, by run, then by term: the places, ascending.
  let places: SealedSpool
  /// Four bytes a token, in the order of the corpus: the term's number in its run.
  let terms: SealedSpool
  /// By passage.
  let tokenCounts: [UInt32]
}

/// What a build keeps in memory before it puts it by or begins anew. The index is the same.
package struct BuildLimits: Sendable {
  /// A run of tokens ends with the passage that gives it so many, twelve bytes each, and twenty
  /// more while it is brought together.
  var tokens = 1 << 19
  /// A run ends, and the table of its terms begins anew, with so many terms, some hundred bytes each.
  var terms = 1 << 17
  /// A lexicon that has met so many words is left for a new one, some hundred bytes each. Each
  /// thread has one.
  var words = max(1 << 15, (1 << 18) / Workers.count)

  package init() {}
}
