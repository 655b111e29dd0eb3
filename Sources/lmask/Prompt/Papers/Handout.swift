internal import Answering
internal import Corpus
internal import InvertedIndex

/// The passages of a session as a Markdown document.
struct Handout {
  let passages: [SeenPassage]

  /// The whole file.
  func markdown(on day: CalendarDate) -> String {
    var parts = [
      "# What was read on \(day)",
      "These passages inform; they do not advise. Ask your team what they mean for you.",
    ]
    for passage in passages { parts += self.parts(of: passage) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func parts(of seen: SeenPassage) -> [String] {
    let passage = seen.passage
    var parts = ["## " + passage.ownHeading.onOneLine.markdownEscaped]
    var text = ""
    var start = 0
    for (index, block) in passage.blocks.enumerated() {
      let isTight =
        index > 0 && block.kind == .listItem && passage.blocks[index - 1].kind == .listItem
      text += index == 0 ? "" : isTight ? "\n" : "\n\n"
      text += lines(of: block, passage.text.slice(start..<start + block.length).neutralised)
      start += block.length + 1
    }
    parts.append(text)
    parts.append(([place(of: seen)] + sources(of: seen)).map { "- " + $0 }.joined(separator: "\n"))
    return parts
  }

  private func lines(of block: PassageBlock, _ text: String) -> String {
    let indent = String(repeating: "  ", count: block.depth)
    return switch block.kind {
    case .paragraph, .tableRow: text.markdownEscaped
    case .listItem: indent + "- " + text.markdownEscaped
    case .quote: "> " + text.markdownEscaped
    case .code: text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    }
  }

  private func place(of seen: SeenPassage) -> String {
    let source = seen.passage.source
    let (first, last) = (source.lines.lowerBound, source.lines.upperBound)
    let lines = first == last ? "line \(first)" : "lines \(first) to \(last)"
    let reviewed = seen.document.frontMatter.reviewed.map { ", reviewed \($0)" } ?? ""
    return "From \(source.path.onOneLine.markdownEscaped), \(lines)\(reviewed)"
  }

  private func sources(of seen: SeenPassage) -> [String] {
    seen.references.enumerated().map { index, reference in
      let parts = [reference.title, reference.publisher, reference.date]
        .filter { !$0.isEmpty }.map { $0.onOneLine.markdownEscaped }
      let address = reference.url.isEmpty ? [] : ["<\(reference.url.onOneLine)>"]
      return "[\(index + 1)] " + (parts + address).joined(separator: ". ")
    }
  }
}

extension String {
  /// With a backslash before what Markdown would take for markup.
  fileprivate var markdownEscaped: String {
    var out = ""
    for character in self {
      if "\\`*_<".contains(character) || out.isEmpty && "#>+-".contains(character) { out += "\\" }
      out.append(character)
    }
    return out
  }
}
