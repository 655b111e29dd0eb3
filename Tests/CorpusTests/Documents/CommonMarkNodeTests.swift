import Testing

@testable import Corpus

@Suite struct CommonMarkNodeTests {
  @Test func `nodes know their kind, lines, level and words`() {
    let markdown = Array("## Head\n\none\ntwo `code`\n\n- item\n\n> said\n\n```\nx\n```\n".utf8)
    let facts = CommonMarkNode.withTree(of: markdown[...]) { root in
      root.children.map { "\($0.kind) \($0.lines) \($0.literal)" }
    }
    #expect(
      facts == [
        "heading 1...1 ", "paragraph 3...4 ", "list 6...7 ", "blockQuote 8...8 ",
        "codeBlock 10...12 x\n",
      ])
    let level = CommonMarkNode.withTree(of: markdown[...]) { $0.firstChild?.headingLevel }
    #expect(level == 2)
    let inlines = CommonMarkNode.withTree(of: markdown[...]) { root in
      root.firstChild?.next?.children.map(\.kind)
    }
    #expect(inlines == [.text, .softBreak, .text, .code])
  }

  @Test func `no text at all gives a root without children`() {
    let bytes: [UInt8] = []
    #expect(CommonMarkNode.withTree(of: bytes[...]) { Array($0.children).count } == 0)
    #expect(CommonMarkNode.withTree(of: bytes[...]) { $0.kind } == .document)
  }
}
