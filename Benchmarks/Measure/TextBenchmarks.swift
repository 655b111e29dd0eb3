internal import Analysis
internal import Corpus
internal import InvertedIndex

/// From files to terms: parsing, splitting, tokenizing, analysing. One thread.
struct TextBenchmarks {
  let samples: Samples
  let stopwatch: Stopwatch

  func figures() throws -> [Figure] {
    try [parsing(), splitting(), tokenizing(), analysing(), collecting()]
  }

  /// Reading files and taking them apart.
  private func parsing() throws -> Figure {
    try stopwatch.throughput("parse", "files to documents", bytes: samples.fileBytes) {
      for file in samples.files { keep(try samples.reader.document(of: file).document) }
    }
  }

  private func splitting() throws -> Figure {
    let parsed = try samples.files.map { try samples.reader.document(of: $0) }
    let resolves = samples.bibliography != nil
    let splitter = PassageSplitter()
    return stopwatch.throughput("split", "documents to passages", bytes: samples.fileBytes) {
      for one in parsed {
        keep(splitter.passages(of: one.document, from: one.source, resolvesCitations: resolves))
      }
    }
  }

  private func tokenizing() -> Figure {
    let texts = samples.texts
    let tokenizer = Tokenizer()
    var ranges: [Range<Int>] = []
    return stopwatch.throughput("tokenize", "texts to words", bytes: texts.byteCount) {
      for text in texts {
        ranges.removeAll(keepingCapacity: true)
        tokenizer.appendWords(of: text.utf8Span.span, to: &ranges)
        keep(ranges)
      }
    }
  }

  /// As questions are analysed: a string for every token. Each run starts with an empty memory.
  private func analysing() -> Figure {
    let texts = samples.texts
    return stopwatch.throughput("analyse", "texts to tokens", bytes: texts.byteCount) {
      var analyzer = Analyzer.standard()
      for text in texts { keep(analyzer.tokens(of: text)) }
    }
  }

  /// As documents are analysed for the index: by the lexicon, and no string for a word met before.
  private func collecting() -> Figure {
    let texts = samples.texts
    let writer = IndexWriter(analyzer: .standard(), bibliography: samples.bibliography)
    return stopwatch.throughput("analyse", "passages to a segment", bytes: texts.byteCount) {
      var builder = writer.builder(with: .standard())
      for (file, one) in zip(samples.files, samples.documents) {
        builder.add(
          path: file.path, title: one.title, frontMatter: one.frontMatter, passages: one.passages)
      }
      keep(builder.takeSegment())
    }
  }
}

extension [String] {
  fileprivate var byteCount: Int { reduce(0) { $0 + $1.utf8.count } }
}
