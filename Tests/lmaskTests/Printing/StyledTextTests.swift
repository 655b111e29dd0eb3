import TestSupport
import Testing

@testable import lmask

@Suite struct StyledTextTests {
  @Test func `words are kept whole where they fit`() {
    let lines = StyledText("one two three four five six").wrapped(width: 20)
    #expect(lines.map { $0.rendered(color: false) } == ["one two three four", "five six"])
  }

  @Test func `a line may be filled to its last column`() {
    let lines = StyledText("aaaaaaaaaa bbbbbbbbb c").wrapped(width: 20)
    #expect(lines.map { $0.rendered(color: false) } == ["aaaaaaaaaa bbbbbbbbb", "c"])
  }

  @Test func `indents count`() {
    let lines = StyledText("aaaa bbbb cccc dddd eeee").wrapped(width: 20, first: "1. ", rest: "   ")
    #expect(lines.map { $0.rendered(color: false) } == ["1. aaaa bbbb cccc", "   dddd eeee"])
  }

  @Test func `without a width everything stays on one line`() {
    let text = String(repeating: "word ", count: 100)
    let lines = StyledText(text).wrapped(width: nil, first: "> ", rest: "  ")
    #expect(lines.map { $0.rendered(color: false) } == ["> " + text])
  }

  @Test func `a word wider than the line is cut at its end`() {
    let lines = StyledText(String(repeating: "x", count: 45)).wrapped(width: 20)
    #expect(lines.map(\.columns) == [20, 20, 5])
  }

  @Test func `escape codes are written only with colour, and every style ends`() {
    var text = StyledText("a ", .bold)
    text.append("b")
    text.append("c", [.dim, .underline])
    #expect(text.rendered(color: false) == "a bc")
    #expect(text.rendered(color: true) == "\u{1B}[1ma \u{1B}[0mb\u{1B}[2;4mc\u{1B}[0m")
  }

  @Test func `words that look the same share one pair of escape codes`() {
    let lines = StyledText("one two three four five", .bold).wrapped(width: 20, first: "» ")
    #expect(
      lines.map { $0.rendered(color: true) } == [
        "» \u{1B}[1mone two three four\u{1B}[0m", "\u{1B}[1mfive\u{1B}[0m",
      ])
  }

  @Test func `a link is written only where links are wanted, and goes on after a break`() throws {
    let address = "https://example.org/" + String(repeating: "x", count: 20)
    var text = StyledText("see ")
    let target = Hyperlink(address)
    text.append(address, .dim, link: try #require(target))
    #expect(text.rendered(color: false) == "see " + address)
    let lines = text.wrapped(width: 30).map { $0.rendered(color: false, links: true) }
    func link(_ text: String) -> String {
      "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }
    #expect(lines.count == 3)
    #expect(lines[1] == link(String(address.prefix(30))))
    #expect(lines[2] == link(String(address.dropFirst(30))))
  }

  @Test(arguments: 20...120)
  func `no line is wider than the width and nothing is lost`(width: Int) {
    for seed in UInt64(1)...12 {
      var random = SeededGenerator(seed: seed &* 1000 &+ UInt64(width))
      let (text, plain) = Self.randomText(&random)
      let indent = String(repeating: " ", count: Int.random(in: 0...8, using: &random))
      let lines = text.wrapped(width: width, first: indent, rest: indent)
      for line in lines {
        #expect(line.columns <= width, "seed \(seed), width \(width)")
        #expect(line.rendered(color: false).hasPrefix(indent), "seed \(seed), width \(width)")
      }
      let kept = lines.map { $0.rendered(color: false) }.joined()
      #expect(kept.withoutSpaces == plain.withoutSpaces, "seed \(seed), width \(width)")
    }
  }

  @Test func `words of one line keep one space between them`() {
    for seed in UInt64(1)...100 {
      var random = SeededGenerator(seed: seed)
      let (text, plain) = Self.randomText(&random)
      let words = plain.split(separator: " ")
      let wide = text.wrapped(width: 10_000)
      #expect(wide.count == 1)
      #expect(wide[0].rendered(color: false) == words.joined(separator: " "), "seed \(seed)")
    }
  }

  /// Words of narrow, wide and joined characters in runs of several styles, some longer than a line.
  private static func randomText(_ random: inout SeededGenerator) -> (StyledText, String) {
    var text = StyledText()
    var plain = ""
    let characters = ["a", "b", "é", "e\u{301}", "字", "🧠", "👩‍⚕️", "-", "한", " ", " "]
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let length = Int.random(in: 1...(Bool.random(using: &random) ? 6 : 70), using: &random)
      let piece = (0..<length).map { _ in characters.randomElement(using: &random)! }.joined()
      text.append(piece, Style(rawValue: Int.random(in: 0...7, using: &random)))
      plain += piece
    }
    return (text, plain)
  }
}

extension String {
  fileprivate var withoutSpaces: String { filter { $0 != " " } }
}
