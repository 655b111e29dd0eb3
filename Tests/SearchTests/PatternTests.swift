import Search
import Testing

/// Patterns mean what Python's `re.search(pattern, text, re.I | re.S)` makes of them.
@Suite struct PatternTests {
  static let within80 = "a" + String(repeating: "x", count: 80) + "b"
  static let beyond80 = "a" + String(repeating: "x", count: 81) + "b"
  static let range = #"5\s*%?\s*(?:-|–|—|to)\s*10"#

  static let matching: [(pattern: String, text: String)] = [
    (#"a[\s\S]{0,80}b"#, within80), (#"MRI[\s\S]{0,80}spine"#, "an MRI\nof the spine"),
    ("brain.*spine", "Brain\nspine"),
    (#"\bLM\b"#, "is LM rare"), (#"\bLM\b"#, "(lm)"), (#"\bLM\b"#, "LM's"),
    (#"\bLM\b"#, "LM-linked"),
    (#"\bcan\b"#, "can't"), (#"\bmonths?\b"#, "months."), (#"\bno\b"#, "“no”"), (#"\bé"#, "été"),
    (#"\b5\b"#, "5%"), (#"\b5\b"#, "about 5."), (#"\b5\b"#, "5.5"), (#"\b5\b"#, "5,000"),
    (#"\b5\s*%"#, "in 5 % of"), (#"\b\d{1,2}\b"#, "in 10"), (#"\b2[–-]4 months\b"#, "2–4 months"),
    (#"\b10,000\b"#, "10,000."), (#"\B5"#, "15"),
    (#"stage (4|four)\b"#, "counted as stage 4 cancer"), (#"\b5-7 months"#, "about 5-7 months"),
    (#"\bL1\b"#, "(L1)"), (#"\bwell\b"#, "well-known"), (#"\bnœud\b"#, "le nœud."),
    (range, "5-10"), (range, "about 5 – 10%"), (range, "5%—10%"), (range, "5% to 10%"),
    (range, "5TO10"), (#"5\s*[–—-]\s*10"#, "5 - 10"), (#"stage[\s\-–]4"#, "stage–4"),
    (#"[\w-]+ scan"#, "follow-up scan"), ("don[’']t", "don’t"),
    ("lumbar puncture", "LUMBAR Puncture"), ("É", "été"), ("σ", "Σ"), ("[A-Z]", "abc"),
    (#"\bna\w+ve\b"#, "naïve"), (#"5\s*mg"#, "5\u{A0}mg"), (#"\d\s?%"#, "5\u{202F}%"),
    ("colou?r", "color"), (#"3\.5"#, "3.5"), (#"a\-b\%\'\/"#, "a-b%'/"), (#"(a)\1"#, "aa"),
    ("(?P<n>a)b", "ab"), ("(?=.*spine).*brain", "brain and spine"), ("^LM", "LM is"),
    ("is$", "LM is"), ("^$", ""), (#"\u2013"#, "–"),
  ]

  @Test(arguments: matching)
  func `what Python finds is found`(pattern: String, text: String) throws {
    #expect(try Pattern(pattern).matches(text))
  }

  static let notMatching: [(pattern: String, text: String)] = [
    (#"a[\s\S]{0,80}b"#, beyond80), (#"\bLM\b"#, "film"), (#"\bLM\b"#, "LMs"),
    (#"\bLM\b"#, "LM_x"), (#"\b5\b"#, "15"), (#"\b5\b"#, "5th"), (#"\b5%"#, "15%"),
    (#"\b5-7 months"#, "about 15-7 months"), (#"\bL1\b"#, "L12"), (#"\bfit\b"#, "benefit"),
    (#"\bé"#, "xé"), (#"\B5"#, "5"), (#"\b\d{1,2}\b"#, "in 100"), (range, "5 and 10"),
    (range, "5−10"), (#"3\.5"#, "345"), ("^(?!.*never).*safe", "never safe"), ("^is", "LM is"),
    ("[^a-z]", "ABC"), (#"\s"#, "\u{200B}"), ("ß", "SS"),
  ]

  @Test(arguments: notMatching)
  func `what Python does not find is not found`(pattern: String, text: String) throws {
    #expect(try !Pattern(pattern).matches(text))
  }

  @Test(arguments: ["(", "[a", "*a", "a**", "\\", #"\p{Foo}"#, "a{3,1}"])
  func `what is no pattern is an error`(pattern: String) {
    #expect(throws: (any Error).self) { try Pattern(pattern) }
  }
}
