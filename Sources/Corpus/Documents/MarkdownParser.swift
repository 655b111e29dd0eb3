/// Markdown: CommonMark by cmark, with front matter, pipe tables, and heading attributes and
/// citations in Pandoc's form. What would exhaust cmark is read as plain text.
struct MarkdownParser: DocumentParser {
  static let fileExtensions = ["md", "markdown"]

  /// Whether what needs no cmark is read without it; the document is the same.
  var readsPlainMarkdown = true

  func parse(_ source: SourceText) throws(CorpusError) -> Document {
    let (frontMatter, skippedLines) = try FrontMatter.parse(source)
    let markdown = source.utf8(fromLine: skippedLines + 1)
    if markdown.count > MarkdownCost.leastBytes, !MarkdownCost(of: markdown.span).isBearable {
      return PlainTextParser().document(source, frontMatter, after: skippedLines)
    }
    var builder = SectionBuilder(lineOffset: skippedLines)
    if readsPlainMarkdown, let plain = PlainMarkdown(markdown.span) {
      builder.add(plain, of: markdown.span)
    } else {
      // Every link is written with one of these; many texts have none.
      let mayLink = "[<".utf8.contains { markdown.span.firstIndex(of: $0) != nil }
      CommonMarkNode.withTree(of: markdown) { root in
        if mayLink { builder.addLinks(in: root) }
        builder.add(root)
      }
    }
    let title = frontMatter.title ?? builder.title ?? Document.title(forPath: source.path)
    return Document(
      path: source.path, title: title, frontMatter: frontMatter,
      sections: builder.finish(titled: title), links: builder.links)
  }
}

/// Collects sections while walking cmark's tree from top to bottom.
private struct SectionBuilder {
  /// Lines of front matter before the text given to cmark.
  let lineOffset: Int
  /// Those with something to show.
  private var finished: [Section] = []
  private var current = Section(headings: [])
  private var firstHeading: Heading?
  private(set) var links: [Link] = []
  /// Blocks around the one being added.
  private var nesting = 0
  /// No person nests deeper; what does is flattened here, so that no file exhausts the stack.
  private static let deepestNesting = 32

  init(lineOffset: Int) { self.lineOffset = lineOffset }

  /// The text of an outermost heading that comes first.
  var title: String? { firstHeading?.level == 1 ? firstHeading?.text : nil }

  /// The sections with something to show, the heading that repeats the title left out of their paths.
  mutating func finish(titled title: String) -> [Section] {
    endSection()
    if let firstHeading, firstHeading.level == 1, firstHeading.text == title {
      // No two headings stand in one line.
      for index in finished.indices where finished[index].headings.first?.line == firstHeading.line
      {
        finished[index].headings.removeFirst()
      }
    }
    return finished
  }

  private mutating func endSection() {
    if !current.blocks.isEmpty { finished.append(current) }
  }

  mutating func add(_ root: CommonMarkNode) {
    for node in root.children {
      if node.kind == .heading {
        open(Heading(node, lineOffset: lineOffset))
      } else {
        addBlocks(of: node, kind: .paragraph, depth: 0)
      }
    }
  }

  mutating func add(_ plain: PlainMarkdown, of markdown: Span<UInt8>) {
    for part in plain.parts {
      switch part {
      case .heading(let level, let text, let line):
        open(
          Heading(
            markdown.extracting(text).foldedText, level: level, line: line + lineOffset))
      case .paragraph(let text, let lines):
        append(.paragraph, 0, markdown.extracting(text).foldedText, lines)
      }
    }
  }

  /// Links stand in paragraphs and headings; inlines have no line of their own.
  mutating func addLinks(in root: CommonMarkNode) {
    var line = 1
    root.forEachDescendant { node in
      if let target = node.linkTarget {
        links.append(Link(target: target, line: line))
      } else if node.kind == .paragraph || node.kind == .heading {
        line = node.lines.lowerBound + lineOffset
      }
      return true
    }
  }

  private mutating func open(_ heading: Heading) {
    endSection()
    if firstHeading == nil && finished.isEmpty { firstHeading = heading }
    current.headings.removeAll { $0.level >= heading.level }
    current.headings.append(heading)
    current.askedAs = []
    current.blocks = []
  }

  /// - Parameters:
  ///   - kind: what a paragraph counts as here.
  ///   - depth: how deep in lists or quotations.
  private mutating func addBlocks(of node: CommonMarkNode, kind: Block.Kind, depth: Int) {
    nesting += 1
    defer { nesting -= 1 }
    switch node.kind {
    case .paragraph:
      addParagraph(node, kind: kind, depth: depth)
    case .codeBlock:
      append(.code, depth, node.literal.droppingTrailingNewlines, node.lines)
    case .htmlBlock:
      addHTML(node)
    case .heading:
      append(kind, depth, Heading(node, lineOffset: 0).text, node.lines)
    case _ where nesting > Self.deepestNesting:
      for leaf in node.leafBlocks { addBlocks(of: leaf, kind: kind, depth: depth) }
    case .list:
      for item in node.children { addItem(item, depth: depth) }
    case .blockQuote:
      for child in node.children { addBlocks(of: child, kind: .quote, depth: depth) }
    default:
      for child in node.children { addBlocks(of: child, kind: kind, depth: depth) }
    }
  }

  /// Paragraphs in a row become one block of the list item; lists inside it stand one deeper.
  private mutating func addItem(_ item: CommonMarkNode, depth: Int) {
    var text: [UInt8] = []
    var lines: ClosedRange<Int>?
    for node in item.children {
      if node.kind == .paragraph {
        if lines != nil { text.append(0x0A) }
        node.appendInlineText(to: &text)
        lines = (lines?.lowerBound ?? node.lines.lowerBound)...node.lines.upperBound
      } else {
        closeItem(&text, &lines, depth: depth)
        addBlocks(of: node, kind: .listItem, depth: node.kind == .list ? depth + 1 : depth)
      }
    }
    closeItem(&text, &lines, depth: depth)
  }

  private mutating func closeItem(
    _ text: inout [UInt8], _ lines: inout ClosedRange<Int>?, depth: Int
  ) {
    guard let range = lines else { return }
    text.fold()
    append(.listItem, depth, text.text, range)
    text = []
    lines = nil
  }

  private mutating func addParagraph(_ node: CommonMarkNode, kind: Block.Kind, depth: Int) {
    var text: [UInt8] = []
    node.appendInlineText(to: &text)
    guard text.span.firstIndex(of: UInt8(ascii: "|")) != nil,
      let rows = PipeTable.rows(of: text.text)
    else {
      text.fold()
      return append(kind, depth, text.text, node.lines)
    }
    for row in rows {
      let line = node.lines.lowerBound + row.lineOffset
      append(.tableRow, depth, row.text, line...line)
    }
  }

  private mutating func addHTML(_ node: CommonMarkNode) {
    if let questions = AskedAs.questions(
      inComment: node.literal, firstLine: node.lines.lowerBound + lineOffset)
    {
      current.askedAs += questions
    } else {
      append(.paragraph, 0, HTMLText.visible(in: node.literal), node.lines)
    }
  }

  private mutating func append(
    _ kind: Block.Kind, _ depth: Int, _ text: String, _ lines: ClosedRange<Int>
  ) {
    guard !text.isBlank else { return }
    let range = (lines.lowerBound + lineOffset)...(lines.upperBound + lineOffset)
    current.blocks.append(Block(kind: kind, depth: depth, text: text, lines: range))
  }
}

extension CommonMarkNode {
  /// Appends the words of a node's inlines, one `\n` where the source breaks a line.
  fileprivate func appendInlineText(to text: inout [UInt8]) {
    forEachDescendant { node in
      switch node.kind {
      case .text, .code: node.appendLiteral(to: &text)
      case .softBreak, .lineBreak: text.append(0x0A)
      case .htmlInline: if node.literal.lowercased().hasPrefix("<br") { text.append(0x20) }
      default: return true
      }
      return false
    }
  }

  /// The blocks that hold text, whatever lists and quotations are around them.
  fileprivate var leafBlocks: [CommonMarkNode] {
    var leaves: [CommonMarkNode] = []
    forEachDescendant { node in
      switch node.kind {
      case .paragraph, .heading, .codeBlock, .htmlBlock: leaves.append(node)
      default: return true
      }
      return false
    }
    return leaves
  }
}

extension Heading {
  fileprivate init(_ node: CommonMarkNode, lineOffset: Int) {
    var bytes: [UInt8] = []
    node.appendInlineText(to: &bytes)
    bytes.fold()
    self.init(bytes.text, level: node.headingLevel, line: node.lines.lowerBound + lineOffset)
  }

  /// - Parameter text: as written, attributes included, white space folded.
  fileprivate init(_ text: String, level: Int, line: Int) {
    let (text, attributes) = HeadingAttributes.split(text)
    self.init(
      text: text, level: level, anchor: attributes.anchor, classes: attributes.classes,
      line: line)
  }
}

extension String {
  fileprivate var droppingTrailingNewlines: String {
    String(self[..<(utf8.lastIndex { $0 != 0x0A }.map(utf8.index(after:)) ?? startIndex)])
  }
}
