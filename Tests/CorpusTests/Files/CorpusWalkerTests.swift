import Foundation
import TestSupport
import Testing

@testable import Corpus

@Suite struct CorpusWalkerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func walk() throws -> CorpusListing {
    var walker = CorpusWalker(root: folder.path)
    return try walker.walk()
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/" + name, withDestinationPath: target)
  }

  @Test func `files come sorted by the bytes of their paths, folders among them`() throws {
    for name in ["b.md", "a/z.md", "a.md", "B.txt", "a b.md", "é.md", "a/b/c.TXT", "😀\n.md"] {
      try folder.write("text", to: name)
    }
    #expect(
      try walk().files.map(\.path) == [
        "B.txt", "a b.md", "a.md", "a/b/c.TXT", "a/z.md", "b.md", "é.md", "😀\n.md",
      ])
    #expect(try walk().skipped.isEmpty)
  }

  @Test func `a folder of many files is looked at in parts`() throws {
    let names = (0..<1300).map { $0 % 100 == 7 ? "folder\($0)/a.md" : "\($0 * 7919 % 1300).md" }
    for (size, name) in names.enumerated() {
      try folder.write(String(repeating: "x", count: size), to: name)
    }
    try folder.write("text", to: "other.pdf")
    let listing = try walk()
    let expected = names.enumerated().sorted { $0.element.precedesInBytes($1.element) }
    #expect(listing.files.map(\.path) == expected.map(\.element))
    #expect(listing.files.map(\.size) == expected.map(\.offset))
    #expect(listing.skipped == [SkippedFile(path: "other.pdf", reason: .unknownFormat)])
    #expect(listing.folders.count == 14)
  }

  @Test func `hidden files, drafts and the root's README are passed over in silence`() throws {
    for name in [
      "README.md", ".hidden.md", "_draft.md", ".git/a.md", "_drafts/a.md", "sub/.x.md", "sub/_x.md",
    ] {
      try folder.write("text", to: name)
    }
    try folder.write("text", to: "sub/README.md")
    #expect(try walk().files.map(\.path) == ["sub/README.md"])
    #expect(try walk().skipped.isEmpty)
  }

  @Test func `files of other formats are named`() throws {
    for name in ["a.pdf", "noextension", "sub/b.docx", "c.md.bak", "sub/sources.json"] {
      try folder.write("text", to: name)
    }
    #expect(try walk().files.isEmpty)
    #expect(
      try walk().skipped
        == ["a.pdf", "c.md.bak", "noextension", "sub/b.docx", "sub/sources.json"].map {
          SkippedFile(path: $0, reason: .unknownFormat)
        })
  }

  @Test func `the bibliography is data`() throws {
    try folder.write("[]", to: "sources.json")
    try folder.write("text", to: "a.md")
    let listing = try walk()
    #expect(listing.files.map(\.role) == [.document, .data])
    #expect(listing.files.map(\.size) == [4, 2])
  }

  @Test func `an empty folder and empty folders in it hold no files, but are listed`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    #expect(try walk() == CorpusListing(folders: ["", "a", "a/b"]))
  }

  @Test func `links to files and folders are followed`() throws {
    let outside = try TemporaryFolder()
    try outside.write("text", to: "deep/x.md")
    try folder.write("text", to: "a.md")
    try link("b.md", to: "a.md")
    try link("c", to: outside.path)
    #expect(try walk().files.map(\.path) == ["a.md", "b.md", "c/deep/x.md"])
  }

  @Test func `links that lead back end there and are named`() throws {
    try folder.write("text", to: "sub/a.md")
    try link("sub/up", to: "..")
    try link("sub/here", to: ".")
    try link("x.md", to: "y.md")
    try link("y.md", to: "x.md")
    try link("self.md", to: "self.md")
    let listing = try walk()
    #expect(listing.files.map(\.path) == ["sub/a.md"])
    #expect(
      listing.skipped
        == ["self.md", "sub/here", "sub/up", "x.md", "y.md"].map {
          SkippedFile(path: $0, reason: .loop)
        })
  }

  @Test func `a link to nothing is unreadable`() throws {
    try link("gone.md", to: "nowhere.md")
    #expect(try walk().skipped == [SkippedFile(path: "gone.md", reason: .unreadable)])
  }

  @Test func `what is neither file nor folder is named`() throws {
    #expect(mkfifo(folder.path + "/pipe.md", 0o600) == 0)
    try link("null.md", to: "/dev/null")
    #expect(
      try walk().skipped
        == ["null.md", "pipe.md"].map { SkippedFile(path: $0, reason: .notAFile) })
  }

  @Test func `a name that is not UTF-8 is named`() throws {
    let path = Array(folder.path.utf8) + Array("/bad".utf8) + [0xFF] + Array(".md\0".utf8)
    let descriptor = creat(path.map { CChar(bitPattern: $0) }, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(try walk().skipped == [SkippedFile(path: "bad\u{FFFD}.md", reason: .notUTF8Name)])
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func `a folder that may not be read is named`() throws {
    try folder.write("text", to: "shut/a.md")
    let shut = folder.path + "/shut"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: shut)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: shut)
    }
    #expect(try walk().skipped == [SkippedFile(path: "shut", reason: .unreadable)])
  }

  @Test func `a corpus that is missing or a file is an error`() throws {
    let file = try folder.write("text", to: "a.md")
    for (root, expected) in [
      (folder.path + "/none", CorpusError.missing(path: folder.path + "/none")),
      (file + "/below", .missing(path: file + "/below")),
      (file, .notAFolder(path: file)),
    ] {
      var walker = CorpusWalker(root: root)
      let error = #expect(throws: CorpusError.self) { try walker.walk() }
      #expect(error == expected)
    }
  }

  @Test func `a corpus that is a loop is unreadable`() throws {
    try link("loop", to: "loop")
    var walker = CorpusWalker(root: folder.path + "/loop")
    let error = #expect(throws: CorpusError.self) { try walker.walk() }
    #expect(
      error
        == .unreadable(
          path: folder.path + "/loop", reason: "too many levels of symbolic links"))
  }
}
