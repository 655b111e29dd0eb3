/// Writes JSON (RFC 8259) on one line, keys in the order given.
struct JSONWriter {
  /// In UTF-8.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  mutating func key(_ name: String) {
    separate()
    quote(name.utf8.span)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ value: String?) {
    separate()
    if let value { quote(value.utf8.span) } else { append("null") }
  }

  /// - Parameter utf8: valid UTF-8.
  mutating func string(utf8: ArraySlice<UInt8>) {
    separate()
    quote(utf8.span)
  }

  mutating func integer(_ value: Int?) {
    separate()
    if let value { append(value) } else { append("null") }
  }

  /// JSON has no infinities and no NaN: they become null.
  mutating func number(_ value: Double?) {
    separate()
    if let value, value.isFinite { append("\(value)") } else { append("null") }
  }

  mutating func number(_ value: Float) {
    separate()
    append(value.isFinite ? "\(value)" : "null")
  }

  mutating func strings(_ values: [String]) {
    array { for value in values { $0.string(value) } }
  }

  private mutating func append(_ text: String) { append(text.utf8.span) }

  /// Without making a string, because every highlight is two numbers.
  private mutating func append(_ value: Int) {
    guard value >= 0 else { return append("\(value)") }
    if value > 9 { append(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  private mutating func nest(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Control characters, bidirectional controls among them, are escaped: the text stays exact and harmless on a terminal.
  ///
  /// What needs no escape, nearly all there is, is copied in runs.
  private mutating func quote(_ value: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < value.count {
      if index + 8 <= value.count, Self.isPlain(value, from: index) {
        index += 8
        continue
      }
      if Self.isPlain(value[index]) {
        index += 1
        continue
      }
      let (scalar, length) = Self.scalar(of: value, at: index)
      if scalar.value < 0x80 || scalar.isControl {
        append(value.extracting(start..<index))
        escape(scalar)
        start = index + length
      }
      index += length
    }
    append(value.extracting(start..<index))
    bytes.append(UInt8(ascii: "\""))
  }

  /// Printable ASCII that stands for itself between quotation marks.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The same of eight bytes at once.
  ///
  /// Bytes are compared as parts of one integer (S. E. Anderson, Bit Twiddling Hacks, "Determine if a
  /// word has a byte less than n"): a borrow can only report a byte too many, and those are looked at
  /// one by one.
  private static func isPlain(_ value: Span<UInt8>, from start: Int) -> Bool {
    // The span checks the bounds; any bytes are an integer.
    let word = unsafe value.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ ones &* 0x22
    let backslash = word ^ ones &* 0x5C
    let delete = word ^ ones &* 0x7F
    let tooLow = (word &- ones &* 0x20) & ~word
    let equal =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      | ((delete &- ones) & ~delete)
    return (word | tooLow | equal) & (ones &* 0x80) == 0
  }

  /// The scalar that starts at a byte of valid UTF-8, and its length in bytes.
  private static func scalar(
    of value: Span<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(value[index])
    guard first >= 0xC0 else { return (Unicode.Scalar(value[index]), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var code = first & (0x7F >> UInt32(length))
    for offset in 1..<length { code = code << 6 | UInt32(value[index + offset] & 0x3F) }
    return (Unicode.Scalar(code) ?? "\u{FFFD}", length)
  }

  private mutating func append(_ run: Span<UInt8>) {
    unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\t": append("\\t")
    default:
      let digits = String(scalar.value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
