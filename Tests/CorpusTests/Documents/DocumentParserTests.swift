import Testing

@testable import Corpus

@Suite struct DocumentParserTests {
  @Test(arguments: ["a.md", "a.MD", "a.markdown", "x.y/a.b.Md", "a b\n😀.md"])
  func `markdown is known by its extension`(path: String) {
    #expect(DocumentParsers.parser(forPath: path) is MarkdownParser)
  }

  @Test(arguments: ["a.txt", "x/A.TXT"])
  func `plain text is known by its extension`(path: String) {
    #expect(DocumentParsers.parser(forPath: path) is PlainTextParser)
  }

  @Test(arguments: ["", "a", "md", "a.md.bak", "a.pdf", "x.md/a", "a.", ".md", "a.md "])
  func `other names have no parser`(path: String) {
    #expect(DocumentParsers.parser(forPath: path) as Any? == nil)
  }
}
