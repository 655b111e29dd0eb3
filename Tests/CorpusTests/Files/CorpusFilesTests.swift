import Testing

@testable import Corpus

@Suite struct CorpusFilesTests {
  private static func file(
    _ path: String, _ role: CorpusFile.Role = .document, size: Int = 0
  ) -> CorpusFile {
    CorpusFile(
      path: path, role: role, size: size,
      touched: FileTime(nanoseconds: Int64(path.utf8.count)))
  }

  private static let paths = [
    "b.md", "", "a/z.md", "é.md", "a b.md", "a", "\u{65}\u{301}.md", "aa",
  ]

  private static func files() -> CorpusFiles {
    var files = CorpusFiles()
    for (number, path) in paths.enumerated() {
      files.append(file(path, number % 3 == 0 ? .data : .document, size: number << 40))
    }
    return files
  }

  @Test func `files come back as they were added`() {
    #expect(Self.files().map(\.path) == Self.paths)
    for (number, file) in Self.files().enumerated() {
      #expect(file.role == (number % 3 == 0 ? .data : .document))
      #expect(file.size == number << 40)
      #expect(file.touched.nanoseconds == Int64(Self.paths[number].utf8.count))
    }
  }

  @Test func `sorted, they are in the order of their paths' bytes`() {
    var files = Self.files()
    files.sort()
    #expect(files.map(\.path) == Self.paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(files.map { Self.paths[$0.size >> 40].utf8.count } == files.map { $0.path.utf8.count })
  }

  @Test func `a file is found by the bytes of its path`() {
    let files = Self.files()
    for path in Self.paths {
      #expect(files.first(withPath: path).map { Array($0.path.utf8) } == Array(path.utf8))
    }
    for path in ["b.m", "b.mdd", "c.md", "B.md"] { #expect(files.first(withPath: path) == nil) }
    #expect(CorpusFiles().first(withPath: "") == nil)
  }

  @Test func `sizes are those of the files, all or some`() {
    let files = Self.files()
    #expect(files.byteCount == 28 << 40)
    #expect(files[2..<4].byteCount == 5 << 40)
    #expect(files[3..<3].byteCount == 0)
    #expect(files.size(at: 5) == 5 << 40)
  }

  @Test func `two are the same if their files are`() {
    #expect(Self.files() == Self.files())
    #expect([Self.file("a")] as CorpusFiles != [Self.file("b")])
    #expect([Self.file("a")] as CorpusFiles != [Self.file("a", size: 1)])
    #expect([Self.file("a")] as CorpusFiles != [])
  }
}
