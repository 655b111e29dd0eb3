import TestSupport
import Testing

@testable import lmask

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("字", 2), ("ｗ", 2), ("한", 2), ("🧠", 2),
    ("\u{200B}", 0), ("\u{FEFF}", 0), ("…", 1), ("•", 1), ("\u{1B}", 0), ("－", 2), ("—", 1),
    ("\u{AD}", 1), ("🩺", 2), ("⚡", 2), ("✈", 1), ("🇩🇪", 2), ("各", 2), ("ﾊ", 1), ("ハ", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{20DD}", 1), ("\u{5D0}\u{5B7}", 1),
    ("\u{E01}\u{E31}", 1), ("\u{1D54F}", 1), ("\u{20000}", 2), ("½", 1), ("\u{FE0F}", 0),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `every control character becomes one visible character`() {
    for value in (UInt32(0)...0x2070).compactMap(Unicode.Scalar.init) {
      let isHarmful =
        value.value < 0x20 && value != "\t" && value != "\n"
        || (0x7F...0x9F).contains(value.value) || value.properties.isBidiControl
        || value == "\u{2028}" || value == "\u{2029}"
      let text = String(Character("a")) + String(Character(value)) + "b"
      let neutral = text.neutralised
      #expect((neutral != text) == isHarmful, "U+\(String(value.value, radix: 16))")
      #expect(neutral.unicodeScalars.count == 3)
      #expect(!neutral.unicodeScalars.contains { $0.isControl })
    }
  }

  @Test func `C0 becomes its control picture and the rest the replacement character`() {
    #expect("\u{0}\u{1B}\u{1F}".neutralised == "\u{2400}\u{241B}\u{241F}")
    #expect(
      "\u{7F}\u{85}\u{9B}\u{202E}\u{2066}".neutralised == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    )
    #expect("a\tb\nc".neutralised == "a\tb\nc")
    #expect("a\r\nb".neutralised == "a\u{240D}\nb")
  }

  @Test func `one line holds no tab and no newline`() {
    #expect("a\tb\nc\u{1B}d".onOneLine == "a b c\u{241B}d")
  }
}
