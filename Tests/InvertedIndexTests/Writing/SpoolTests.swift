import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct SpoolTests {
  static let piece = 1000

  /// What a spool of so many pieces holds, and the same bytes.
  static func filled(
    _ spool: consuming Spool, pieces: Int, seed: UInt64 = 1
  ) -> (spool: SealedSpool, bytes: [UInt8]) {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for number in 0..<pieces {
      let piece = (0..<number * 7 % Self.piece).map { _ in
        UInt8(truncatingIfNeeded: generator.next())
      }
      spool.append(piece)
      bytes += piece
    }
    return (spool.sealed(), bytes)
  }

  static func contents(_ spool: SealedSpool) -> [UInt8] {
    var bytes: [UInt8] = []
    spool.forEachPiece { (span: RawSpan) in span.withUnsafeBytes { bytes += Array($0) } }
    return bytes
  }

  /// Far below the limit, about it, and beyond it many times.
  @Test(arguments: [0, 1, 2, 40, 200], [1, 100, 50_000])
  func `what was appended can be read, wherever it lies`(pieces: Int, limit: Int) throws {
    let folder = try TemporaryFolder()
    let limited = SpoolFolder(folder.path, mostInMemory: limit)
    let places: [(folder: SpoolFolder?, name: String)] = [
      (nil, "memory"), (limited, "file"),
      (SpoolFolder(folder.path + "/none", mostInMemory: limit), "a folder that is not there"),
      (SpoolFolder("/proc/self", mostInMemory: limit), "a folder that takes no files"),
      (SpoolFolder("/dev/null", mostInMemory: limit), "what is no folder"),
    ]
    for place in places {
      let (spool, bytes) = Self.filled(Spool(folder: place.folder), pieces: pieces)
      #expect(spool.count == bytes.count, "\(place.name)")
      #expect(Self.contents(spool) == bytes, "\(place.name)")
      for start in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 10)) {
        let range = start..<min(start + 77, bytes.count)
        let read = spool.read(range) { span in span.withUnsafeBytes { Array($0) } }
        #expect(read == Array(bytes[range]), "\(place.name)")
        #expect(spool.bytes(range) == read, "\(place.name)")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a stretch longer than one piece of reading comes whole`() throws {
    let folder = try TemporaryFolder()
    var spool = Spool(folder: SpoolFolder(folder.path, mostInMemory: 1 << 16))
    let bytes = (0..<5 << 19).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8 ^ $0 >> 16) }
    spool.append(bytes)
    #expect(Self.contents(spool.sealed()) == bytes)
  }

  @Test(arguments: [nil, 1])
  func `a reader goes from the start of a stretch to its end`(limit: Int?) throws {
    let folder = try TemporaryFolder()
    var writer = ByteWriter()
    let numbers = [0, 1, 127, 128, 300, 1 << 40, Int(Int32.max)]
    for number in numbers { writer.append(variable: number) }
    // Longer than a reader takes at once.
    let text = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
    var spool = Spool(folder: limit.map { SpoolFolder(folder.path, mostInMemory: $0) })
    spool.append([9, 9] + writer.bytes + text + [8])
    let count = 2 + writer.count + text.count
    var reader = SpoolReader(spool.sealed(), 2..<count)
    let read = numbers.map { _ in reader.variable() }
    #expect(read == numbers)
    let first = reader.byte()
    #expect(first == text[0])
    var rest = [UInt8](repeating: 7, count: text.count + 1)
    reader.read(text.count - 1, into: &rest, at: 1)
    #expect(rest == [7] + text.dropFirst() + [7])
    #expect(reader.isAtEnd)
  }

  @Test func `a reader of nothing is at its end`() {
    var spool = Spool(folder: nil)
    spool.append([1])
    #expect(SpoolReader(spool.sealed(), 1..<1).isAtEnd)
  }

  @Test func `a buffer becomes the copy of a stretch, whatever it held`() throws {
    let folder = try TemporaryFolder()
    for limit in [1, 1000] {
      var spool = Spool(folder: SpoolFolder(folder.path, mostInMemory: limit))
      spool.append([1, 2, 3, 4])
      let sealed = spool.sealed()
      var buffer: [UInt8] = [9, 9, 9]
      for range in [1..<2, 0..<4, 3..<3] {
        sealed.read(range, into: &buffer)
        #expect(buffer == Array([1, 2, 3, 4][range]))
      }
    }
  }

  @Test func `numbers lie as in memory`() {
    var spool = Spool(folder: nil)
    spool.append(numbers: [1, 0x0102_0304] as [UInt32])
    spool.append(numbers: [UInt64.max])
    #expect(
      Self.contents(spool.sealed())
        == [1, 0, 0, 0, 4, 3, 2, 1] + [UInt8](repeating: 0xFF, count: 8))
  }

  @Test func `the count is what was appended, spilled or not`() throws {
    let folder = try TemporaryFolder()
    var spool = Spool(folder: SpoolFolder(folder.path, mostInMemory: 10))
    for number in 1...20 {
      spool.append([1, 2, 3])
      #expect(spool.count == number * 3)
    }
    #expect(spool.sealed().count == 60)
  }

  /// A disk may be full from the start, or become so.
  @Test(arguments: ["/dev/full", "a sealed file"])
  func `where a file takes no more bytes, memory keeps them all`(name: String) throws {
    let descriptor = name == "/dev/full" ? open("/dev/full", O_RDWR) : Self.sealedFile(of: 8192)
    try #require(descriptor >= 0)
    let folder = SpoolFolder("/proc/self", mostInMemory: 3000)
    let spool = Spool(folder: folder, file: UnnamedFile(descriptor: descriptor))
    let (sealed, bytes) = Self.filled(spool, pieces: 200)
    #expect(bytes.count > 20_000)
    #expect(sealed.count == bytes.count)
    #expect(Self.contents(sealed) == bytes)
  }

  /// A file that holds so many bytes and cannot grow.
  private static func sealedFile(of size: Int) -> Int32 {
    // From <linux/memfd.h> and <linux/fcntl.h>; Swift cannot import them.
    let (allowSealing, addSeals, sealGrow): (UInt32, Int32, Int32) = (2, 1033, 4)
    typealias Create = @convention(c) (UnsafePointer<CChar>, UInt32) -> Int32
    guard let create = dlsym(nil, "memfd_create") else { return -1 }
    let descriptor = unsafeBitCast(create, to: Create.self)("", allowSealing)
    _ = ftruncate(descriptor, size)
    _ = fcntl(descriptor, addSeals, sealGrow)
    return descriptor
  }
}
