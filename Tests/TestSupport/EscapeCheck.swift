/// The one check of everything that programs write into pipes while the tests run them.
package enum EscapeCheck {
  private static let escape: UInt8 = 0x1B

  /// - Parameter arguments: of the run; `--color=always` asks for escape bytes on stdout.
  /// - Throws: `ProgramFailure.escapeByte` if a pipe holds one that was not asked for.
  package static func run(_ arguments: [String], output: [UInt8], errors: [UInt8]) throws {
    if errors.contains(escape) { throw failure("stderr", errors) }
    if output.contains(escape), !asksForColor(arguments) { throw failure("stdout", output) }
  }

  private static func asksForColor(_ arguments: [String]) -> Bool {
    arguments.contains("--color=always")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--color" && $1 == "always" }
  }

  private static func failure(_ stream: String, _ bytes: [UInt8]) -> ProgramFailure {
    .escapeByte(stream: stream, got: String(decoding: bytes, as: UTF8.self))
  }
}
