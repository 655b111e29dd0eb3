import Foundation
import TestSupport
import Testing

/// The recipes for scripts that the README gives, each run by the shell as it stands there.
@Suite struct RecipesTests {
  private static let recipes: [String] = {
    let readme =
      (try? String(contentsOfFile: Repository.path + "/README.md", encoding: .utf8)) ?? ""
    let part = readme.components(separatedBy: "From a script").last ?? ""
    let lines = part.components(separatedBy: "```").dropFirst().first ?? ""
    return lines.components(separatedBy: "\n").filter { $0.hasPrefix("lmask ") }
  }()

  @Test func `the README has recipes for a batch, for jq and for the first line`() {
    for wanted in ["lmask < questions.txt", "| jq", "| head -1", "--chat <"] {
      #expect(Self.recipes.contains { $0.contains(wanted) })
    }
  }

  @Test(arguments: recipes)
  func `a recipe runs as it stands and says something twice the same`(recipe: String) throws {
    guard Shell.has("jq") || !recipe.contains("jq") else { return }
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(
      "how is LM diagnosed?\nis fatigue common?\nwho won the football?\n", to: "questions.txt")
    try program.folder.write("what is fatigue?\nwhat helps with it?\n", to: "talk.txt")
    try FileManager.default.createSymbolicLink(
      atPath: program.path("lmask"), withDestinationPath: Program.path())
    let runs = try (1...2).map { _ in
      try Shell.run(
        words: ["bash", "-c", "set -o pipefail; PATH=.:$PATH; " + recipe], in: program.folder.path)
    }
    #expect(runs[0].status <= 1)
    #expect(!runs[0].output.isEmpty || recipe.contains("--compare"))
    #expect(runs[0].output == runs[1].output)
    #expect(recipe.contains("index") || runs[0].errors.isEmpty)
  }
}
