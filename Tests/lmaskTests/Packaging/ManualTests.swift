import Foundation
import TestSupport
import Testing

@Suite struct ManualTests {
  static let folder = Repository.path + "/Packaging/man"

  static func page(of command: String) throws -> String {
    let name = command.isEmpty ? "lmask" : "lmask-\(command)"
    return try String(contentsOfFile: "\(folder)/\(name).1", encoding: .utf8)
  }

  @Test(arguments: HelpOptions.commands)
  func `a command's page and its help name the same options`(command: String) throws {
    let items = try Self.page(of: command).split(separator: "\n").filter { $0.hasPrefix(".It Fl ") }
    // `.It Fl h , -help` stands for -h and --help, `.It Fl -limit Ar number` for --limit.
    let options = items.flatMap { item in
      item.dropFirst(".It Fl ".count).split(separator: " ").prefix { $0 != "Ar" }
        .filter { $0 != "," }.map { "-" + $0 }
    }
    let helped = try HelpOptions.named(by: command)
    #expect(!helped.isEmpty)
    #expect(options.sorted() == helped)
  }

  @Test(arguments: HelpOptions.commands)
  func `every page has examples, exit statuses, environment and privacy`(command: String) throws {
    let page = try Self.page(of: command)
    for section in ["EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "PRIVACY", "SEE ALSO"] {
      #expect(page.contains("\n.Sh \(section)\n"), "\(section)")
    }
  }

  @Test func `every exit status is in the manual`() throws {
    let page = try Self.page(of: "")
    for status in [0, 1, 2, 64, 130] { #expect(page.contains("\n.It \(status)\n")) }
  }

  @Test func `every variable that the program reads is in the manual`() throws {
    let page = try Self.page(of: "")
    let sources = Repository.path + "/Sources/lmask"
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources)
      .filter { $0.hasSuffix(".swift") }
    var names: Set<String> = []
    for file in files {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      let uses = text.matches(
        of: /(?:process|environment)(?:\[|\.folder\(|\.value\(of: )"([A-Z_]+)"/)
      for match in uses {
        names.insert(String(match.1))
      }
    }
    names.remove("HOME")
    #expect(names.isSuperset(of: ["LMASK_CORPUS", "NO_COLOR", "PAGER", "XDG_CACHE_HOME"]))
    for name in names { #expect(page.contains(name), "\(name)") }
  }

  @Test(.enabled(if: Shell.has("mandoc"), "needs mandoc"), arguments: HelpOptions.commands)
  func `mandoc finds nothing to say about a page`(command: String) throws {
    let name = command.isEmpty ? "lmask" : "lmask-\(command)"
    // In their folder the pages find each other.
    let run = try Shell.run(words: ["mandoc", "-Tlint", "\(name).1"], in: Self.folder)
    #expect(run.output + run.errors == "")
    #expect(run.status == 0)
  }
}
