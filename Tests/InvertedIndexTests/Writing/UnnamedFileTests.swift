import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct UnnamedFileTests {
  private static func append(_ bytes: [UInt8], to file: UnnamedFile) -> Bool {
    file.append(bytes.span.bytes)
  }

  private static func read(_ range: Range<Int>, of file: UnnamedFile) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: range.count)
    return file.read(from: range.lowerBound, into: &buffer) ? buffer : nil
  }

  @Test func `a file without a name takes bytes and gives them back`() throws {
    let folder = try TemporaryFolder()
    let file = try #require(UnnamedFile(folder: folder.path))
    #expect(Self.read(0..<0, of: file) == [])
    #expect(Self.append([1, 2, 3], to: file))
    #expect(Self.append([], to: file))
    #expect(Self.append([4], to: file))
    #expect(file.count == 4)
    #expect(Self.read(0..<4, of: file) == [1, 2, 3, 4])
    #expect(Self.read(1..<3, of: file) == [2, 3])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `more than there is cannot be read`() throws {
    let folder = try TemporaryFolder()
    let file = try #require(UnnamedFile(folder: folder.path))
    #expect(Self.append([1, 2, 3], to: file))
    #expect(Self.read(0..<4, of: file) == nil)
    #expect(Self.read(3..<4, of: file) == nil)
  }

  @Test(arguments: ["", "/none", "/dev/null", "/proc/self"])
  func `a folder that takes no such file gives none`(folder: String) {
    #expect(UnnamedFile(folder: folder) == nil)
  }

  @Test func `bytes that cannot be written are not counted`() throws {
    let file = UnnamedFile(descriptor: open("/dev/full", O_RDWR))
    #expect(!Self.append([1, 2], to: file))
    #expect(file.count == 0)
  }
}
