internal import CCommonMark
internal import Glibc

/// A node of cmark's tree, valid while its `CommonMarkTree` lives.
@safe struct CommonMarkNode {
  /// The node types that matter here; cmark's names.
  enum Kind {
    case document, heading, paragraph, list, item, blockQuote, codeBlock, htmlBlock
    case text, code, softBreak, lineBreak, htmlInline, other
  }

  // cmark's own pointer; the tree that owns it outlives every node by construction of `withTree`.
  fileprivate let pointer: OpaquePointer

  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_HTML_INLINE: .htmlInline
    default: .other
    }
  }

  var literal: String {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return "" }
    return unsafe String(cString: text)
  }

  /// Appends the bytes of `literal`.
  func appendLiteral(to bytes: inout [UInt8]) {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return }
    unsafe bytes += UnsafeRawBufferPointer(start: text, count: strlen(text))
  }

  /// Of a link, as written; nil for every other node.
  var linkTarget: String? {
    guard unsafe cmark_node_get_type(pointer) == CMARK_NODE_LINK,
      let url = unsafe cmark_node_get_url(pointer)
    else { return nil }
    return unsafe String(cString: url)
  }

  /// Of a heading, 1 to 6.
  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }

  /// 1-based lines of the text given to cmark.
  var lines: ClosedRange<Int> {
    let start = max(1, Int(unsafe cmark_node_get_start_line(pointer)))
    return start...max(start, Int(unsafe cmark_node_get_end_line(pointer)))
  }

  var firstChild: CommonMarkNode? {
    unsafe cmark_node_first_child(pointer).map { unsafe CommonMarkNode(pointer: $0) }
  }

  /// The next child of this node's parent.
  var next: CommonMarkNode? {
    unsafe cmark_node_next(pointer).map { unsafe CommonMarkNode(pointer: $0) }
  }

  private var parent: CommonMarkNode? {
    unsafe cmark_node_parent(pointer).map { unsafe CommonMarkNode(pointer: $0) }
  }

  var children: CommonMarkSiblings { CommonMarkSiblings(upcoming: firstChild) }

  /// Calls `body` for every node below this one in the order of the text. Not recursive, since
  /// Markdown nests as deep as its file is long.
  ///
  /// - Parameter body: returns whether to go on to the node's own children.
  func forEachDescendant(_ body: (CommonMarkNode) -> Bool) {
    var node = firstChild
    while let current = node {
      let child = body(current) ? current.firstChild : nil
      node = child ?? current.follower(below: self)
    }
  }

  /// The node that follows this one and all below it.
  private func follower(below root: CommonMarkNode) -> CommonMarkNode? {
    var node = self
    while unsafe node.pointer != root.pointer {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
}

/// A node and those after it with the same parent.
struct CommonMarkSiblings: Sequence, IteratorProtocol {
  var upcoming: CommonMarkNode?

  mutating func next() -> CommonMarkNode? {
    defer { upcoming = upcoming?.next }
    return upcoming
  }
}

extension CommonMarkNode {
  /// Parses Markdown and lends its root; the tree is freed afterwards, so no node may escape.
  static func withTree<Result>(
    of markdown: ArraySlice<UInt8>, _ body: (CommonMarkNode) -> Result
  ) -> Result {
    // cmark keeps no state between calls but its table of the C library's allocator, which nobody
    // changes here: documents may be parsed on several threads at once.
    let root = unsafe markdown.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(
        buffer.assumingMemoryBound(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let root = unsafe root else { preconditionFailure("cmark returned no tree") }
    defer { unsafe cmark_node_free(root) }
    return unsafe body(CommonMarkNode(pointer: root))
  }
}
