import Testing

@testable import Corpus

@Suite struct UrgentSignsParserTests {
  func parse(_ text: String) throws(CorpusError) -> UrgentSigns {
    try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(text.utf8)))
  }

  /// A sign that is as it should be, but for what a test changes.
  static let sign =
    "sign: fit\nkind: urgent\ntitle: A fit\nwhen: a fit\ncard: Stay [@a].\ncall: {emergency}\n"

  @Test func `a sign and its numbers are read`() throws {
    let signs = try parse(
      """
      # What needs help now.

      numbers: UK
      emergency: 999, or go to
        A&E [@christie]
      crisis: 116 123

      sign: seizure
      kind: urgent
      title: A seizure (fit)
      when: having a fit, having  a seizure
      when: shaking, twitching + won't stop,
        cannot answer + now
      not: fit and well,  keep fit
      card: Stay with the person: do not
        restrain them [@utmb].
      call: {emergency}

      sign: thoughts
      kind: crisis
      title: You are not alone
      when: suicidal
      card: I am so sorry.
      call: {crisis}

      """)
    #expect(
      signs.numbers == [
        UrgentSigns.Numbers(
          country: "UK", emergency: "999, or go to A&E [@christie]", crisis: "116 123", line: 3)
      ])
    #expect(
      signs.signs == [
        UrgentSigns.Sign(
          id: "seizure", kind: .urgent, title: "A seizure (fit)",
          ways: [
            [["having a fit", "having a seizure"]],
            [["shaking", "twitching"], ["won't stop", "cannot answer"], ["now"]],
          ], excluded: ["fit and well", "keep fit"],
          card: "Stay with the person: do not restrain them [@utmb].", call: "{emergency}",
          line: 8),
        UrgentSigns.Sign(
          id: "thoughts", kind: .crisis, title: "You are not alone", ways: [[["suicidal"]]],
          excluded: [],
          card: "I am so sorry.", call: "{crisis}", line: 19),
      ])
  }

  @Test(arguments: ["", "\n", "# only a note\n", "\u{FEFF}"])
  func `a file without records has no sign`(text: String) throws {
    #expect(try parse(text) == UrgentSigns())
  }

  @Test(
    arguments: [
      ("a", [[["a"]]]),
      ("a, b ,, c,", [[["a", "b", "c"]]]),
      ("a + b", [[["a"], ["b"]]]),
      ("a, b + c\n  + d, e", [[["a", "b"], ["c"], ["d", "e"]]]),
      ("ä, 水", [[["ä", "水"]]]),
      ("a\nwhen: b + c", [[["a"]], [["b"], ["c"]]]),
    ] as [(String, [[[String]]])])
  func `a way of saying it is groups of alternatives`(text: String, ways: [[[String]]]) throws {
    let signs = try parse(Self.sign.replacing("a fit", with: text))
    #expect(signs.signs.map(\.ways) == [ways])
  }

  /// What is put in place of what, and what is then wrong where.
  @Test(
    arguments: [
      ("kind: urgent\n", "", 1, "sign: fit has no kind:"),
      ("title: A fit\n", "", 1, "sign: fit has no title:"),
      ("when: a fit\n", "", 1, "sign: fit has no when:"),
      ("card: Stay [@a].\n", "", 1, "sign: fit has no card:"),
      ("call: {emergency}\n", "", 1, "sign: fit has no call:"),
      ("kind: urgent\n", "kind: Urgent\n", 1, "sign: fit has a kind: other than urgent or crisis"),
      ("title: A fit\n", "title: A\ntitle: B\n", 1, "sign: fit has title: more than once"),
      ("when: a fit", "when: a +", 1, "sign: fit has a when: with nothing beside a +"),
      ("when: a fit", "when: + a", 1, "sign: fit has a when: with nothing beside a +"),
      ("when: a fit", "when: a + , + b", 1, "sign: fit has a when: with nothing beside a +"),
      ("when: a fit", "when: ,", 1, "sign: fit has a when: with nothing beside a +"),
      ("when: a fit", "wen: a fit", 4, "\"wen\" is no keyword of this file"),
      ("when: a fit", "a fit", 4, "\"a fit\" is no keyword of this file"),
      ("card: Stay [@a].", "card:", 5, "card: says nothing"),
      ("sign: fit", "sign:", 1, "sign: says nothing"),
      ("sign: fit\n", "", 1, "kind: stands before any sign:, list: or numbers:"),
    ])
  func `what is malformed is named with its line`(
    old: String, new: String, line: Int, reason: String
  ) {
    let text = "# A note.\n\n" + Self.sign.replacing(old, with: new)
    let error = #expect(throws: CorpusError.self) { try parse(text) }
    #expect(error == .urgentMalformed(path: "urgent.txt", line: line + 2, reason: reason))
    #expect(
      error?.description
        == "urgent.txt:\(line + 2): \(reason); see the corpus's README for the form")
  }

  @Test(
    arguments: [
      ("numbers: UK\nemergency: 999\n", 1, "numbers: UK has no crisis:"),
      ("numbers: UK\ncrisis: 111\n", 1, "numbers: UK has no emergency:"),
      (
        "\nnumbers: UK\nemergency: 999\nemergency: 911\ncrisis: 1\n", 2,
        "numbers: UK has emergency: more than once"
      ),
      (
        UrgentSignsParserTests.sign + "\n" + UrgentSignsParserTests.sign, 8,
        "sign: fit stands twice"
      ),
    ])
  func `numbers and signs stand whole and once`(text: String, line: Int, reason: String) {
    let error = #expect(throws: CorpusError.self) { try parse(text) }
    #expect(error == .urgentMalformed(path: "urgent.txt", line: line, reason: reason))
  }
}
