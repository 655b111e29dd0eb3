/// The unit that is ranked and shown (textbooks call it "document").
package struct Passage: Equatable, Sendable {
  package let source: SourceLocation
  package let title: String
  /// From the outermost heading to the passage's own.
  package let headings: [String]
  /// Other ways in which people ask for it: indexed, never shown.
  package let askedAs: [String]
  /// The blocks' texts with `\n` between them, citations as `[1]` into `citations`.
  package let text: String
  /// In order; their texts joined by `\n` are `text`.
  package let blocks: [PassageBlock]
  /// Keys into the bibliography, in order of first use; number 1 is the first.
  package let citations: [String]
  /// Of the passage's own heading.
  package let anchor: String?
  /// Shown only to a question that asks for it: how long people live, and dying.
  package let isSensitive: Bool

  package init(
    source: SourceLocation, title: String, headings: [String], askedAs: [String], text: String,
    blocks: [PassageBlock], citations: [String], anchor: String?, isSensitive: Bool
  ) {
    self.source = source
    self.title = title
    self.headings = headings
    self.askedAs = askedAs
    self.text = text
    self.blocks = blocks
    self.citations = citations
    self.anchor = anchor
    self.isSensitive = isSensitive
  }
}

/// How one stretch of a passage's text is laid out.
package struct PassageBlock: Equatable, Sendable {
  package let kind: Block.Kind
  /// How deep in lists or quotations, from 0.
  package let depth: Int
  /// In bytes of the passage's UTF-8 text.
  package let length: Int

  package init(kind: Block.Kind, depth: Int, length: Int) {
    self.kind = kind
    self.depth = depth
    self.length = length
  }
}

/// A passage's number: dense, from 0, in corpus order.
package struct PassageID: Hashable, Comparable, Sendable {
  package let ordinal: Int

  package init(_ ordinal: Int) { self.ordinal = ordinal }

  package static func < (left: PassageID, right: PassageID) -> Bool { left.ordinal < right.ordinal }
}
