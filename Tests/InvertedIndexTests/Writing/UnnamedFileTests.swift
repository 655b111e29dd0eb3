import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct UnnamedFileTests {
  @Test func `a file without a name takes bytes and gives them back`() throws {
    let folder = try TemporaryFolder()
    let file = try #require(UnnamedFile(folder: folder.path))
    #expect(file.contents() == [])
    #expect(file.append([1, 2, 3]))
    #expect(file.append([]))
    #expect(file.append([4]))
    #expect(file.count == 4)
    #expect(file.contents() == [1, 2, 3, 4])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(file.map())
    let read = file.read(1..<3) { span in span.withUnsafeBytes { Array($0) } }
    #expect(read == [2, 3])
    file.forget(0..<4)
    #expect(file.contents() == [1, 2, 3, 4])
  }

  @Test(arguments: ["", "/none", "/dev/null", "/proc/self"])
  func `a folder that takes no such file gives none`(folder: String) {
    #expect(UnnamedFile(folder: folder) == nil)
  }

  @Test func `bytes that cannot be written are not counted`() throws {
    let file = UnnamedFile(descriptor: open("/dev/full", O_RDWR))
    #expect(!file.append([1, 2]))
    #expect(file.count == 0)
    #expect(file.contents() == [])
  }

  @Test func `an empty file cannot be mapped`() throws {
    let folder = try TemporaryFolder()
    #expect(try #require(UnnamedFile(folder: folder.path)).map() == false)
  }
}
