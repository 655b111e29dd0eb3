import Foundation
import TestSupport
import Testing

/// What a person sees at the prompt, drawn by tmux and kept as text.
///
/// The documents are a small copy in `Goldens/Corpus`, so that these texts change with the way
/// answers are printed and not with the guide.
@Suite(
  .enabled(if: Screen.isAvailable, "needs tmux, which \"./setup test\" installs"), .serialized)
struct ScreenTests {
  /// A pager would hold an answer back until a key is pressed.
  private static let arguments = ["ask", "--no-pager"]

  /// A line typed, and the golden that holds what comes of it.
  private static let scenes = [
    ("how is LM diagnosed?", "question"), (":open 1", "open"),
    ("what happens in a lumbar puncture?", "another-question"), ("does it hurt?", "follow-up"),
    (":topics", "topics"), ("who won the football?", "declined"),
    ("is LM like a football?", "uncertain"), ("my mum is having a fit", "urgent"),
    (":ask", "ask"), (":sheet", "sheet"), (":help", "help"), (":help open", "help-open"),
    (":hlep", "unknown-command"),
  ]

  @Test(arguments: [(80, 24), (120, 40)])
  func `a session looks as its goldens`(columns: Int, rows: Int) throws {
    let screen = try Screen(
      program(), arguments: Self.arguments, columns: columns, rows: rows)
    let folder = "\(columns)x\(rows)"
    try check(screen.visible(), folder, "banner")
    for (line, name) in Self.scenes {
      try screen.ask(line)
      try check(screen.lastExchange(), folder, name)
    }
  }

  @Test func `a plain session looks as its goldens`() throws {
    let screen = try Screen(program(), arguments: Self.arguments + ["--plain"])
    try check(screen.visible(), "plain", "banner")
    for (line, name) in Self.scenes {
      try screen.ask(line)
      try check(screen.lastExchange(), "plain", name)
    }
  }

  @Test func `a window made narrower and wider draws the half-typed line anew`() throws {
    let screen = try Screen(program(), arguments: Self.arguments)
    let typed = "what happens in a lumbar puncture that is long enough to be broken"
    try screen.type(typed)
    try screen.wait(for: "the typed line") { $0.last == "lmask> " + typed }
    for columns in [40, 100] {
      try screen.resize(columns: columns, rows: 24)
      // However it is broken, the line is there once and whole.
      try screen.wait(for: "the line at \(columns) columns") { lines in
        let start = lines.lastIndex { $0.hasPrefix("lmask>") } ?? 0
        let drawn = lines[start...].joined().filter { $0 != " " }
        return drawn == ("lmask> " + typed).filter { $0 != " " }
          && lines[start...].allSatisfy { $0.count <= columns }
      }
    }
    try screen.press("Home")
    try screen.ask("")
    #expect(try screen.everything().joined(separator: " ").contains("1. "))
  }

  @Test func `a line longer than the window can be edited anywhere`() throws {
    let screen = try Screen(program(), arguments: Self.arguments, columns: 40)
    let words = (1...30).map { "word\($0)" }.joined(separator: " ")
    try screen.type(words)
    try screen.press("C-a")
    try screen.type("first ")
    try screen.press("C-e")
    try screen.type(" last")
    let wanted = "lmask> first \(words) last"
    try screen.wait(for: "the line") { lines in
      let start = lines.lastIndex { $0.hasPrefix("lmask>") } ?? 0
      return lines[start...].joined().filter { $0 != " " } == wanted.filter { $0 != " " }
    }
    // Words at the end are found again, and what is drawn is what is there.
    try screen.press("C-u")
    try screen.wait(for: "an empty line") { $0.last == "lmask>" }
  }

  @Test func `Ctrl-R shows what it finds while it searches`() throws {
    let screen = try Screen(program(), arguments: Self.arguments)
    try screen.ask("how is LM diagnosed?")
    try screen.ask(":topics")
    try screen.press("C-r")
    try screen.type("diag")
    try screen.wait(for: "the line found") {
      $0.last == "(reverse-i-search)`diag': how is LM diagnosed?"
    }
    try screen.ask("")
    #expect(try screen.everything().count { $0 == "1. How is LM diagnosed?" } == 2)
  }

  // MARK: -

  private func program() throws -> Program {
    let program = try Program()
    try FileManager.default.copyItem(
      atPath: Repository.testFile("lmaskTests/Goldens/Corpus"), toPath: program.path("Corpus"))
    try program.makeFolder("Index")
    _ = try program.run("index", "--quiet")
    return program
  }

  private func check(_ lines: [String], _ folder: String, _ name: String) throws {
    // The sheet carries the day.
    let day = name == "sheet" ? /\d{4}-\d{2}-\d{2}/ : /(?!)/
    let text = lines.map { $0.replacing(day, with: "YYYY-MM-DD") + "\n" }.joined()
    let path = Repository.testFile("lmaskTests/Goldens/\(folder)/\(name).txt")
    let complaint = try Golden(path: path).complaint(about: text)
    #expect(complaint == nil, "\(folder)/\(complaint ?? "")")
  }
}
