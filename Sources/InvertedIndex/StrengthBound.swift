/// The strength of a posting in one byte, never below what it was; as a floor, never above.
///
/// A number of four bits behind the point and four of exponent, from 2⁻⁶ to 2¹⁰; the highest byte
/// stands for any number. At most 6 % too high, which saturation makes 3 % of a score or less.
enum StrengthBound {
  /// The four bits below a float's exponent are kept.
  private static let dropped: UInt32 = 19
  /// The kept bits of 2⁻⁶.
  private static let lowest: UInt32 = (127 - 6) << 4

  /// - Parameter strength: not negative.
  static func code(notBelow strength: Float) -> UInt8 {
    guard strength.isFinite else { return .max }
    let kept = (strength.bitPattern + (1 << dropped - 1)) >> dropped
    return UInt8(clamping: Int(kept) - Int(lowest))
  }

  /// The highest number that is not above a strength, as a floor; 0 stands for 0.
  static func code(notAbove strength: Float) -> UInt8 {
    guard strength.isFinite else { return 0 }
    return UInt8(min(max(Int(strength.bitPattern >> dropped) - Int(lowest), 0), 254))
  }

  /// What a floor stands for.
  static func floor(_ code: UInt8) -> Float { code == 0 ? 0 : strength(code) }

  /// Infinite for the highest code.
  static func strength(_ code: UInt8) -> Float {
    code == .max ? .infinity : Float(bitPattern: (lowest + UInt32(code)) << dropped)
  }
}
