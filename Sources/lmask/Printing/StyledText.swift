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
  private(set) var runs: [(text: String, style: Style)] = []

  init() {}

  init(_ text: String, _ style: Style = []) { append(text, style) }

  mutating func append(_ text: String, _ style: Style = []) {
    if !text.isEmpty { runs.append((text, style)) }
  }

  /// With or without escape codes.
  func rendered(color: Bool) -> String {
    runs.map { run in
      guard color, !run.style.isEmpty else { return run.text }
      return "\u{1B}[\(run.style.codes)m\(run.text)\u{1B}[0m"
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
        word.append(String(part), run.style)
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
      line.append(" ")
      columns += 1
    }
    if columns + word.columns > width { addPieces(of: word) } else { addWhole(word) }
  }

  mutating func finished() -> [StyledText] { lines + [line] }

  private mutating func addWhole(_ word: StyledText) {
    for run in word.runs { line.append(run.text, run.style) }
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
          line.append(piece, run.style)
          piece = ""
          breakLine()
        }
        piece.append(character)
        columns += wide
      }
      line.append(piece, run.style)
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
