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
}
