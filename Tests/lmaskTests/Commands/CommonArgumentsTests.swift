import Testing

@testable import lmask

@Suite struct CommonArgumentsTests {
  static let common: [[String]] = [
    [], ["how", "is", "LM", "diagnosed?"], ["--quiet", "how"], ["how", "--json", "is", "--quiet"],
    ["--corpus", "a", "--index", "b", "x"], ["--limit", "10", "--no-refresh", "x"],
    ["--limit", "+5", "x"], ["--no-pager", "--", "-x", "--quiet"], ["--"], ["help"],
    ["--json", "--limit", "1000", "--", "a", "-"],
  ]

  @Test(arguments: common)
  func `they are read as the whole parser reads them`(arguments: [String]) throws {
    let quick = try #require(CommonArguments(arguments))
    let whole = try AskCommand.parse(arguments)
    #expect(quick.words == whole.question)
    #expect(quick.corpus == whole.places.corpus && quick.index == whole.places.index)
    #expect(quick.isQuiet == whole.places.quiet)
    #expect(quick.limit == whole.answers.limit)
    #expect(quick.isJSON == whole.answers.json)
    #expect(quick.refreshes != whole.answers.noRefresh)
    #expect(quick.usesPager != whole.answers.noPager)
  }

  @Test func `every subcommand is known by its name, and no other word`() {
    let names = Lmask.configuration.subcommands.map { $0._commandName }
    #expect(names.count == 5)
    for name in names { #expect(Lmask.isSubcommand(name)) }
    for word in ["", "lmask", "Index", "indexes", "help"] { #expect(!Lmask.isSubcommand(word)) }
  }

  static let others: [[String]] = [
    ["-"], ["--", "-"], ["--help"], ["-h"], ["--version"], ["--explain", "x"], ["--corpus"],
    ["--corpus", ""], ["--corpus", "--json", "x"], ["--corpus=a", "x"], ["--json", "--json", "x"],
    ["--limit", "0", "x"], ["--limit", "1001", "x"], ["--limit", "ten", "x"],
    ["--limit", "-1", "x"], ["--format", "tsv"], ["--index", "a", "--index", "b", "x"],
  ]

  @Test(arguments: others)
  func `whatever else is typed is left to the whole parser`(arguments: [String]) {
    #expect(CommonArguments(arguments) == nil)
  }
}
