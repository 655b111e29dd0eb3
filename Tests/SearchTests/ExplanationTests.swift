import Search
import Testing

@Suite struct ExplanationTests {
  @Test func `a tree prints one line a node, parts indented below their whole`() {
    let tree = Explanation.sum(
      "score", of: [Explanation("a", 1.5, [Explanation("b", 0.0004)]), Explanation("c", 2)])
    #expect(tree.lines() == ["3.500  score", "  1.500  a", "    0.000  b", "  2.000  c"])
  }

  @Test func `a sum of nothing is zero`() {
    #expect(Explanation.sum("score", of: []) == Explanation("score", 0))
  }

  static let decimals: [(value: Double, digits: Int, text: String)] = [
    (0, 2, "0.00"), (1.005, 0, "1"), (0.5, 0, "1"), (-0.5, 0, "-1"), (-0.001, 2, "0.00"),
    (2.25, 1, "2.3"), (-2.25, 1, "-2.3"), (9.999, 2, "10.00"), (0.05, 3, "0.050"),
    (1234567.891, 2, "1234567.89"), (.infinity, 2, "inf"), (.nan, 2, "nan"), (1e300, 2, "1e+300"),
  ]

  @Test(arguments: decimals)
  func `decimals have a fixed number of digits`(value: Double, digits: Int, text: String) {
    #expect(value.decimal(digits) == text)
  }
}
