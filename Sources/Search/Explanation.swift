/// Why a number is what it is: a name, the value, and the parts it was made of.
package struct Explanation: Equatable, Sendable {
  package let name: String
  package let value: Float
  package let parts: [Explanation]

  package init(_ name: String, _ value: Float, _ parts: [Explanation] = []) {
    self.name = name
    self.value = value
    self.parts = parts
  }

  /// A node whose value is the sum of its parts.
  package static func sum(_ name: String, of parts: [Explanation]) -> Explanation {
    Explanation(name, parts.reduce(0) { $0 + $1.value }, parts)
  }

  /// One line a node, parts indented by two spaces below their whole.
  package func lines(indent: Int = 0) -> [String] {
    let spaces = String(repeating: " ", count: indent * 2)
    return ["\(spaces)\(value.decimal(3))  \(name)"]
      + parts.flatMap { $0.lines(indent: indent + 1) }
  }
}

extension Float {
  /// With a fixed number of digits after the point, whatever the locale.
  package func decimal(_ digits: Int) -> String { Double(self).decimal(digits) }
}

extension Double {
  /// With a fixed number of digits after the point, whatever the locale; halves round away from zero.
  package func decimal(_ digits: Int) -> String {
    guard isFinite, magnitude < 1e15 else { return "\(self)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int64((magnitude * scale).rounded())
    let whole = scaled / Int64(scale)
    let rest = String(scaled % Int64(scale))
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + "\(whole)" }
    return sign + "\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}
