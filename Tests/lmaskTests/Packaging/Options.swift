import Foundation
import TestSupport

@testable import lmask

/// The commands and the options that `--help` names for each.
enum HelpOptions {
  /// The program itself, as "", and its subcommands.
  static let commands = [""] + subcommands
  static let subcommands = Lmask.configuration.subcommands.map { $0._commandName }

  static func help(of command: String) throws -> String {
    let words = (command.isEmpty ? [] : [command]) + ["--help"]
    return try Program().run(bytes: words.map { Array($0.utf8) }).output
  }

  /// With their dashes, sorted.
  static func named(by command: String) throws -> [String] {
    let lines = try help(of: command).split(separator: "\n").filter { $0.hasPrefix("  -") }
    return Set(
      lines.flatMap { line in
        line.prefix { $0 != "<" }.split { $0 == " " || $0 == "," }.prefix(2)
          .filter { $0.hasPrefix("-") }.map(String.init)
      }
    ).sorted()
  }
}
