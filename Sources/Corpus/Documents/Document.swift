/// One parsed source file.
package struct Document: Equatable, Sendable {
  /// Relative to the corpus folder.
  package let path: String
  package let title: String
  package let frontMatter: FrontMatter
  /// In the order of the file; each holds only the blocks directly under its heading.
  package let sections: [Section]
  /// In the order of the file.
  package let links: [Link]

  package init(
    path: String, title: String, frontMatter: FrontMatter, sections: [Section], links: [Link] = []
  ) {
    self.path = path
    self.title = title
    self.frontMatter = frontMatter
    self.sections = sections
    self.links = links
  }
}

/// The blocks between one heading and the next.
package struct Section: Equatable, Sendable {
  /// From the outermost heading to the section's own; empty before the first heading. The heading
  /// that gives the document its title is left out.
  package var headings: [Heading]
  /// Other ways in which people ask for this section: indexed, never shown.
  package var askedAs: [AskedQuestion] = []
  package var blocks: [Block] = []

  package init(headings: [Heading], askedAs: [AskedQuestion] = [], blocks: [Block] = []) {
    self.headings = headings
    self.askedAs = askedAs
    self.blocks = blocks
  }
}

/// Another way of asking for a section.
package struct AskedQuestion: Equatable, Sendable {
  package let text: String
  /// 1-based.
  package let line: Int

  package init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

/// A link in a document's text.
package struct Link: Equatable, Sendable {
  /// As written: an address, a path, an anchor.
  package let target: String
  /// Of the block that holds it, 1-based.
  package let line: Int

  package init(target: String, line: Int) {
    self.target = target
    self.line = line
  }
}

/// A heading with its attributes in Pandoc's form (`## Text {#anchor .class}`).
package struct Heading: Equatable, Sendable {
  package let text: String
  /// 1 is the outermost.
  package let level: Int
  package let anchor: String?
  package let classes: [String]
  /// 1-based.
  package let line: Int

  package init(
    text: String, level: Int, anchor: String? = nil, classes: [String] = [], line: Int
  ) {
    self.text = text
    self.level = level
    self.anchor = anchor
    self.classes = classes
    self.line = line
  }
}

/// A paragraph, list item, table row, line of quotation or piece of code.
package struct Block: Equatable, Sendable {
  /// How a block is laid out.
  package enum Kind: UInt8, Sendable {
    case paragraph = 0
    case listItem = 1
    case quote = 2
    case code = 3
    case tableRow = 4
  }

  package let kind: Kind
  /// How deep in lists or quotations, from 0.
  package let depth: Int
  /// Markup removed and white space folded (code keeps its lines); citations still as `[@key]`.
  package let text: String
  /// 1-based, inclusive, in the source file.
  package let lines: ClosedRange<Int>

  package init(kind: Kind, depth: Int = 0, text: String, lines: ClosedRange<Int>) {
    self.kind = kind
    self.depth = depth
    self.text = text
    self.lines = lines
  }

  /// Code holds no citations: it shows how something is typed.
  var mayCite: Bool { kind != .code }
}

extension Document {
  /// The tree as text, one line a block with its source lines: what tests of parsers compare.
  package var dump: String {
    var out = "document \(path) \"\(title)\"\n"
    for section in sections {
      let path = section.headings.map(\.dump).joined(separator: " > ")
      out += "section \(path.isEmpty ? "-" : path)\n"
      for question in section.askedAs { out += "  asked as \"\(question.text)\"\n" }
      for block in section.blocks {
        out += "  \(block.kind) depth \(block.depth) lines \(block.lines.lowerBound)-"
        out += "\(block.lines.upperBound) \"\(block.text)\"\n"
      }
    }
    return out
  }
}

extension Heading {
  fileprivate var dump: String {
    var out = "h\(level) \"\(text)\""
    if let anchor { out += " #\(anchor)" }
    for name in classes { out += " .\(name)" }
    return out
  }
}
