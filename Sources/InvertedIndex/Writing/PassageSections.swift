internal import Corpus

/// What an index keeps of each passage by its number, written on all cores: the compressed records, the key terms, the
/// lengths of the vectors.
struct PassageSections {
  private static let passagesPerTask = 1024
  private static let tasksPerWave = 64

  /// Runs a task for every thousand passages, some dozens at once, and hands on the results in order.
  private static func forEachTask<State, Result>(
    ofPassages count: Int, _ states: inout [State], _ body: (inout State, Range<Int>) -> Result,
    then take: (Result) -> Void
  ) {
    let wave = passagesPerTask * tasksPerWave
    for start in stride(from: 0, to: count, by: wave) {
      let tasks = (min(wave, count - start) + passagesPerTask - 1) / passagesPerTask
      let results = Workers.map(&states, tasks: tasks) { state, task in
        let first = start + task * passagesPerTask
        return body(&state, first..<min(first + passagesPerTask, count))
      }
      results.forEach(take)
    }
  }
}

extension PassageSections {
  /// Records compressed one by one: the table before them, and they.
  static func compressed(
    _ records: SealedSpool, ends: [Int], _ dictionary: RecordCompressor.SharedDictionary,
    folder: SpoolFolder?
  ) -> [IndexContent.Piece] {
    var table = RecordTableWriter()
    var all = Spool(folder: folder)
    var states = (0..<Workers.count).map { _ in RecordCompressor(dictionary) }
    forEachTask(ofPassages: ends.count, &states) { compressor, passages in
      let start = passages.lowerBound == 0 ? 0 : ends[passages.lowerBound - 1]
      let range = start..<ends[passages.upperBound - 1]
      let result = records.read(range) { bytes in
        var compressed = CompressedRecords()
        var from = 0
        for end in ends[passages] {
          compressed.append(
            bytes.extracting(from..<end - start), with: compressor)
          from = end - start
        }
        return compressed
      }
      records.forget(range)
      return result
    } then: { result in
      table.append(lengths: result.lengths)
      all.append(result.bytes)
    }
    return [.bytes(table.finish()), .spool(all.sealed())]
  }

  /// - Parameters:
  ///   - terms: four bytes a token, the term's number.
  ///   - ends: of each passage, in tokens.
  ///   - rank: the term's place in the dictionary, by its number.
  ///   - idf: by that place.
  static func keyTerms(
    _ terms: SealedSpool, ends: [Int], rank: [UInt32], idf: [Float], folder: SpoolFolder?
  ) -> (keyTerms: [IndexContent.Piece], norms: [UInt8]) {
    var table = RecordTableWriter()
    var records = Spool(folder: folder)
    var norms = ByteWriter()
    var states = (0..<Workers.count).map { _ in (picker: KeyTermPicker(idf: idf), terms: [UInt32]())
    }
    forEachTask(ofPassages: ends.count, &states) { state, passages in
      let start = passages.lowerBound == 0 ? 0 : ends[passages.lowerBound - 1]
      let range = start * 4..<ends[passages.upperBound - 1] * 4
      let result = terms.read(range) { bytes in
        passages.map { passage in
          let first = passage == 0 ? 0 : ends[passage - 1]
          state.terms.removeAll(keepingCapacity: true)
          for token in first - start..<ends[passage] - start {
            // In bounds and aligned, written by this process; any bits are an integer.
            let term = unsafe bytes.unsafeLoad(fromByteOffset: token * 4, as: UInt32.self)
            state.terms.append(rank[Int(term)])
          }
          return state.picker.pick(&state.terms)
        }
      }
      terms.forget(range)
      return result
    } then: { (outcomes: [KeyTermPicker.Outcome]) in
      for outcome in outcomes {
        table.append(length: outcome.record.count)
        records.append(outcome.record)
        norms.append(float: outcome.norm)
      }
    }
    return ([.bytes(table.finish()), .spool(records.sealed())], norms.bytes)
  }
}

/// Records compressed one by one, one after another.
struct CompressedRecords {
  private(set) var bytes: [UInt8] = []
  /// In bytes.
  private(set) var lengths: [UInt32] = []

  mutating func append(_ record: RawSpan, with compressor: RecordCompressor) {
    lengths.append(UInt32(compressor.append(record, to: &bytes)))
  }
}
