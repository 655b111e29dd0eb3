import TestSupport
import Testing

@Suite struct EscapeCheckTests {
  private static let red = Array("\u{1B}[31mred".utf8)

  @Test(arguments: [[], ["fly"], ["--color", "auto"], ["--color=never"], ["always"]])
  func `an escape byte in a pipe is found`(arguments: [String]) {
    #expect(throws: ProgramFailure.self) {
      try EscapeCheck.run(arguments, output: Self.red, errors: [])
    }
    #expect(throws: ProgramFailure.self) {
      try EscapeCheck.run(arguments, output: [], errors: Self.red)
    }
  }

  @Test(arguments: [["--color=always"], ["fly", "--color", "always"]])
  func `one that was asked for may stand on stdout alone`(arguments: [String]) throws {
    try EscapeCheck.run(arguments, output: Self.red, errors: [])
    #expect(throws: ProgramFailure.self) {
      try EscapeCheck.run(arguments, output: [], errors: Self.red)
    }
  }
}
