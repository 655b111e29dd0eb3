import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct StrengthBoundTests {
  @Test func `a strength comes back no lower and little higher`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let strength = Float.random(in: 0.02...900, using: &generator)
      let bound = StrengthBound.strength(StrengthBound.code(notBelow: strength))
      #expect(bound >= strength && bound <= strength * 1.0626, "\(strength)")
    }
  }

  @Test func `every code comes back, and codes rise with strengths`() {
    for code in UInt8.min...UInt8.max {
      let strength = StrengthBound.strength(code)
      #expect(StrengthBound.code(notBelow: strength) == code)
      if code < .max {
        #expect(strength < StrengthBound.strength(code + 1))
        #expect(StrengthBound.code(notBelow: strength.nextUp) == code + 1)
      }
    }
  }

  @Test(arguments: [(0, 0), (0.001, 0), (961, 255), (1e30, 255), (.infinity, 255), (.nan, 255)])
  func `what lies outside counts as the nearest that is not below`(strength: Float, code: UInt8) {
    #expect(StrengthBound.code(notBelow: strength) == code)
  }

  @Test func `a floor comes back no higher and little lower`() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<10_000 {
      let strength = Float.random(in: 0.02...900, using: &generator)
      let floor = StrengthBound.floor(StrengthBound.code(notAbove: strength))
      #expect(floor <= strength && floor * 1.0626 >= strength, "\(strength)")
    }
    for code in UInt8.min..<UInt8.max {
      #expect(StrengthBound.code(notAbove: StrengthBound.floor(code)) == code)
    }
  }

  @Test(arguments: [(0, 0), (0.001, 0), (1e30, 254), (.infinity, 0), (.nan, 0)])
  func `a floor of what lies outside is not above it`(strength: Float, code: UInt8) {
    #expect(StrengthBound.code(notAbove: strength) == code)
  }
}
