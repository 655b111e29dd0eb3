import Foundation
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct MappedFileTests {
  @Test func `what is no readable file is a typed error`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("text", to: "file")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/loop", withDestinationPath: folder.path + "/loop")
    let cases: [(path: String, error: IndexError)] = [
      (folder.path + "/none", .missing(path: folder.path + "/none")),
      (file + "/below", .missing(path: file + "/below")),
      ("", .missing(path: "")),
      (folder.path, .isAFolder(path: folder.path)),
      ("/dev/null", .notAnIndex(path: "/dev/null")),
      (
        folder.path + "/loop",
        .unreadable(path: folder.path + "/loop", reason: "too many levels of symbolic links")
      ),
    ]
    for (path, error) in cases { #expect(throws: error) { try MappedFile(path: path) } }
  }

  @Test func `an empty file is a damaged index`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "empty")
    #expect(throws: IndexError.damaged(path: path, offset: 0, reason: "the file is empty")) {
      try MappedFile(path: path)
    }
  }

  @Test func `bytes that are in no file read like a file`() throws {
    let bytes: [UInt8] = [0x6C, 0x6D, 1, 0, 0xC3, 0xA9]
    let memory = try MappedFile(path: "nowhere", bytes: bytes)
    #expect(memory.path == "nowhere")
    #expect(memory.count == 6)
    #expect(memory.bytes(0..<6) == bytes)
    #expect(memory.uint16(at: 2) == 1)
    #expect(memory.text(4..<6) == "é")
    #expect(throws: IndexError.damaged(path: "nowhere", offset: 0, reason: "no bytes")) {
      try MappedFile(path: "nowhere", bytes: [])
    }
  }

  /// Opening a pipe for reading waits for a writer unless asked not to.
  @Test(.timeLimit(.minutes(1))) func `a pipe is no index and is not waited for`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: IndexError.notAnIndex(path: path)) { try MappedFile(path: path) }
  }

  @Test func `numbers are read at any offset`() throws {
    let file = try MappedFile.sample([0xFF, 1, 2, 3, 4, 5, 6, 7, 8])
    #expect(file.byte(at: 1) == 1)
    #expect(file.uint16(at: 1) == 0x0201)
    #expect(file.uint32(at: 1) == 0x0403_0201)
    #expect(file.uint64(at: 1) == 0x0807_0605_0403_0201)
  }

  @Test func `bytes are ordered as unsigned, shorter first`() throws {
    let file = try MappedFile.sample(Array("ab\u{E9}".utf8))
    #expect(file.compare(0..<4, to: Array("ab\u{E9}".utf8)) == 0)
    #expect(file.compare(0..<2, to: Array("abc".utf8)) < 0)
    #expect(file.compare(0..<2, to: Array("a".utf8)) > 0)
    #expect(file.compare(0..<3, to: Array("abz".utf8)) > 0)
    #expect(file.compare(0..<0, to: []) == 0)
    #expect(file.compare(0..<0, to: [0]) < 0)
  }

  @Test func `text is text only if it is UTF-8`() throws {
    let file = try MappedFile.sample(Array("aé".utf8))
    #expect(file.text(0..<3) == "aé")
    #expect(file.text(0..<0) == "")
    #expect(file.text(0..<2) == nil)
  }
}
