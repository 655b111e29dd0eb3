/// Where things stand in a JSON text, as far as a person must be told: the decoder names no lines.
///
/// The grammar is that of RFC 8259, looked at token by token.
struct JSONOutline {
  /// The lines on which the elements of an outermost list start, 1-based.
  private(set) var elementLines: [Int] = []
  /// The line of the first token that may not stand where it does, or after which more must come;
  /// 1-based, nil if there is none.
  private(set) var faultLine: Int?

  private var expected = Expectation.value
  /// The brackets that are open, outermost first.
  private var open: [UInt8] = []

  /// What may come next.
  private enum Expectation {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
  }

  init(_ json: [UInt8]) {
    var line = 1
    var lastLine = 1
    var position = json.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < json.count {
      if Self.isSpace(json[position]) {
        if json[position] == 0x0A { line += 1 }
        position += 1
        continue
      }
      let token = Self.token(json[position...])
      lastLine = line
      guard accept(token, line) else {
        faultLine = line
        return
      }
      position = token.endIndex
    }
    if expected != .nothing { faultLine = lastLine }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  /// A bracket, comma or colon, a string up to its end or that of the line, or anything up to these.
  private static func token(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let marks = Array("[]{},:\"".utf8)
    guard let first = rest.first else { return rest }
    guard first == UInt8(ascii: "\"") else {
      if marks.contains(first) { return rest.prefix(1) }
      return rest.prefix { !marks.contains($0) && !isSpace($0) }
    }
    var isEscaped = false
    for index in rest.indices.dropFirst() {
      if rest[index] == 0x0A { return rest[..<index] }
      if rest[index] == first && !isEscaped { return rest[...index] }
      isEscaped = rest[index] == UInt8(ascii: "\\") && !isEscaped
    }
    return rest
  }

  /// Takes a token into account; false if it may not stand here.
  private mutating func accept(_ token: ArraySlice<UInt8>, _ line: Int) -> Bool {
    let mark = token.first ?? 0
    switch mark {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard expected == .value || expected == .valueOrEnd else { return false }
      startValue(line)
      open.append(mark)
      expected = mark == UInt8(ascii: "[") ? .valueOrEnd : .keyOrEnd
    case UInt8(ascii: "]"): return close(UInt8(ascii: "["), ifEmpty: .valueOrEnd)
    case UInt8(ascii: "}"): return close(UInt8(ascii: "{"), ifEmpty: .keyOrEnd)
    case UInt8(ascii: ","):
      guard expected == .commaOrEnd else { return false }
      expected = open.last == UInt8(ascii: "[") ? .value : .key
    case UInt8(ascii: ":"):
      guard expected == .colon else { return false }
      expected = .value
    default: return acceptText(token, line)
    }
    return true
  }

  private mutating func acceptText(_ token: ArraySlice<UInt8>, _ line: Int) -> Bool {
    let isString = token.first == UInt8(ascii: "\"")
    let text = String(decoding: token, as: UTF8.self)
    guard isString ? token.count > 1 && token.last == token.first : Self.isLiteral(text) else {
      return false
    }
    switch expected {
    case .key, .keyOrEnd:
      expected = .colon
      return isString
    case .value, .valueOrEnd:
      startValue(line)
      endValue()
      return true
    case .colon, .commaOrEnd, .nothing: return false
    }
  }

  private static func isLiteral(_ text: String) -> Bool {
    ["true", "false", "null"].contains(text) || Double(text) != nil
  }

  private mutating func close(_ bracket: UInt8, ifEmpty empty: Expectation) -> Bool {
    guard open.last == bracket, expected == .commaOrEnd || expected == empty else { return false }
    open.removeLast()
    endValue()
    return true
  }

  private mutating func startValue(_ line: Int) {
    if open == [UInt8(ascii: "[")] { elementLines.append(line) }
  }

  private mutating func endValue() { expected = open.isEmpty ? .nothing : .commaOrEnd }
}
