import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct ByteCodingTests {
  /// Seven bits a byte, lowest first, the top bit on all but the last.
  static let variables: [(value: Int, bytes: [UInt8])] = [
    (0, [0x00]), (1, [0x01]), (127, [0x7F]), (128, [0x80, 0x01]), (300, [0xAC, 0x02]),
    (1 << 14 - 1, [0xFF, 0x7F]), (1 << 14, [0x80, 0x80, 0x01]),
    (1 << 21 - 1, [0xFF, 0xFF, 0x7F]), (1 << 21, [0x80, 0x80, 0x80, 0x01]),
    (1 << 32, [0x80, 0x80, 0x80, 0x80, 0x10]),
    (1 << 62 - 1, [UInt8](repeating: 0xFF, count: 8) + [0x3F]),
  ]

  @Test(arguments: variables)
  func `variable-length integers at their borders`(value: Int, bytes: [UInt8]) throws {
    var writer = ByteWriter()
    writer.append(variable: value)
    #expect(writer.bytes == bytes)
    var reader = try reader(bytes)
    #expect(try reader.variable() == value)
    #expect(reader.isAtEnd)
  }

  @Test func `fixed widths are little-endian`() throws {
    var writer = ByteWriter()
    writer.append(uint16: 0x1234)
    writer.append(uint32: 0x1234_5678)
    writer.append(uint64: 0x0102_0304_0506_0708)
    writer.append(float: 1)  // 0x3F800000
    #expect(
      writer.bytes == [
        0x34, 0x12, 0x78, 0x56, 0x34, 0x12, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0x80, 0x3F,
      ])
    var reader = try reader(writer.bytes)
    #expect(try reader.uint16() == 0x1234)
    #expect(try reader.uint32() == 0x1234_5678)
    #expect(try reader.uint64() == 0x0102_0304_0506_0708)
    #expect(try reader.float() == 1)
    #expect(reader.isAtEnd)
  }

  @Test func `padding goes to the next multiple and no further`() {
    var writer = ByteWriter()
    writer.pad(to: 8)
    #expect(writer.count == 0)
    writer.append(byte: 1)
    writer.pad(to: 8)
    #expect(writer.bytes == [1, 0, 0, 0, 0, 0, 0, 0])
    writer.pad(to: 8)
    #expect(writer.count == 8)
  }

  @Test(arguments: [
    "", "a", "naïve — café", "日本語", "👩‍⚕️", "a\u{0}b", String(repeating: "x", count: 300),
  ])
  func `texts come back as they were`(text: String) throws {
    var writer = ByteWriter()
    writer.append(texts: [text, "end"])
    var reader = try reader(writer.bytes)
    #expect(try reader.texts() == [text, "end"])
    #expect(reader.isAtEnd)
  }

  /// Whatever can be written, with the value to expect.
  enum Item: Equatable {
    case variable(Int)
    case byte(UInt8)
    case uint16(UInt16)
    case uint32(UInt32)
    case uint64(UInt64)
    case text(String)
    case texts([String])

    static func random(using generator: inout SeededGenerator) -> Item {
      let alphabet = ["a", "é", "日", "😀", " "]
      var text: String {
        (0..<Int.random(in: 0..<6, using: &generator))
          .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
      }
      let bits = generator.next()
      return switch Int.random(in: 0..<7, using: &generator) {
      case 0: .variable(Int(bits >> UInt64.random(in: 2..<64, using: &generator)))
      case 1: .byte(UInt8(truncatingIfNeeded: bits))
      case 2: .uint16(UInt16(truncatingIfNeeded: bits))
      case 3: .uint32(UInt32(truncatingIfNeeded: bits))
      case 4: .uint64(bits)
      case 5: .text(text)
      default: .texts([text, text])
      }
    }

    func write(to writer: inout ByteWriter) {
      switch self {
      case .variable(let value): writer.append(variable: value)
      case .byte(let value): writer.append(byte: value)
      case .uint16(let value): writer.append(uint16: value)
      case .uint32(let value): writer.append(uint32: value)
      case .uint64(let value): writer.append(uint64: value)
      case .text(let value): writer.append(text: value)
      case .texts(let value): writer.append(texts: value)
      }
    }

    /// Reads an item of the same kind.
    func read(from reader: inout ByteReader) throws -> Item {
      switch self {
      case .variable: .variable(try reader.variable())
      case .byte: .byte(try reader.byte())
      case .uint16: .uint16(try reader.uint16())
      case .uint32: .uint32(try reader.uint32())
      case .uint64: .uint64(try reader.uint64())
      case .text: .text(try reader.text())
      case .texts: .texts(try reader.texts())
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `random sequences come back, and every cut is an error`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let items = (0..<40).map { _ in Item.random(using: &generator) }
    var writer = ByteWriter()
    for item in items { item.write(to: &writer) }
    let file = try MappedFile.sample(writer.bytes)
    var reader = ByteReader(file, 0..<file.count)
    for item in items { #expect(try item.read(from: &reader) == item, "seed \(seed)") }
    #expect(reader.isAtEnd, "seed \(seed)")
    for length in 0..<file.count {
      let isFound = try reportsDamage {
        var reader = ByteReader(file, 0..<length)
        for item in items { _ = try item.read(from: &reader) }
      }
      #expect(isFound, "seed \(seed), cut to \(length) of \(file.count) bytes")
    }
  }

  @Test func `errors name the byte of the file and the reason`() throws {
    let file = try MappedFile.sample([0xAA, 0xAA, 0x01])
    var reader = ByteReader(file, 2..<3)
    _ = try reader.byte()
    let error = IndexError.damaged(path: file.path, offset: 3, reason: "data ends too soon")
    #expect(throws: error) { try reader.byte() }
    #expect(throws: error) { try reader.uint64() }
    #expect(throws: error) { try reader.skip(1) }
  }

  static let bad: [(bytes: [UInt8], reason: String)] = [
    ([UInt8](repeating: 0x80, count: 8) + [0x40], "a number is too large"),  // 2⁶²
    ([UInt8](repeating: 0xFF, count: 9) + [0x01], "a number is too long"),
    ([UInt8](repeating: 0x80, count: 11), "a number is too long"),
  ]

  @Test(arguments: bad)
  func `numbers beyond what is written are errors`(bytes: [UInt8], reason: String) throws {
    var reader = try reader(bytes)
    let error = #expect(throws: IndexError.self) { try reader.variable() }
    guard case .damaged(_, _, reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a count of more than the bytes left is an error before anything is made room for`()
    throws
  {
    var reader = try reader([UInt8](repeating: 0xFF, count: 8) + [0x3F, 0, 0])
    let error = #expect(throws: IndexError.self) { try reader.texts() }
    let reason = "a count of \(1 << 62 - 1) is more than there is"
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  @Test(arguments: [[0x01, 0xFF], [0x02, 0xC3, 0x28], [0x01, 0xC3], [0x03, 0xED, 0xA0, 0x80]])
  func `bytes that are not UTF-8 are no text`(bytes: [UInt8]) throws {
    var reader = try reader(bytes)
    let error = #expect(throws: IndexError.self) { try reader.text() }
    #expect(error?.description.contains("text is not UTF-8") == true)
  }

  private func reader(_ bytes: [UInt8]) throws -> ByteReader {
    let file = try MappedFile.sample(bytes)
    return ByteReader(file, 0..<file.count)
  }
}
