import Corpus
import InvertedIndex
import TestSupport
import Testing

@testable import lmask

@Suite struct BuildTaskTests {
  /// Files of these sizes, found in a real folder.
  private static func files(_ sizes: [Int]) throws -> CorpusFiles {
    let folder = try TemporaryFolder()
    for (number, size) in sizes.enumerated() {
      try folder.write(
        [UInt8](repeating: 0x61, count: size), to: "\(100_000 + number).txt")
    }
    return try CorpusReader(root: folder.path).listing().files
  }

  private static func files(in task: BuildTask) -> [String] {
    guard case .read(let files) = task else { return [] }
    return files.map(\.path)
  }

  static let sizes: [[Int]] = [
    [], [0], [1], Array(repeating: 1, count: 256), Array(repeating: 1, count: 257),
    Array(repeating: 0, count: 1000), Array(repeating: 40_000, count: 20),
    [300_000, 1, 1, 300_000], [1, 300_000, 1],
  ]

  @Test(arguments: sizes)
  func `tasks hold all files once, in order`(sizes: [Int]) throws {
    let files = try Self.files(sizes)
    #expect(files.count == sizes.count)
    let tasks = BuildTask.tasks(reading: files[...])
    #expect(tasks.flatMap(Self.files) == files.map(\.path))
    #expect(tasks.allSatisfy { (1...256).contains(Self.files(in: $0).count) })
    #expect(tasks.reduce(0) { $0 + $1.size } == sizes.reduce(0, +))
    // A task ends with the file that fills it, so without that file it is not full.
    for task in tasks {
      guard case .read(let files) = task else { continue }
      #expect(files.dropLast().reduce(0) { $0 + $1.size } < 64 << 10)
    }
    for task in tasks.dropLast() {
      #expect(task.size >= 64 << 10 || Self.files(in: task).count == 256)
    }
  }

  @Test func `files out of the middle are taken as they are`() throws {
    let files = try Self.files(Array(repeating: 1, count: 700))
    let tasks = BuildTask.tasks(reading: files[100..<650])
    #expect(tasks.flatMap(Self.files) == files[100..<650].map(\.path))
    #expect(tasks.map { Self.files(in: $0).count } == [256, 256, 38])
  }
}
