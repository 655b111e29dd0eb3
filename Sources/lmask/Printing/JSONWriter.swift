/// Writes JSON (RFC 8259) on one line, keys in the order given.
struct JSONWriter {
  private(set) var text = ""
  private var needsComma = false

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  mutating func key(_ name: String) {
    separate()
    quote(name)
    text += ":"
    needsComma = false
  }

  mutating func string(_ value: String?) {
    separate()
    if let value { quote(value) } else { text += "null" }
  }

  mutating func integer(_ value: Int?) {
    separate()
    text += value.map(String.init) ?? "null"
  }

  /// JSON has no infinities and no NaN: they become null.
  mutating func number(_ value: Double?) {
    separate()
    if let value, value.isFinite { text += "\(value)" } else { text += "null" }
  }

  mutating func number(_ value: Float) {
    separate()
    text += value.isFinite ? "\(value)" : "null"
  }

  mutating func strings(_ values: [String]) {
    array { for value in values { $0.string(value) } }
  }

  private mutating func nest(
    _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = true
  }

  /// Control characters, bidirectional controls among them, are escaped: the text stays exact and harmless on a terminal.
  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.isControl: escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
