import TestSupport

/// A conversation with the program at a prompt.
final class PromptSession {
  let program: Program
  let terminal: PseudoTerminal

  /// - Parameter program: nil is the small corpus, indexed.
  init(
    _ program: Program? = nil, _ arguments: String..., columns: Int = 80,
    set: [String: String] = [:]
  ) throws {
    let program = try program ?? SmallCorpus.indexedProgram()
    self.program = program
    terminal = try PseudoTerminal(
      program, arguments: arguments.isEmpty ? [] : ["ask"] + arguments, columns: columns, set: set)
    try terminal.read(until: Self.prompt)
  }

  static let prompt = "lmask> "

  /// Types a line and returns what appears between it and the next prompt.
  @discardableResult
  func ask(_ line: String) throws -> String {
    terminal.type(line + "\r")
    let shown = try terminal.read(until: Self.prompt)
    return String(shown.drop { $0 != "\n" }.dropFirst().dropLast(Self.prompt.count))
  }

  /// Types keys and returns what follows, up to a text.
  func press(_ keys: String, until text: String) throws -> String {
    terminal.type(keys)
    return try terminal.read(until: text)
  }

  /// Leaves with Ctrl-D.
  func leave() throws -> Int32 {
    terminal.type("\u{04}")
    return try terminal.finish().status
  }
}

extension SmallCorpus {
  /// With words that mean the same, some of them explained.
  static func programWithThesaurus() throws -> Program {
    let program = try program()
    try program.folder.write(
      """
      lumbar puncture
        also: LP, spinal tap
        meaning: a needle takes fluid from the lower back

      seizure
        also: fit
        meaning: a storm of signals in the brain

      tiredness
        also: fatigue

      """, to: "Corpus/thesaurus.txt")
    _ = try program.run("index", "--quiet")
    return program
  }
}
