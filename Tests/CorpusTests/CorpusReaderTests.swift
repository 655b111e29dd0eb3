import Foundation
import TestSupport
import Testing

@testable import Corpus

@Suite struct CorpusReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var reader: CorpusReader { CorpusReader(root: folder.path) }

  /// What one file of the folder gives.
  func contents(
    of path: String, citing bibliography: Bibliography? = nil
  ) throws -> CorpusReader.Contents {
    let file = try #require(try reader.listing().files.first { $0.path == path })
    return try reader.contents(of: file, citing: bibliography)
  }

  func failure(of path: String, citing bibliography: Bibliography? = nil) -> String {
    let failure = #expect(throws: CorpusReader.Failure.self) {
      try contents(of: path, citing: bibliography)
    }
    return switch failure {
    case .skipped(let reason, _): "skipped: \(reason.words)"
    case .malformed(let error): error.description
    case nil: "none"
    }
  }

  @Test func `a file gives title, passages and the hash of its bytes`() throws {
    let text =
      "---\ntitle: T\ncountry: UK\n---\n\n# A {#top}\n\n## B {#b}\n\nOne.\n\n## C {#c}\n\nTwo.\n"
    try folder.write(text, to: "sub/a.md")
    let contents = try contents(of: "sub/a.md")
    #expect(contents.title == "T")
    #expect(contents.frontMatter.country == "UK")
    #expect(contents.passages.map(\.text) == ["One.", "Two."])
    #expect(contents.passages.map(\.source.path) == ["sub/a.md", "sub/a.md"])
    #expect(contents.passages.map(\.anchor) == ["b", "c"])
    #expect(contents.hash == ContentHash(text))
    #expect(!contents.wasRepaired)
  }

  @Test(arguments: ["a b.md", "a\nb.md", "😀.txt", "ä/ö ü.md", "'\"`$;.txt"])
  func `any name can be read`(name: String) throws {
    try folder.write("Text.", to: name)
    #expect(try contents(of: name).passages.map(\.text) == ["Text."])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "# A\n", "<!-- nothing -->", "---\ntitle: x\n---\n"])
  func `a file without words gives no passage`(text: String) throws {
    try folder.write(text, to: "a.md")
    #expect(try contents(of: "a.md").passages.isEmpty)
  }

  @Test func `a folder that is held gives the same files, wherever it is moved`() throws {
    try folder.write("# A\n\nOne.\n", to: "held/sub/a.md")
    let reader = CorpusReader(root: folder.path + "/held").holdingFolder()
    let file = try #require(try reader.listing().files.first)
    let hash = ContentHash("# A\n\nOne.\n")
    #expect(try reader.contents(of: file, citing: nil).hash == hash)
    try FileManager.default.moveItem(
      atPath: folder.path + "/held", toPath: folder.path + "/moved")
    #expect(try reader.contents(of: file, citing: nil).hash == hash)
  }

  @Test func `bytes that are not UTF-8 are replaced and told`() throws {
    try folder.write(Array("One ".utf8) + [0xE9, 0x74, 0xE9] + Array(".".utf8), to: "a.txt")
    let contents = try contents(of: "a.txt")
    #expect(contents.passages.map(\.text) == ["One \u{FFFD}t\u{FFFD}."])
    #expect(contents.passages[0].source.bytes == 0..<8)
    #expect(contents.wasRepaired)
  }

  @Test func `a file with a NUL is binary`() throws {
    try folder.write("text\0text", to: "a.md")
    try folder.write([UInt8]("hi".utf16.flatMap { [UInt8($0 & 0xFF), 0] }), to: "b.txt")
    #expect(failure(of: "a.md") == "skipped: binary")
    #expect(failure(of: "b.txt") == "skipped: binary")
  }

  @Test func `a file that went away since the listing is unreadable`() throws {
    let path = try folder.write("Text.", to: "a.md")
    let file = try #require(try reader.listing().files.first)
    #expect(reader.hash(ofFile: "a.md") == ContentHash("Text."))
    try FileManager.default.removeItem(atPath: path)
    #expect(reader.hash(ofFile: "a.md") == nil)
    let failure = #expect(throws: CorpusReader.Failure.self) {
      try reader.contents(of: file, citing: nil)
    }
    guard case .skipped(.unreadable, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `a file over the limit is passed over unread`() throws {
    let path = try folder.write("Text.", to: "a.md")
    #expect(try contents(of: "a.md").passages.count == 1)
    try #require(truncate(path, 2 << 30) == 0)
    #expect(failure(of: "a.md") == "skipped: too large: over 64 MB; split it")
    #expect(reader.hash(ofFile: "a.md") == nil)
    let small = CorpusReader(root: folder.path, largestFile: 4)
    try folder.write("Text", to: "b.txt")
    try folder.write("Texts", to: "c.txt")
    let counts = try small.listing().files.map { file in
      (try? small.contents(of: file, citing: nil))?.passages.count
    }
    #expect(counts == [nil, 1, nil])
  }

  @Test(arguments: ["", "No", "One. And one more.", "One.\n\n# Two\n\nThree."])
  func `of a file that changes after the listing, what is read is what is hashed`(
    text: String
  ) throws {
    try folder.write("One.\nTwo.\n", to: "a.md")
    let file = try #require(try reader.listing().files.first)
    try folder.write(text, to: "a.md")
    let contents = try reader.contents(of: file, citing: nil)
    #expect(contents.hash == ContentHash(text))
    #expect(contents.passages.allSatisfy { $0.source.bytes.upperBound <= text.utf8.count })
    #expect(contents.passages.map(\.text).joined(separator: "\n").count <= text.count)
  }

  @Test func `a folder that takes a file's place after the listing is unreadable`() throws {
    let path = try folder.write("One.", to: "a.md")
    let file = try #require(try reader.listing().files.first)
    try FileManager.default.removeItem(atPath: path)
    try folder.write("One.", to: "a.md/b.md")
    #expect(throws: CorpusReader.Failure.self) { try reader.contents(of: file, citing: nil) }
  }

  @Test func `many threads read what one reads`() async throws {
    let reader = CorpusReader(root: Repository.corpus)
    let listing = try reader.listing()
    let bibliography = try reader.bibliography(in: listing)
    let alone = try listing.documents.map {
      try reader.contents(of: $0, citing: bibliography).passages
    }
    let together = try await withThrowingTaskGroup(of: (Int, [Passage]).self) { group in
      for (index, file) in listing.documents.enumerated() {
        for _ in 0..<4 {
          group.addTask { (index, try reader.contents(of: file, citing: bibliography).passages) }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.count == 4 * alone.count)
    #expect(together.allSatisfy { $0.1 == alone[$0.0] })
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func `a file that may not be read is unreadable`() throws {
    let path = try folder.write("Text.", to: "a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(failure(of: "a.md") == "skipped: unreadable")
  }

  @Test func `bad front matter is an error with its line`() throws {
    try folder.write("---\ntitle: T\nreviewed: soon\n---\n", to: "a.md")
    #expect(
      failure(of: "a.md")
        == "a.md:3: reviewed \"soon\" is not a date; write it as 2026-01-31")
  }

  @Test func `an anchor that stands twice is an error with both lines`() throws {
    try folder.write("## A {#x}\n\n### B {#y}\n\nOne.\n\n## C {#x}\n\nTwo.\n", to: "a.md")
    #expect(
      failure(of: "a.md")
        == "a.md:7: anchor \"#x\" is already used in line 1; choose another")
  }

  @Test func `without a bibliography any citation will do`() throws {
    try folder.write("One [@none].", to: "a.md")
    let listing = try reader.listing()
    #expect(try reader.bibliography(in: listing) == nil)
    #expect(try contents(of: "a.md").passages.map(\.text) == ["One [@none]."])
  }

  @Test func `with a bibliography citations are looked up`() throws {
    try folder.write("[{\"id\": \"mnt\"}]", to: "sources.json")
    try folder.write("One [@mnt].\n", to: "a.md")
    try folder.write("One [@mnt].\nTwo\n[@mn].\n", to: "b.md")
    try folder.write("One [@mnt].\n\n```\n[@key]\n```\n", to: "c.md")
    let bibliography = try reader.bibliography(in: reader.listing())
    #expect(bibliography?.references.map(\.key) == ["mnt"])
    #expect(try contents(of: "a.md", citing: bibliography).passages[0].citations == ["mnt"])
    #expect(
      failure(of: "b.md", citing: bibliography)
        == "b.md:3: citation \"@mn\" is not in sources.json; add it there or correct the key")
    #expect(try contents(of: "c.md", citing: bibliography).passages[0].citations == ["mnt"])
  }

  @Test func `a bibliography that is no JSON is an error`() throws {
    try folder.write("{", to: "sources.json")
    let listing = try reader.listing()
    let error = #expect(throws: CorpusError.self) { try reader.bibliography(in: listing) }
    guard case .bibliographyMalformed("sources.json", 1, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a bibliography that went away since the listing is unreadable`() throws {
    let path = try folder.write("[]", to: "sources.json")
    let listing = try reader.listing()
    try FileManager.default.removeItem(atPath: path)
    let error = #expect(throws: CorpusError.self) { try reader.bibliography(in: listing) }
    #expect(
      error == .unreadable(path: "sources.json", reason: "no such file or directory"))
  }

  @Test func `a folder in the bibliography's place is only a folder`() throws {
    try folder.write("One.", to: "sources.json/a.md")
    let listing = try reader.listing()
    #expect(listing.files.map(\.path) == ["sources.json/a.md"])
    #expect(try reader.bibliography(in: listing) == nil)
  }

  @Test func `the shipped corpus reads without trouble`() throws {
    let reader = CorpusReader(root: Repository.corpus)
    let listing = try reader.listing()
    let bibliography = try #require(try reader.bibliography(in: listing))
    #expect(listing.skipped.isEmpty)
    var anchors: [String] = []
    for file in listing.documents {
      let contents = try reader.contents(of: file, citing: bibliography)
      anchors += contents.passages.compactMap(\.anchor)
      for passage in contents.passages {
        let place = "\(file.path):\(passage.source.lines)"
        #expect(!passage.citations.isEmpty && passage.anchor != nil, "\(place)")
        #expect(!passage.askedAs.isEmpty && !passage.text.contains("@"), "\(place)")
      }
    }
    #expect(anchors.count >= 25)
    #expect(Set(anchors).count == anchors.count)
  }
}
