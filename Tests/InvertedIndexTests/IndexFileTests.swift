import Corpus
import Foundation
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct IndexFileTests {
  static let time = FileTime(nanoseconds: 1_600_000_000_123_456_789)

  @Test func `a new index is put in folders of its own making, with the time asked for`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/deep/er still/lmask.index"
    try IndexFile.replace(path: path, with: TinyIndex.content, modified: Self.time)
    #expect(try folder.bytes(of: "deep/er still/lmask.index") == TinyIndex.bytes)
    #expect(try FileSystem.status(of: path).modified == Self.time)
    #expect(try FileSystem.names(inFolder: folder.path + "/deep/er still") == ["lmask.index"])
  }

  @Test func `an old index is replaced, whatever its state`() throws {
    let folder = try TemporaryFolder()
    let otherVersion = IndexFormat.magic + [99, 0, 0, 0]
    for old in [TinyIndex.bytes, Array(TinyIndex.bytes.prefix(20)), otherVersion, []] {
      let path = try folder.write(old, to: "lmask.index")
      try IndexFile.replace(path: path, with: TinyIndex.content, modified: Self.time)
      #expect(try folder.bytes(of: "lmask.index") == TinyIndex.bytes)
      #expect(try FileSystem.names(inFolder: folder.path) == ["lmask.index"])
    }
  }

  @Test func `what is not an index is never overwritten`() throws {
    let folder = try TemporaryFolder()
    for content in ["# My notes\n", "LMASK is not yet an index", "l"] {
      let path = try folder.write(content, to: "notes.md")
      #expect(throws: IndexError.notAnIndex(path: path)) {
        try IndexFile.replace(path: path, with: TinyIndex.content, modified: Self.time)
      }
      #expect(try folder.bytes(of: "notes.md") == Array(content.utf8))
    }
    #expect(throws: IndexError.isAFolder(path: folder.path)) {
      try IndexFile.replace(path: folder.path, with: TinyIndex.content, modified: Self.time)
    }
    for device in ["/dev/null", "/dev/full"] {
      #expect(throws: IndexError.notAnIndex(path: device)) {
        try IndexFile.replace(path: device, with: TinyIndex.content, modified: Self.time)
      }
    }
    #expect(try FileSystem.names(inFolder: folder.path) == ["notes.md"])
  }

  @Test func `what cannot be read might be anything and is not overwritten`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/loop"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let error = IndexError.unreadable(path: path, reason: "too many levels of symbolic links")
    #expect(throws: error) {
      try IndexFile.replace(path: path, with: TinyIndex.content, modified: Self.time)
    }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == path)
  }

  @Test func `when writing fails the old index stays and nothing is left behind`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(TinyIndex.bytes, to: "lmask.index")
    // A folder where the temporary file would go: not even root can write a file there.
    let blocked = ".lmask.index.\(getpid()).tmp"
    try folder.write("", to: blocked + "/inside")
    #expect(throws: IndexError.unwritable(path: path, reason: "file exists")) {
      try IndexFile.replace(
        path: path, with: SampleIndex.content(of: []), modified: Self.time)
    }
    #expect(try folder.bytes(of: "lmask.index") == TinyIndex.bytes)
    #expect(try FileSystem.names(inFolder: folder.path).sorted() == [blocked, "lmask.index"])
  }

  @Test func `a place that cannot hold files is an error with the reason`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("text", to: "file")
    let cases = [
      (file + "/lmask.index", "not a directory"),
      (file + "/below/lmask.index", "not a directory"),
      ("/proc/lmask.index", "no such file or directory"),
    ]
    for (path, reason) in cases {
      #expect(throws: IndexError.unwritable(path: path, reason: reason)) {
        try IndexFile.replace(path: path, with: TinyIndex.content, modified: Self.time)
      }
    }
    #expect(try folder.bytes(of: "file") == Array("text".utf8))
    #expect(try FileSystem.names(inFolder: folder.path) == ["file"])
  }

  @Test func `leftovers of dead processes go, those of living ones and others' files stay`() throws
  {
    let folder = try TemporaryFolder()
    // Above the highest process number that Linux gives out, 2²².
    try folder.write("dead", to: ".lmask.index.99999999.tmp")
    let staying = [
      ".lmask.index.1.tmp", ".lmask.index.x.tmp", ".other.index.99999999.tmp",
      "lmask.index.99999999.tmp",
    ]
    for name in staying { try folder.write("stays", to: name) }
    try IndexFile.replace(
      path: folder.path + "/lmask.index", with: TinyIndex.content, modified: Self.time)
    let names = try FileSystem.names(inFolder: folder.path)
    #expect(names.sorted() == (staying + ["lmask.index"]).sorted())
  }

  @Test func `touching sets the time of modification and nothing else`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("text", to: "file")
    #expect(IndexFile.touch(path, Self.time))
    #expect(try FileSystem.status(of: path).modified == Self.time)
    #expect(try folder.bytes(of: "file") == Array("text".utf8))
    #expect(!IndexFile.touch(folder.path + "/none", Self.time))
  }

  @Test func `a file written after now has no earlier time`() throws {
    let folder = try TemporaryFolder()
    for number in 0..<20 {
      let now = IndexFile.now()
      let path = try folder.write("text", to: "file-\(number)")
      #expect(try FileSystem.status(of: path).modified >= now)
    }
  }
}
