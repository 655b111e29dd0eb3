internal import Corpus
internal import InvertedIndex

extension Library {
  /// What is made of the index, up to date as with `open`, for who wants one thing of it.
  ///
  /// Of a corpus of many files it is made while another thread compares the index with them, and made
  /// again should the index turn out outdated: a thousand files take a fifth of answering a question.
  ///
  /// - Parameters:
  ///   - make: does nothing but make its value.
  ///   - shown: the paths of the documents that a value shows. None of them has changed, however many
  ///     files there are.
  func make<Value>(
    _ make: (IndexReader) throws(Trouble) -> Value, shown: (Value) -> [String]
  ) throws(Trouble) -> Value {
    let (index, isNew) = try opened()
    if isNew { return try make(index) }
    let looked = IndexFile.now()
    let comparison = Comparison(index, corpus: locations.corpus)
    let value = Result { () throws(Trouble) in try make(index) }
    var freshness = try comparison.freshness()
    if freshness == .fresh, case .success(let value) = value {
      let reader = CorpusReader(root: locations.corpus)
      freshness = try Freshness.ofDocuments(shown(value), index, reader)
    }
    let settled = try settled(index, freshness, looked)
    return settled === index ? try value.get() : try make(settled)
  }
}

/// An index compared with its corpus, on a thread of its own if that takes long.
private struct Comparison {
  /// Written by the thread, and read when it is done.
  private final class Outcome {
    var freshness: Result<Freshness, Trouble>?
  }

  /// Looking at fewer files than these takes no longer than starting a thread.
  private static let manyFiles = 200

  private let outcome: Outcome
  private let thread: WorkerThread?

  init(_ index: IndexReader, corpus: String) {
    let outcome = Outcome()
    let compare = {
      outcome.freshness = Result { () throws(Trouble) in
        try Freshness.of(index, CorpusReader(root: corpus))
      }
    }
    self.outcome = outcome
    thread = index.summary.sourceCount < Self.manyFiles ? nil : WorkerThread(compare)
    if thread == nil { compare() }
  }

  /// Waits for it; once.
  func freshness() throws(Trouble) -> Freshness {
    thread?.join()
    guard let freshness = outcome.freshness else { preconditionFailure("nothing was compared") }
    return try freshness.get()
  }
}
