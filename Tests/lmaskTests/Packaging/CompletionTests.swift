import Foundation
import TestSupport
import Testing

@Suite struct CompletionTests {
  static let folder = Repository.path + "/Packaging/completions"

  /// What bash offers for the last of the words, in a folder with a file and a folder.
  private static func offers(_ words: [String]) throws -> [String] {
    let place = try TemporaryFolder()
    try place.write("{}", to: "my questions.jsonl")
    try place.write("x", to: "leaf lets/a.txt")
    let script = """
      source "$0" || exit; complete -p lmask >/dev/null || exit
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lmask
      [ ${#COMPREPLY[@]} = 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try Shell.run(
      words: ["bash", "-c", script, folder + "/lmask.bash", "lmask"] + words, in: place.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (["in"], ["index"]), (["s"], ["status"]), (["ask", "--ex"], ["--explain"]),
    (["--fo"], ["--format"]), (["may", "I", "--lim"], ["--limit"]),
    (["--format", ""], ["text", "json", "tsv", "trec"]),
    (["--format", "t"], ["text", "tsv", "trec"]),
    (["--format", "="], ["text", "json", "tsv", "trec"]), (["--format", "=", "j"], ["json"]),
    (["--color", "a"], ["auto", "always"]), (["evaluate", "--ranker", "b"], ["bm25"]),
    (["evaluate", "--without", "ex"], ["exact-words"]), (["help", "ch"], ["check"]),
    (["--corpus", "l"], ["leaf lets"]), (["--corpus", "my"], []),
    (["--index", "my"], ["my questions.jsonl"]), (["evaluate", "my"], ["my questions.jsonl"]),
    (["--limit", ""], []), (["--", "--fo"], []), (["how", "in"], []), (["index", "--lim"], []),
  ])
  func `bash completes subcommands, options and their values`(
    words: [String], expected: [String]
  ) throws {
    #expect(try Self.offers(words) == expected)
  }

  @Test(arguments: HelpOptions.subcommands)
  func `bash offers exactly the options that help names`(command: String) throws {
    let helped = try HelpOptions.named(by: command).filter { $0.hasPrefix("--") }
    #expect(try Self.offers([command, "--"]).sorted() == helped)
  }

  @Test(arguments: ["lmask.zsh", "lmask.fish"])
  func `zsh and fish know every option and no other`(file: String) throws {
    let text = try String(contentsOfFile: Self.folder + "/" + file, encoding: .utf8)
    let pattern = try Regex(
      file.hasSuffix("zsh") ? "--([a-z][a-z-]+)" : "complete -c lmask.* -l ([a-z][a-z-]+)",
      as: (Substring, Substring).self)
    let known = Set(text.matches(of: pattern).map { "--" + $0.output.1 })
    let helped = try HelpOptions.commands.flatMap { try HelpOptions.named(by: $0) }
    #expect(known == Set(helped.filter { $0.hasPrefix("--") }))
  }

  @Test(arguments: ["lmask.bash", "lmask.zsh", "lmask.fish"])
  func `every subcommand and every signal can be completed`(file: String) throws {
    let text = try String(contentsOfFile: Self.folder + "/" + file, encoding: .utf8)
    let help = try HelpOptions.help(of: "evaluate").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let signals = try #require(help.firstMatch(of: /what it buys: ([^.]+)\./)).1
      .split { $0 == "," || $0.isWhitespace }
    #expect(signals.count > 3)
    for word in signals.map(String.init) + HelpOptions.subcommands {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"].filter(Shell.has))
  func `the shell reads its completions without a word`(shell: String) throws {
    let run = try Shell.run(words: [shell, "-n", "lmask.\(shell)"], in: Self.folder)
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
  }
}
