import Testing

@testable import Corpus

@Suite struct HeadingAttributesTests {
  @Test(
    arguments: [
      ("Plain", "Plain", nil, []),
      ("How long? {#survival .sensitive}", "How long?", "survival", ["sensitive"]),
      ("Two {.a .b}", "Two", nil, ["a", "b"]),
      ("Tight{#x}", "Tight", "x", []),
      ("Key {#x lang=en}", "Key", "x", []),
      ("Last wins {#x #y}", "Last wins", "y", []),
      ("Empty {}", "Empty", nil, []),
      ("Sets {1, 2}", "Sets {1, 2}", nil, []),
      ("Lone {#}", "Lone {#}", nil, []),
      ("Lone {.}", "Lone {.}", nil, []),
      ("Early {#x} on", "Early {#x} on", nil, []),
      ("}", "}", nil, []),
      ("{#x}", "", "x", []),
      ("", "", nil, []),
    ] as [(String, String, String?, [String])])
  func `a heading parts from its attributes`(
    text: String, words: String, anchor: String?, classes: [String]
  ) {
    let (rest, attributes) = HeadingAttributes.split(text)
    #expect(rest == words)
    #expect(attributes == HeadingAttributes(anchor: anchor, classes: classes))
  }
}

@Suite struct AskedAsTests {
  @Test(
    arguments: [
      ("<!-- asked as\nwhat is it\nhow is it\n-->", ["8 what is it", "9 how is it"]),
      ("<!-- asked as:\n- one\n-  two\n\n three \n-->\n", ["8 one", "9 two", "11 three"]),
      ("\n\n<!--\n\nasked as\n\nx\n-->", ["13 x"]),
      ("<!--asked-as\nx-->", ["8 x"]),
      ("<!-- Asked As\r\nx\r\n-->", ["8 x"]),
      ("<!-- asked as -->", []),
    ] as [(String, [String])])
  func `other ways to ask stand one a line and know their lines`(
    html: String, questions: [String]
  ) {
    let found = AskedAs.questions(inComment: html, firstLine: 7)
    #expect(found?.map { "\($0.line) \($0.text)" } == questions)
  }

  @Test(arguments: [
    "", "<!-- -->", "<!-- todo\nask\n-->", "<!-- asked as what?\nx -->", "<p>asked as</p>",
    "<!-- asked as\nnever closed", "asked as\nx -->", "<!-->", "<!--->\nasked as", "<!",
  ])
  func `other comments ask nothing`(html: String) {
    #expect(AskedAs.questions(inComment: html, firstLine: 1) == nil)
  }
}

@Suite struct PipeTableTests {
  func rows(_ text: String) -> [String]? {
    PipeTable.rows(of: text)?.map { "\($0.lineOffset): \($0.text)" }
  }

  @Test(
    arguments: [
      ("| a | b |\n|---|---|\n| 1 | 2 |", ["0: a | b", "2: 1 | 2"]),
      ("a|b\n:-|-:\n1|2\n3|4", ["0: a | b", "2: 1 | 2", "3: 3 | 4"]),
      ("| a |\n| - |", ["0: a"]),
      ("| a | b |\n| --- | :---: |\n| | 2 |", ["0: a | b", "2:  | 2"]),
      ("| a | b |\n| --- | --- |\nrow without pipes", ["0: a | b", "2: row without pipes"]),
      ("| a | b |\n| --- | --- |\n| | |\n| 3 | |", ["0: a | b", "3: 3 | "]),
    ] as [(String, [String])])
  func `a header over a line of dashes makes a table`(text: String, expected: [String]) {
    #expect(rows(text) == expected)
  }

  @Test(arguments: [
    "", "| a | b |", "a\n---", "a | b\nc | d", "| a |\n| : |", "| a |\n||", "one\n| a |\n|---|",
  ])
  func `other paragraphs are no table`(text: String) {
    #expect(rows(text) == nil)
  }
}

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<div>\n<p>One <b>two</b></p>\n</div>", "One two"),
    ("<td>a</td><td>b</td>", "a b"),
    ("<img alt='x'>", ""),
    ("<!-- nobody sees this -->", ""),
    ("<!-- one --> seen <!-- two\nlines --> too", "seen too"),
    ("<!-- never closed", ""),
    ("<script>\nalert(1)\n</script>", ""),
    ("<STYLE>p {}</STYLE>", ""),
    ("<!DOCTYPE html>", ""),
    ("<?php echo 1 ?>", ""),
    ("", ""),
  ])
  func `the words between the tags are what is seen`(html: String, words: String) {
    #expect(HTMLText.visible(in: html) == words)
  }
}
