import Foundation
import TestSupport
import Testing

@testable import Corpus

@Suite struct OpenFolderTests {
  @Test func `files in a folder have the status that their whole path has`() throws {
    let folder = try TemporaryFolder()
    try folder.write("four", to: "a/b/file.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "a/b/file.md")
    let open = try OpenFolder(folder.path)
    for (name, kind) in [
      ("", FileStatus.Kind.folder), ("a", .folder), ("a/b", .folder), ("a/b/file.md", .file),
      ("link", .file),
    ] {
      let (status, expected) = (
        try open.status(of: name), try FileSystem.status(of: folder.path + "/" + name)
      )
      #expect(status.kind == kind, "\(name)")
      #expect(status.size == expected.size, "\(name)")
      #expect(status.touched == expected.touched, "\(name)")
      #expect(status.identity == expected.identity, "\(name)")
    }
  }

  @Test func `a file in a folder is read as by its whole path`() throws {
    let folder = try TemporaryFolder()
    try folder.write("four", to: "a/b/file.md")
    let open = try OpenFolder(folder.path)
    for size in [0, 4, 5] {
      #expect(try open.bytes(ofFile: "a/b/file.md", likelySize: size) == Array("four".utf8))
    }
    let error = #expect(throws: SystemError.self) { try open.bytes(ofFile: "a/none.md") }
    #expect(error?.isMissing == true)
  }

  @Test func `what is not there is an error of the system`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    do {
      let open = try OpenFolder(folder.path)
      #expect(throws: SystemError(code: ENOENT)) { _ = try open.status(of: "none") }
      #expect(throws: SystemError(code: ENOTDIR)) { _ = try open.status(of: "file/inside") }
    }
    #expect(throws: SystemError(code: ENOENT)) { _ = try OpenFolder(folder.path + "/none") }
    #expect(throws: SystemError(code: ENOTDIR)) { _ = try OpenFolder(folder.path + "/file") }
  }

  @Test func `a folder stays open when its name is taken by another`() throws {
    let folder = try TemporaryFolder()
    try folder.write("four", to: "corpus/file")
    let open = try OpenFolder(folder.path + "/corpus")
    try FileManager.default.moveItem(
      atPath: folder.path + "/corpus", toPath: folder.path + "/other")
    try folder.write("other", to: "corpus/file")
    #expect(try open.status(of: "file").size == 4)
  }

  @Test(arguments: [1, 2, 7, 100])
  func `names are read so many at a time, each once`(most: Int) throws {
    let folder = try TemporaryFolder()
    let names = (0..<7).map { "ü \($0)" }
    for name in names { try folder.write("", to: name) }
    var (found, batches): ([String], [Int]) = ([], [])
    let reader = try OpenFolder(folder.path).names()
    while let some = reader.next(atMost: most) {
      batches.append(some.count)
      found += (0..<some.count).map { String(decoding: some[$0], as: UTF8.self) }
    }
    #expect(found.sorted() == names)
    #expect(batches.dropLast().allSatisfy { $0 == most })
    #expect((1...most).contains(try #require(batches.last)))
  }
}
