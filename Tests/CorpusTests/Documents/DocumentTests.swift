import Testing

@testable import Corpus

@Suite struct DocumentTests {
  @Test func `a document prints every part with its lines`() {
    let top = Heading(text: "Top", level: 1, line: 1)
    let inner = Heading(text: "In", level: 3, anchor: "in", classes: ["a", "b"], line: 3)
    let document = Document(
      path: "x/a.md", title: "T", frontMatter: FrontMatter(),
      sections: [
        Section(headings: []),
        Section(
          headings: [top, inner], askedAs: [AskedQuestion("why", line: 3)],
          blocks: [
            Block(kind: .paragraph, text: "One.", lines: 4...5),
            Block(kind: .tableRow, depth: 2, text: "a | b", lines: 7...7),
          ]),
      ])
    #expect(
      document.dump == """
        document x/a.md "T"
        section -
        section h1 "Top" > h3 "In" #in .a .b
          asked as "why"
          paragraph depth 0 lines 4-5 "One."
          tableRow depth 2 lines 7-7 "a | b"

        """)
  }

  @Test(arguments: [
    ("leptomeningeal-metastases.txt", "leptomeningeal metastases"),
    ("a/b/lumbar_puncture.md", "lumbar puncture"),
    ("My notes.md", "My notes"), ("v1.2-notes.md", "v1.2 notes"), ("plain", "plain"),
    ("-.md", "-.md"), ("a/--.txt", "--.txt"), ("😀.md", "😀"),
  ])
  func `a document that names no title is called as its file`(path: String, title: String) {
    #expect(Document.title(forPath: path) == title)
  }
}
