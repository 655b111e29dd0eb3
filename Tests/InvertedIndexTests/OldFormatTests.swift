import Corpus
import Testing
import TestSupport

@testable import InvertedIndex

/// Files as earlier versions of the program wrote them, kept in `Fixtures`.
@Suite struct OldFormatTests {
  @Test(arguments: 1..<IndexFormat.version)
  func `a file of every earlier version is refused with both versions and the command`(
    version: Int
  ) throws {
    let path = Repository.testFile("InvertedIndexTests/Fixtures/version-\(version).index")
    let error = #expect(throws: IndexError.self) { try IndexReader(path: path) }
    #expect(
      error?.description == "\(path): format version \(version), this lmask reads "
        + "\(IndexFormat.version); run \"lmask index\"")
  }

  @Test(arguments: 1..<IndexFormat.version)
  func `a file of every earlier version may be replaced`(version: Int) throws {
    let folder = try TemporaryFolder()
    let name = "InvertedIndexTests/Fixtures/version-\(version).index"
    let old = try FileSystem.bytes(ofFile: Repository.testFile(name))
    let path = try folder.write(old, to: "lmask.index")
    try IndexFile.replace(
      path: path, with: TinyIndex.content, modified: FileTime(nanoseconds: 0))
    try IndexReader(path: path).verify()
  }
}
