import Corpus
import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct DecompressorTests {
  private static let record = Array("The scan shows the brain; the scan shows the spine.".utf8)

  /// - Returns: the error of what is no record.
  private func damage(_ frame: [UInt8], behind padding: Int = 5) throws -> IndexError? {
    let file = try MappedFile.sample([UInt8](repeating: 9, count: padding) + frame)
    do {
      _ = try file.plainDecompressor.record(padding..<file.count)
      return nil
    } catch {
      let expected = IndexError.damaged(
        path: file.path, offset: padding, reason: "a record cannot be decompressed")
      #expect(error == expected)
      return error
    }
  }

  @Test func `every cut of a frame is an error`() throws {
    let frame = MappedFile.compressed(Self.record)
    #expect(try damage(frame) == nil)
    for length in frame.indices {
      #expect(try damage(Array(frame[..<length])) != nil, "\(length) bytes")
    }
  }

  /// Frames carry no checksum of their own, so a change may go unseen here: the section's hash has
  /// it. But none may give a record of another length than the frame tells, and none may trap.
  @Test func `a changed frame is an error or a record`() throws {
    let frame = MappedFile.compressed(Self.record)
    for offset in frame.indices {
      for bit in 0..<8 {
        var changed = frame
        changed[offset] ^= 1 << UInt8(bit)
        _ = try damage(changed)
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `bytes that are no frame are an error`(seed: UInt64) throws {
    for length in 0..<40 {
      let bytes = RandomBytes.of(length, seed: seed &* 1000 &+ UInt64(length))
      #expect(try damage(bytes) != nil, "seed \(seed), \(length) bytes")
    }
  }

  /// A frame header that tells of eight bytes of size (Zstandard, RFC 8878, section 3.1.1), then an
  /// empty last block.
  @Test(arguments: [1 << 30 + 1, 1 << 40, 1 << 62, .max - 2, .max - 1, .max] as [UInt64])
  func `a frame that claims more than any record has is an error, and takes no memory`(
    size: UInt64
  ) throws {
    var writer = ByteWriter()
    writer.append(bytes: [0x28, 0xB5, 0x2F, 0xFD, 0b1110_0000])
    writer.append(uint64: size)
    writer.append(bytes: [1, 0, 0])
    #expect(try damage(writer.bytes) != nil)
  }

  @Test func `a frame that does not tell its size is an error`() throws {
    // No single segment, no size: a window byte, then a raw last block of one byte.
    #expect(try damage([0x28, 0xB5, 0x2F, 0xFD, 0, 0, 9, 0, 0, 0x61]) != nil)
  }

  @Test func `a frame of less than it claims is an error`() throws {
    // Single segment, size in one byte: 3; a raw last block of two bytes.
    #expect(try damage([0x28, 0xB5, 0x2F, 0xFD, 0b0010_0000, 3, 0b0001_0001, 0, 0, 1, 2]) != nil)
    #expect(try damage([0x28, 0xB5, 0x2F, 0xFD, 0b0010_0000, 2, 0b0001_0001, 0, 0, 1, 2]) == nil)
  }

  @Test func `without the dictionary a record made with it is an error or another record`() throws {
    let records = RecordCompressorTests.records(seed: 1, count: 400)
    let dictionary = RecordCompressorTests.dictionary(of: records, size: 8192)
    let frame = RecordCompressorTests.compressed([records[7]], dictionary)[0]
    #expect(try damage(frame) != nil)
  }

  @Test func `a dictionary that is none does no harm`() throws {
    let frame = MappedFile.compressed(Self.record)
    for dictionary in [[0], RandomBytes.of(5000)] {
      let file = try MappedFile.sample(dictionary + frame)
      let decompressor = Decompressor(file, dictionary: 0..<dictionary.count)
      var reader = try decompressor.record(dictionary.count..<file.count)
      #expect(try reader.rest() == Self.record)
    }
  }

  /// What starts like a dictionary and goes on as noise cannot be loaded.
  @Test func `a damaged dictionary is no dictionary`() throws {
    let dictionary = [0x37, 0xA4, 0x30, 0xEC] + RandomBytes.of(5000)
    let file = try MappedFile.sample(dictionary + MappedFile.compressed(Self.record))
    let decompressor = Decompressor(file, dictionary: 0..<dictionary.count)
    var reader = try decompressor.record(dictionary.count..<file.count)
    #expect(try reader.rest() == Self.record)
  }

  @Test func `many threads read at once`() throws {
    let records = RecordCompressorTests.records(seed: 3, count: 200)
    let file = try MappedFile.compressed(records)
    let table = try RecordTable(file, 0..<file.count, count: records.count)
    let decompressor = file.plainDecompressor
    var states = [Int](repeating: 0, count: 8)
    let areRight = Workers.map(&states, tasks: 2000) { _, task in
      let number = task % records.count
      guard var reader = try? decompressor.record(table.range(of: number)) else { return false }
      return (try? reader.rest()) == records[number]
    }
    #expect(areRight.allSatisfy { $0 })
  }
}
