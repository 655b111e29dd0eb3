/// Appends numbers and texts in the byte forms of the index file.
///
/// Fixed-width integers are little-endian. A variable-length integer is LEB128: seven bits a byte,
/// lowest first, the top bit set on all but the last. A text is its UTF-8 length in bytes as such
/// an integer, then the bytes.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// - Parameter capacity: in bytes: makes room for so many at once.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Writes behind other bytes.
  static func append(to bytes: inout [UInt8], _ body: (inout ByteWriter) -> Void) {
    var writer = ByteWriter()
    swap(&writer.bytes, &bytes)
    body(&writer)
    swap(&writer.bytes, &bytes)
  }

  package var count: Int { bytes.count }

  /// Empties it for the next use of its memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  package mutating func append(byte: UInt8) { bytes.append(byte) }

  package mutating func append(bytes other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  mutating func append(bytes other: Span<UInt8>) {
    unsafe other.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func append(uint16 value: UInt16) { appendLittleEndian(value) }

  package mutating func append(uint32 value: UInt32) { appendLittleEndian(value) }

  package mutating func append(uint64 value: UInt64) { appendLittleEndian(value) }

  package mutating func append(float value: Float) { appendLittleEndian(value.bitPattern) }

  /// - Precondition: `value` is not negative.
  package mutating func append(variable value: Int) {
    // Most are small.
    if UInt(bitPattern: value) < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: value)) }
    precondition(value >= 0, "only natural numbers have a variable-length form, not \(value)")
    var rest = UInt64(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends a text front-coded: how many bytes it begins with as the one before does, how many
  /// others it has, and these.
  mutating func append(_ text: Span<UInt8>, after previous: inout PreviousText) {
    let shared = previous.replace(with: text).shared
    append(variable: shared)
    append(variable: text.count - shared)
    append(bytes: text.extracting(shared..<text.count))
  }

  package mutating func append(text: String) {
    let utf8 = text.utf8Span.span
    append(variable: utf8.count)
    unsafe utf8.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func append(texts: [String]) {
    append(variable: texts.count)
    for text in texts { append(text: text) }
  }

  /// Zero bytes up to the next multiple of `alignment`.
  package mutating func pad(to alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }

  private mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

/// The text that the next one is written after.
struct PreviousText {
  /// Its bytes, and then others.
  private var bytes = [UInt8](repeating: 0, count: 64)
  private var count = 0

  /// Goes on to the next text.
  ///
  /// - Returns: how many bytes it begins with as the one before does, and whether it comes after it.
  mutating func replace(with text: Span<UInt8>) -> (shared: Int, isLater: Bool) {
    if text.count > bytes.count { bytes += repeatElement(0, count: text.count) }
    let (last, most) = (count, min(count, text.count))
    count = text.count
    var bytes = bytes.mutableSpan
    var shared = 0
    while shared < most, bytes[shared] == text[shared] { shared += 1 }
    let isLater = shared < most ? bytes[shared] < text[shared] : last < text.count
    for index in shared..<text.count { bytes[index] = text[index] }
    return (shared, isLater)
  }
}

/// Reads what `ByteWriter` wrote, out of one stretch of a mapped file.
///
/// Never reads past its end: a file that says more than it holds is an error, not a trap.
package struct ByteReader {
  private let file: MappedFile
  /// The next byte to read, from the start of the file.
  package private(set) var offset: Int
  /// One past the last byte.
  package let end: Int

  /// - Precondition: the range lies within the file.
  package init(_ file: MappedFile, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= file.count, "range \(range)")
    self.file = file
    offset = range.lowerBound
    end = range.upperBound
  }

  package var isAtEnd: Bool { offset == end }

  package mutating func byte() throws(IndexError) -> UInt8 {
    try need(1)
    defer { offset += 1 }
    return file.byte(at: offset)
  }

  package mutating func uint16() throws(IndexError) -> UInt16 {
    try need(2)
    defer { offset += 2 }
    return file.uint16(at: offset)
  }

  package mutating func uint32() throws(IndexError) -> UInt32 {
    try need(4)
    defer { offset += 4 }
    return file.uint32(at: offset)
  }

  package mutating func uint64() throws(IndexError) -> UInt64 {
    try need(8)
    defer { offset += 8 }
    return file.uint64(at: offset)
  }

  package mutating func float() throws(IndexError) -> Float {
    Float(bitPattern: try uint32())
  }

  /// At most 2⁶² − 1.
  package mutating func variable() throws(IndexError) -> Int {
    // Most numbers take one byte.
    if offset < end {
      let byte = file.byte(at: offset)
      if byte < 0x80 {
        offset += 1
        return Int(byte)
      }
    }
    return try longVariable()
  }

  private mutating func longVariable() throws(IndexError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 63 else { throw damage("a number is too long") }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    guard value < 1 << 62 else { throw damage("a number is too large") }
    return Int(value)
  }

  /// A count of things that take at least one byte each, so never more than the bytes left.
  package mutating func count() throws(IndexError) -> Int {
    let count = try variable()
    guard count <= end - offset else { throw damage("a count of \(count) is more than there is") }
    return count
  }

  package mutating func text() throws(IndexError) -> String {
    let length = try count()
    defer { offset += length }
    guard let text = file.text(offset..<offset + length) else { throw damage("text is not UTF-8") }
    return text
  }

  /// All bytes that are left.
  package mutating func rest() throws(IndexError) -> [UInt8] {
    defer { offset = end }
    return file.bytes(offset..<end)
  }

  /// Adds a text's bytes to others.
  package mutating func appendText(to bytes: inout [UInt8]) throws(IndexError) {
    let length = try count()
    file.append(offset..<offset + length, to: &bytes)
    offset += length
  }

  /// Passes over a text and orders it against other bytes: below zero if it comes before them.
  package mutating func compareText(to other: [UInt8]) throws(IndexError) -> Int {
    try compareText(to: other.span)
  }

  /// The same for who has no array.
  mutating func compareText(to other: Span<UInt8>) throws(IndexError) -> Int {
    let length = try count()
    defer { offset += length }
    return file.compare(offset..<offset + length, to: other)
  }

  package mutating func texts() throws(IndexError) -> [String] {
    let count = try count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }

  package mutating func skip(_ count: Int) throws(IndexError) {
    guard count >= 0 else { throw damage("a length is negative") }
    try need(count)
    offset += count
  }

  package mutating func skipText() throws(IndexError) { try skip(count()) }

  package func damage(_ reason: String) -> IndexError {
    .damaged(path: file.path, offset: offset, reason: reason)
  }

  private func need(_ count: Int) throws(IndexError) {
    guard count <= end - offset else { throw damage("data ends too soon") }
  }
}
