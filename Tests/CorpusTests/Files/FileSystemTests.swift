import Foundation
import TestSupport
import Testing

@testable import Corpus

@Suite struct FileSystemTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func `a file's bytes come back whole`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try folder.write(bytes, to: "f")
    #expect(try FileSystem.bytes(ofFile: path) == bytes)
    #expect(try FileSystem.status(of: path).size == count)
  }

  @Test(arguments: [0, 1, 999, 1_000, 1_001, 65_536, 100_000])
  func `a file is read as it is now, however long it was when it was listed`(size: Int) throws {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try folder.write(bytes, to: "f")
    #expect(try FileSystem.bytes(ofFile: path, likelySize: size) == bytes)
    let error = #expect(throws: SystemError.self) {
      try FileSystem.bytes(ofFile: path, likelySize: size, limit: 999)
    }
    #expect(error?.isTooLarge == true)
  }

  @Test func `a file that tells no size is read to its end`() throws {
    #expect(try FileSystem.bytes(ofFile: "/proc/self/stat").count > 10)
  }

  @Test func `a pipe is read to its end`() throws {
    let pipe = Pipe()
    let bytes = [UInt8](repeating: 7, count: 5_000)
    pipe.fileHandleForWriting.write(Data(bytes))
    try pipe.fileHandleForWriting.close()
    #expect(try FileSystem.bytes(from: pipe.fileHandleForReading.fileDescriptor) == bytes)
  }

  @Test func `what is wrong is told in the C library's words`() throws {
    let missing = #expect(throws: SystemError.self) {
      try FileSystem.bytes(ofFile: folder.path + "/none")
    }
    #expect(missing?.isMissing == true)
    #expect(missing?.description == "no such file or directory")
    let isFolder = #expect(throws: SystemError.self) { try FileSystem.bytes(ofFile: folder.path) }
    #expect(isFolder?.isMissing == false)
    #expect(isFolder?.description == "is a directory")
  }

  @Test func `a file below a file is missing`() throws {
    let path = try folder.write("x", to: "f")
    let error = #expect(throws: SystemError.self) { try FileSystem.status(of: path + "/g") }
    #expect(error?.isMissing == true)
  }

  @Test func `files, folders and links are told apart and known again`() throws {
    let path = try folder.write("x", to: "f")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "f")
    #expect(try FileSystem.status(of: path).kind == .file)
    #expect(try FileSystem.status(of: folder.path).kind == .folder)
    #expect(try FileSystem.status(of: "/dev/null").kind == .other)
    let (one, other) = try (FileSystem.status(of: path), FileSystem.status(of: link))
    #expect(one.identity == other.identity)
    #expect(try FileSystem.status(of: folder.path).identity != one.identity)
    #expect(FileSystem.resolved(link) == FileSystem.resolved(path))
    #expect(FileSystem.resolved(folder.path + "/none") == nil)
  }

  @Test func `links to each other are a loop`() throws {
    for (link, target) in [("a", "b"), ("b", "a")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: target)
    }
    let error = #expect(throws: SystemError.self) {
      try FileSystem.status(of: folder.path + "/a")
    }
    #expect(error?.isLoop == true)
  }

  @Test(arguments: [(0, true), (99, true), (100, true), (101, false), (60_000, false)])
  func `a file or pipe over the limit is not read`(count: Int, isRead: Bool) throws {
    let bytes = [UInt8](repeating: 7, count: count)
    let path = try folder.write(bytes, to: "a")
    let pipe = Pipe()
    // A pipe holds so much without a reader.
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    let reads: [() throws -> [UInt8]] = [
      { try FileSystem.bytes(ofFile: path, limit: 100) },
      { try FileSystem.bytes(from: descriptor, limit: 100) },
    ]
    for read in reads {
      if isRead {
        #expect(try read() == bytes)
      } else {
        let error = #expect(throws: SystemError.self) { try read() }
        #expect(error?.isTooLarge == true)
      }
    }
  }

  @Test func `a file larger than any memory is refused unread`() throws {
    let path = try folder.write("", to: "a")
    try #require(truncate(path, 2 << 40) == 0)
    let error = #expect(throws: SystemError.self) {
      try FileSystem.bytes(ofFile: path, limit: CorpusReader.largestFile)
    }
    #expect(error?.isTooLarge == true)
  }

  @Test func `a folder lists its names but not itself`() throws {
    for name in ["a b", ".hidden", "ü\n😀"] { try folder.write("", to: name) }
    #expect(Set(try FileSystem.names(inFolder: folder.path)) == ["a b", ".hidden", "ü\n😀"])
    #expect(throws: SystemError.self) { try FileSystem.names(inFolder: folder.path + "/a b") }
  }

  @Test func `writing to a file moves its time, and a time set back does not hide it`() throws {
    let path = try folder.write("x", to: "f")
    let before = try FileSystem.status(of: path)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000)], ofItemAtPath: path)
    let after = try FileSystem.status(of: path)
    #expect(after.modified == FileTime(nanoseconds: 1_000_000_000_000))
    #expect(after.changed >= before.changed)
    #expect(after.changed > after.modified)
  }

  @Test func `permission bits are the file's own`() throws {
    let path = try folder.write("x", to: "f")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try FileSystem.status(of: path).permissions == 0o640)
  }
}
