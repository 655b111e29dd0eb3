/// Markdown: CommonMark by cmark, with front matter, pipe tables, and heading attributes and
/// citations in Pandoc's form.
struct MarkdownParser: DocumentParser {
  static let fileExtensions = ["md", "markdown"]

  func parse(_ source: SourceText) throws(CorpusError) -> Document {
    let (frontMatter, skippedLines) = try FrontMatter.parse(source)
    let markdown = source.utf8(fromLine: skippedLines + 1)
    var builder = CommonMarkNode.withTree(of: markdown) { root in
      var builder = SectionBuilder(lineOffset: skippedLines)
      builder.add(root)
      return builder
    }
    builder.finish()
    let title = frontMatter.title ?? builder.title ?? Document.title(forPath: source.path)
    return Document(
      path: source.path, title: title, frontMatter: frontMatter,
      sections: builder.sections(titled: title), links: builder.links)
  }
}

/// Collects sections while walking cmark's tree from top to bottom.
private struct SectionBuilder {
  /// Lines of front matter before the text given to cmark.
  let lineOffset: Int
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
  func sections(titled title: String) -> [Section] {
    let dropsFirst = firstHeading?.level == 1 && firstHeading?.text == title
    return finished.filter { !$0.blocks.isEmpty }.map { section in
      guard dropsFirst, section.headings.first == firstHeading else { return section }
      var section = section
      section.headings.removeFirst()
      return section
    }
  }

  mutating func finish() { finished.append(current) }

  mutating func add(_ root: CommonMarkNode) {
    for node in root.children {
      addLinks(in: node, line: node.lines.lowerBound + lineOffset)
      if node.kind == .heading {
        open(Heading(node, lineOffset: lineOffset))
      } else {
        addBlocks(of: node, kind: .paragraph, depth: 0)
      }
    }
  }

  /// Not recursive, for the same reason as `forEachDescendant`.
  ///
  /// - Parameter line: of the block that holds the node; inlines have no place of their own.
  private mutating func addLinks(in root: CommonMarkNode, line: Int) {
    var pending = [(node: root, line: line)]
    while let (node, line) = pending.popLast() {
      if let target = node.linkTarget { links.append(Link(target: target, line: line)) }
      pending += node.children.reversed().map { child in
        let isBlock = [.paragraph, .heading, .item].contains(child.kind)
        return (child, isBlock ? child.lines.lowerBound + lineOffset : line)
      }
    }
  }

  private mutating func open(_ heading: Heading) {
    finished.append(current)
    if firstHeading == nil && finished.allSatisfy(\.blocks.isEmpty) { firstHeading = heading }
    let parents = current.headings.filter { $0.level < heading.level }
    current = Section(headings: parents + [heading])
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
    var rest = item.children[...]
    while let next = rest.first {
      let paragraphs = rest.prefix { $0.kind == .paragraph }
      if let last = paragraphs.last {
        let text = paragraphs.map(\.inlineText).joined(separator: "\n").folded
        append(.listItem, depth, text, next.lines.lowerBound...last.lines.upperBound)
      } else {
        addBlocks(of: next, kind: .listItem, depth: next.kind == .list ? depth + 1 : depth)
      }
      rest = rest.dropFirst(max(paragraphs.count, 1))
    }
  }

  private mutating func addParagraph(_ node: CommonMarkNode, kind: Block.Kind, depth: Int) {
    let text = node.inlineText
    guard let rows = PipeTable.rows(of: text) else {
      return append(kind, depth, text.folded, node.lines)
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
    guard !text.trimmed.isEmpty else { return }
    let range = (lines.lowerBound + lineOffset)...(lines.upperBound + lineOffset)
    current.blocks.append(Block(kind: kind, depth: depth, text: text, lines: range))
  }
}

extension CommonMarkNode {
  /// The words of a node's inlines, one `\n` where the source breaks a line.
  fileprivate var inlineText: String {
    var text = ""
    forEachDescendant { node in
      switch node.kind {
      case .text, .code: text += node.literal
      case .softBreak, .lineBreak: text += "\n"
      case .htmlInline: text += node.literal.lowercased().hasPrefix("<br") ? " " : ""
      default: return true
      }
      return false
    }
    return text
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
    let (text, attributes) = HeadingAttributes.split(node.inlineText.folded)
    self.init(
      text: text, level: node.headingLevel, anchor: attributes.anchor,
      classes: attributes.classes, line: node.lines.lowerBound + lineOffset)
  }
}

extension String {
  fileprivate var droppingTrailingNewlines: String {
    var text = self[...]
    while text.hasSuffix("\n") { text.removeLast() }
    return String(text)
  }
}
