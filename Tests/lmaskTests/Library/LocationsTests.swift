import Foundation
import TestSupport
import Testing

@testable import lmask

@Suite struct LocationsTests {
  @Test func `a folder named Corpus with a sibling Index keeps its index there`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "Corpus/a.txt")
    try folder.write("x", to: "Index/README.md")
    let corpus = folder.path + "/Corpus"
    for spelling in [corpus, corpus + "/", corpus + "//"] {
      let locations = try Locations(corpus: spelling, index: nil, environment: Self.environment)
      #expect(locations.corpus == corpus)
      #expect(locations.index == folder.path + "/Index/lmask.index")
    }
  }

  @Test func `any other folder has an index of its own in the cache`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "one/leaflets/a.txt")
    try folder.write("x", to: "two/leaflets/a.txt")
    try folder.write("x", to: "Corpus/a.txt")
    try folder.write("x", to: "leaflets/Index/a.txt")
    let indexes = try ["one/leaflets", "two/leaflets", "Corpus", "leaflets"].map { name in
      try Locations(
        corpus: folder.path + "/" + name, index: nil, environment: Self.environment
      ).index
    }
    #expect(Set(indexes).count == 4)
    for index in indexes {
      #expect(index.hasPrefix("/cache/lmask/"))
      #expect(index.hasSuffix(".index"))
    }
  }

  @Test func `one folder has one index, however it is named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "leaflets/a.txt")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/leaflets")
    let names = [
      folder.path + "/leaflets", link, folder.path + "/../" + Self.name(folder) + "/link",
    ]
    let indexes = try names.map {
      try Locations(corpus: $0, index: nil, environment: Self.environment).index
    }
    #expect(Set(indexes).count == 1)
  }

  @Test func `flags beat environment`() throws {
    let values = ["LMASK_CORPUS": "/variable", "LMASK_INDEX": "/variable.index"]
    let environment = Environment { values[$0] }
    let flags = try Locations(corpus: "/flag", index: "/flag.index", environment: environment)
    #expect(flags.corpus == "/flag" && flags.index == "/flag.index")
    let variables = try Locations(corpus: nil, index: nil, environment: environment)
    #expect(variables.corpus == "/variable" && variables.index == "/variable.index")
  }

  @Test
  func `without XDG_CACHE_HOME the cache is in the home folder, and a relative one is ignored`()
    throws
  {
    for cache in [nil, "", "relative"] {
      let values = ["HOME": "/home/ann", "XDG_CACHE_HOME": cache]
      let locations = try Locations(
        corpus: "/leaflets", index: nil, environment: Environment { values[$0] ?? nil })
      #expect(locations.index.hasPrefix("/home/ann/.cache/lmask/leaflets-"))
    }
  }

  @Test func `with no place for the index the person is told`() throws {
    let error = #expect(throws: Trouble.self) {
      try Locations(corpus: "/leaflets", index: nil, environment: Environment { _ in nil })
    }
    #expect(error?.status == .trouble)
    #expect(
      error?.description
        == "no place for the index (neither HOME nor XDG_CACHE_HOME is set); name one with --index")
  }

  // MARK: The program

  @Test func `any folder answers with no other step and nothing is written into it`() throws {
    let program = try Program()
    try program.folder.write("Walrus tusks.\n", to: "leaflets/a.txt")
    let run = try program.run("--corpus", "leaflets", "walrus")
    #expect(run.status == 0)
    #expect(run.output.contains("Walrus tusks."))
    #expect(try program.names(in: "leaflets") == ["a.txt"])
    #expect(try program.names(in: "home/cache/lmask").count == 1)
    #expect(try program.run("--corpus", "leaflets", "walrus").errors.isEmpty)
  }

  @Test func `flag, variable, folder, data home and data folders are tried in this order`() throws {
    let program = try Program()
    let places = [
      "flag", "variable", "Corpus", "home/data/lmask/Corpus", "home/shared/lmask/Corpus",
    ]
    for (number, place) in places.enumerated() {
      try program.folder.write("walrus\n", to: "\(place)/number\(number).txt")
    }
    func document(_ arguments: String..., set: [String: String] = [:]) throws -> String? {
      let run = try program.run(
        bytes: (["--json"] + arguments + ["walrus"]).map { Array($0.utf8) }, set: set)
      return (try run.objects.first?["results"] as? [[String: Any]])?.first?["document"] as? String
    }
    let variable = ["LMASK_CORPUS": "variable"]
    #expect(try document("--corpus", "flag", set: variable) == "number0.txt")
    #expect(try document(set: variable) == "number1.txt")
    #expect(try document(set: ["LMASK_CORPUS": ""]) == "number2.txt")
    try program.remove("Corpus")
    #expect(try document() == "number3.txt")
    try program.remove("home/data")
    #expect(try document() == "number4.txt")
    try program.remove("home/shared")
    let nowhere = try program.run("walrus")
    #expect(nowhere.status == 2)
    #expect(nowhere.errorLines.count == 1)
    #expect(nowhere.errors.contains("--corpus"))
  }

  @Test func `the index goes where the flag or the variable says`() throws {
    let program = try SmallCorpus.program()
    let set = ["LMASK_INDEX": program.path("deep/er/variable.index")]
    #expect(try program.run("fly", set: set).status == 0)
    #expect(program.exists("deep/er/variable.index"))
    #expect(try program.run("--index", "flag.index", "fly", set: set).status == 0)
    #expect(program.exists("flag.index"))
    #expect(!program.exists("Index/lmask.index"))
    let bytes = try program.folder.bytes(of: "flag.index")
    #expect(try program.folder.bytes(of: "deep/er/variable.index") == bytes)
  }

  private static let environment = Environment { $0 == "XDG_CACHE_HOME" ? "/cache" : nil }

  private static func name(_ folder: TemporaryFolder) -> String {
    (folder.path as NSString).lastPathComponent
  }
}
