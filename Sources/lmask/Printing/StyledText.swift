internal import Corpus

/// How text is to stand out. Escape codes are made of it only when it is printed.
struct Style: OptionSet {
  let rawValue: Int

  static let bold = Style(rawValue: 1)
  static let dim = Style(rawValue: 2)
  static let underline = Style(rawValue: 4)

  /// The codes of ECMA-48's "select graphic rendition".
  var codes: String {
    let all: [(Style, String)] = [(.bold, "1"), (.dim, "2"), (.underline, "4")]
    return all.filter { contains($0.0) }.map(\.1).joined(separator: ";")
  }
}

/// A text whose parts stand out in different ways, on one line or many.
struct StyledText {
  /// A part that looks the same throughout.
  struct Run {
    var text: String
    let style: Style
    /// Where a click leads.
    let link: Hyperlink?

    fileprivate func looksLike(_ other: Run) -> Bool {
      style == other.style && link == other.link
    }
  }

  private(set) var runs: [Run] = []

  init() {}

  init(_ text: String, _ style: Style = [], link: Hyperlink? = nil) {
    append(text, style, link: link)
  }

  mutating func append(_ text: String, _ style: Style = [], link: Hyperlink? = nil) {
    append(Run(text: text, style: style, link: link))
  }

  mutating func append(_ text: StyledText) {
    for run in text.runs { append(run) }
  }

  /// What looks the same as what stands before it is joined to it.
  fileprivate mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.last, last.looksLike(run) {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  /// A space between two words that look the same looks like them.
  fileprivate mutating func appendSpace(before word: StyledText) {
    guard let last = runs.last, let next = word.runs.first, last.looksLike(next) else {
      return append(" ")
    }
    append(" ", last.style, link: last.link)
  }

  /// With or without escape codes.
  func rendered(color: Bool, links: Bool = false) -> String {
    runs.map { run in
      let isStyled = color && !run.style.isEmpty
      let text = isStyled ? "\u{1B}[\(run.style.codes)m\(run.text)\u{1B}[0m" : run.text
      return links ? run.link?.around(text) ?? text : text
    }.joined()
  }

  /// Broken between words into lines.
  ///
  /// - Parameters:
  ///   - width: in columns, indents included; nil leaves everything on one line.
  ///   - first: what stands before the first line.
  ///   - rest: what stands before every other line.
  func wrapped(width: Int?, first: String = "", rest: String = "") -> [StyledText] {
    guard let width else {
      var line = StyledText(first)
      line.runs += runs
      return [line]
    }
    var wrapper = Wrapper(width: max(width, 20), first: first, rest: rest)
    for (word, hasSpace) in words { wrapper.add(word, afterSpace: hasSpace) }
    return wrapper.finished()
  }

  /// The words, each perhaps of several styles, and whether a space stands before it.
  private var words: [(word: StyledText, hasSpace: Bool)] {
    var words: [(StyledText, Bool)] = []
    var word = StyledText()
    var hasSpace = false
    for run in runs {
      for (index, part) in run.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          if !word.runs.isEmpty { words.append((word, hasSpace)) }
          word = StyledText()
          hasSpace = true
        }
        word.append(String(part), run.style, link: run.link)
      }
    }
    if !word.runs.isEmpty { words.append((word, hasSpace)) }
    return words
  }

  var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }
}

/// Fills lines with words.
private struct Wrapper {
  let width: Int
  private let rest: String
  private var lines: [StyledText] = []
  private var line: StyledText
  private var columns: Int
  private var lineIsEmpty = true

  init(width: Int, first: String, rest: String) {
    self.width = width
    self.rest = rest
    line = StyledText(first)
    columns = first.columns
  }

  mutating func add(_ word: StyledText, afterSpace: Bool) {
    let needed = word.columns + (afterSpace && !lineIsEmpty ? 1 : 0)
    if columns + needed > width && !lineIsEmpty {
      breakLine()
    } else if afterSpace && !lineIsEmpty {
      line.appendSpace(before: word)
      columns += 1
    }
    if columns + word.columns > width { addPieces(of: word) } else { addWhole(word) }
  }

  mutating func finished() -> [StyledText] { lines + [line] }

  private mutating func addWhole(_ word: StyledText) {
    for run in word.runs { line.append(run) }
    columns += word.columns
    lineIsEmpty = false
  }

  /// A word wider than a line is cut where the line ends.
  private mutating func addPieces(of word: StyledText) {
    for run in word.runs {
      var piece = ""
      for character in run.text {
        let wide = String(character).columns
        if columns + wide > width && !(lineIsEmpty && piece.isEmpty) {
          line.append(piece, run.style, link: run.link)
          piece = ""
          breakLine()
        }
        piece.append(character)
        columns += wide
      }
      line.append(piece, run.style, link: run.link)
      lineIsEmpty = false
    }
  }

  private mutating func breakLine() {
    lines.append(line)
    line = StyledText(rest)
    columns = rest.columns
    lineIsEmpty = true
  }
}
