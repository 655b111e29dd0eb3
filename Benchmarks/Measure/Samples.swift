internal import Analysis
internal import Corpus

/// A corpus in memory: what the stages after reading are measured with.
struct Samples {
  let reader: CorpusReader
  /// Those that give passages.
  let files: [CorpusFile]
  let documents: [CorpusReader.Contents]
  let bibliography: Bibliography?
  /// Of `files`, in bytes.
  let fileBytes: Int

  /// - Throws: `Trouble` if there is nothing to read.
  init(folder: String) throws {
    reader = CorpusReader(root: folder)
    let listing = try reader.listing()
    bibliography = try reader.bibliography(in: listing)
    var read: [(CorpusFile, CorpusReader.Contents)] = []
    for file in listing.files where file.role == .document {
      guard let contents = try? reader.contents(of: file, citing: bibliography) else { continue }
      read.append((file, contents))
    }
    guard !read.isEmpty else { throw Trouble(.trouble, "\(folder): no documents") }
    files = read.map(\.0)
    documents = read.map(\.1)
    fileBytes = files.reduce(0) { $0 + $1.size }
  }

  /// The passages' own words.
  var texts: [String] { documents.flatMap { $0.passages.map(\.text) } }

  /// Questions of so many distinct terms, taken from passages all over the corpus: the same ones
  /// each time. Passages with fewer terms are left out.
  func questions(terms: Int, atMost count: Int = 200) -> [String] {
    var analyzer = Analyzer.standard()
    let texts = texts
    let step = max(1, texts.count / (count * 2))
    var questions: [String] = []
    for index in stride(from: 0, to: texts.count, by: step) where questions.count < count {
      guard let words = firstWords(terms, of: texts[index], &analyzer) else { continue }
      questions.append(words.joined(separator: " "))
    }
    return questions
  }

  private func firstWords(
    _ count: Int, of text: String, _ analyzer: inout Analyzer
  ) -> [String]? {
    let bytes = Array(text.utf8)
    var seen: Set<String> = []
    var words: [String] = []
    for token in analyzer.tokens(of: text) where seen.insert(token.term).inserted {
      words.append(String(decoding: bytes[token.range], as: UTF8.self))
      if words.count == count { return words }
    }
    return nil
  }
}
