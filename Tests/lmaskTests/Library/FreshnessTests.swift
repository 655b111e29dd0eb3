import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct FreshnessTests {
  @Test func `the index is built on first use with one line, then nothing is said`() throws {
    let program = try SmallCorpus.program()
    let first = try program.run("fly")
    #expect(first.status == 0)
    #expect(first.errors == "lmask: index built: 3 documents, 3 passages\n")
    #expect(program.exists("Index/lmask.index"))
    for _ in 1...3 { #expect(try program.run("fly").errors.isEmpty) }
    #expect(try program.run("fly").output == first.output)
    #expect(try program.names(in: "Index") == ["lmask.index"])
  }

  @Test func `an added file is noticed`() throws {
    try expectRebuild(because: "walrus.txt is new") { program in
      try program.folder.write("Walrus.\n", to: "Corpus/walrus.txt")
    }
  }

  @Test func `an edited file is noticed`() throws {
    try expectRebuild(because: "daily/fatigue.txt changed") { program in
      try program.folder.write("A walrus is never tired.\n", to: "Corpus/daily/fatigue.txt")
    }
  }

  @Test func `an edit that keeps the size is noticed`() throws {
    try expectRebuild(because: "daily/fatigue.txt changed") { program in
      let text = SmallCorpus.fatigue.replacingOccurrences(of: "common", with: "walrus")
      #expect(text.utf8.count == SmallCorpus.fatigue.utf8.count)
      try program.folder.write(text, to: "Corpus/daily/fatigue.txt")
    }
  }

  @Test func `an edit that keeps size and time is noticed`() throws {
    try expectRebuild(because: "daily/fatigue.txt changed") { program in
      let file = program.path("Corpus/daily/fatigue.txt")
      let time = try #require(
        try FileManager.default.attributesOfItem(atPath: file)[.modificationDate])
      let text = SmallCorpus.fatigue.replacingOccurrences(of: "common", with: "walrus")
      try program.folder.write(text, to: "Corpus/daily/fatigue.txt")
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    }
  }

  @Test func `a file replaced by an older one of its size is noticed`() throws {
    try expectRebuild(because: "daily/fatigue.txt changed") { program in
      let text = SmallCorpus.fatigue.replacingOccurrences(of: "common", with: "walrus")
      let other = try program.folder.write(text, to: "other.txt")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: other)
      try program.remove("Corpus/daily/fatigue.txt")
      try program.move("other.txt", to: "Corpus/daily/fatigue.txt")
    }
  }

  /// So many are looked at while the question is answered.
  @Test func `what was made of an outdated index of many files is made anew`() throws {
    let program = try SmallCorpus.program()
    for number in 0..<300 {
      try program.folder.write("Leaflet of ward \(number).\n", to: "Corpus/many/\(number).txt")
    }
    _ = try program.run("index")
    let before = try program.run("fatigue")
    #expect(before.errors.isEmpty)
    try program.folder.write("Fatigue: walruses have it.\n", to: "Corpus/daily/fatigue.txt")
    let left = try program.run("--no-refresh", "fatigue")
    #expect(left.output == before.output)
    #expect(left.errors.contains("the index is older than its corpus (daily/fatigue.txt changed)"))
    let after = try program.run("fatigue")
    #expect(after.errors.hasPrefix("lmask: index rebuilt (daily/fatigue.txt changed): 303 "))
    #expect(after.output.contains("walruses have it"))
    #expect(try program.run("fatigue").errors.isEmpty)
  }

  @Test func `a removed file is noticed`() throws {
    let program = try SmallCorpus.indexedProgram()
    #expect(try program.run("fatigue").status == 0)
    try program.remove("Corpus/daily/fatigue.txt")
    let run = try program.run("fatigue")
    #expect(
      run.errors
        == "lmask: index rebuilt (daily/fatigue.txt is gone): 2 documents, 2 passages\n")
    #expect(run.status == 1)
  }

  @Test func `a renamed file is noticed`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.move("Corpus/travel.md", to: "Corpus/trips.md")
    let run = try program.run("fly")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("lmask: index rebuilt (travel.md is gone)"))
    #expect(run.output.contains("— trips.md › "))
    #expect(try program.run("fly").errors.isEmpty)
  }

  @Test func `a new file in a folder that was empty is noticed`() throws {
    let program = try SmallCorpus.program()
    try program.makeFolder("Corpus/later/still empty")
    _ = try program.run("index")
    #expect(try program.run("walrus").errors.isEmpty)
    try program.folder.write("Walrus.\n", to: "Corpus/later/still empty/walrus.txt")
    let run = try program.run("walrus")
    #expect(run.errors.hasPrefix("lmask: index rebuilt (later/still empty/walrus.txt is new): "))
    #expect(run.status == 0)
    #expect(try program.run("walrus").errors.isEmpty)
  }

  @Test func `a new folder with a file is noticed, one without changes nothing`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.makeFolder("Corpus/new")
    #expect(try program.run("fly").errors.isEmpty)
    try program.folder.write("Walrus.\n", to: "Corpus/new/walrus.txt")
    #expect(
      try program.run("walrus").errors.hasPrefix("lmask: index rebuilt (new/walrus.txt is new): "))
  }

  @Test func `a renamed folder is noticed`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.move("Corpus/daily", to: "Corpus/often")
    let run = try program.run("fatigue")
    #expect(run.errors.hasPrefix("lmask: index rebuilt (daily/fatigue.txt is gone): 3 documents"))
    #expect(run.output.contains("— often/fatigue.txt"))
    #expect(try program.run("fatigue").errors.isEmpty)
  }

  @Test func `a removed folder is noticed, an empty one changes nothing`() throws {
    let program = try SmallCorpus.program()
    try program.makeFolder("Corpus/empty")
    _ = try program.run("index")
    try program.remove("Corpus/empty")
    #expect(try program.run("fly").errors.isEmpty)
    try program.remove("Corpus/daily")
    let run = try program.run("fatigue")
    #expect(run.errors.hasPrefix("lmask: index rebuilt (daily/fatigue.txt is gone): 2 documents"))
    #expect(run.status == 1)
  }

  @Test func `a folder that was touched without a change does not rebuild`() throws {
    let program = try SmallCorpus.indexedProgram()
    let before = try inode(of: program)
    for name in ["Corpus", "Corpus/daily"] {
      for date in [Date(), Date(timeIntervalSinceNow: 100_000), Date(timeIntervalSince1970: 0)] {
        try FileManager.default.setAttributes(
          [.modificationDate: date], ofItemAtPath: program.path(name))
        #expect(try program.run("fly").errors.isEmpty)
        #expect(try program.run("status").output.contains("up to date yes\n"))
      }
    }
    #expect(try inode(of: program) == before)
  }

  /// A question looks at some of them only; `status` looks at all.
  @Test func `status notices an edit among more than a thousand files`() throws {
    let program = try SmallCorpus.program()
    for number in 0..<1100 {
      try program.folder.write("Otter \(1000 + number).\n", to: "Corpus/many/\(number).txt")
    }
    _ = try program.run("index")
    #expect(try program.run("status").output.contains("up to date yes\n"))
    #expect(try program.run("fly").errors.isEmpty)
    for number in [0, 555, 1099] {
      let name = "many/\(number).txt"
      try program.folder.write("Otter \(3000 + number).\n", to: "Corpus/" + name)
      #expect(
        try program.run("status").output.contains(
          "up to date no: \(name) changed; run \"lmask index\"\n"))
      _ = try program.run("index")
    }
    try program.remove("Corpus/many/700.txt")
    // Its folder shows it, so a question notices it too.
    #expect(
      try program.run("fly").errors.hasPrefix("lmask: index rebuilt (many/700.txt is gone): "))
  }

  /// Less than half of the files are looked at otherwise.
  @Test func `a document that is shown is compared, however many there are`() throws {
    let program = try SmallCorpus.program()
    for number in 0..<2200 {
      try program.folder.write("Otter \(1000 + number).\n", to: "Corpus/many/\(number).txt")
    }
    _ = try program.run("index")
    let numbers = [0, 100, 555, 801, 1099, 1500, 2000, 2199]
    for number in numbers {
      let name = "many/\(number).txt"
      try program.folder.write("Otter \(1000 + number) naps.\n", to: "Corpus/" + name)
      #expect(
        try program.run("--no-refresh", "otter \(1000 + number)").errors
          == "lmask: the index is older than its corpus (\(name) changed); run \"lmask index\"\n")
      try program.folder.write("Otter \(1000 + number).\n", to: "Corpus/" + name)
      #expect(try program.run("--no-refresh", "otter \(1000 + number)").errors.isEmpty)
    }
    try program.folder.write("Otter 1007, awake.\n", to: "Corpus/many/7.txt")
    let run = try program.run("otter 1007")
    #expect(run.errors.hasPrefix("lmask: index rebuilt (many/7.txt changed): "))
    #expect(run.output.contains("Otter 1007, awake."))
  }

  /// The index's time says that all was looked at then; of many folders a question looks at some.
  @Test func `of more than a thousand folders the index is not marked as compared`() throws {
    let program = try SmallCorpus.program()
    for number in 0..<1100 { try program.makeFolder("Corpus/folder-\(number)") }
    _ = try program.run("index")
    let before = try modified(program)
    try program.folder.write(SmallCorpus.fatigue, to: "Corpus/daily/fatigue.txt")
    #expect(try program.run("fly").errors.isEmpty)
    #expect(try modified(program) == before)
  }

  private func modified(_ program: Program) throws -> Date? {
    let path = program.path("Index/lmask.index")
    return try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  }

  @Test func `a changed bibliography is noticed`() throws {
    let program = try SmallCorpus.indexedProgram()
    let text = SmallCorpus.sources.replacingOccurrences(
      of: "Lumbar puncture", with: "Spinal needles")
    try program.folder.write(text, to: "Corpus/sources.json")
    let run = try program.run("needle")
    #expect(run.errors.hasPrefix("lmask: index rebuilt (sources.json changed)"))
    #expect(run.output.contains("Spinal needles"))
  }

  @Test func `touching files does not rebuild`() throws {
    let program = try SmallCorpus.indexedProgram()
    let before = try inode(of: program)
    let file = program.path("Corpus/travel.md")
    for date in [Date(), Date(timeIntervalSinceNow: 100_000), Date(timeIntervalSince1970: 0)] {
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
      #expect(try program.run("fly").errors.isEmpty)
    }
    #expect(try inode(of: program) == before)
  }

  @Test func `files that are no documents do not matter`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write("Draft.\n", to: "Corpus/_draft.md")
    try program.folder.write("Hidden.\n", to: "Corpus/.hidden.md")
    try program.folder.write("For maintainers.\n", to: "Corpus/README.md")
    try program.folder.write("x", to: "Corpus/picture.png")
    let run = try program.run("fly")
    #expect(run.errors.isEmpty)
    #expect(try program.run("draft hidden maintainers").status == 1)
  }

  @Test func `without refreshing an outdated index answers and says so`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write("Walrus.\n", to: "Corpus/walrus.txt")
    let before = try program.folder.bytes(of: "Index/lmask.index")
    let run = try program.run("--no-refresh", "fly")
    #expect(run.status == 0)
    #expect(run.output.contains("before you fly"))
    #expect(
      run.errors == "lmask: the index is older than its corpus (walrus.txt is new); "
        + "run \"lmask index\"\n")
    #expect(try program.run("--no-refresh", "walrus").status == 1)
    #expect(try program.folder.bytes(of: "Index/lmask.index") == before)
  }

  @Test func `without refreshing a fresh index is used silently and a missing one is trouble`()
    throws
  {
    let program = try SmallCorpus.program()
    let missing = try program.run("--no-refresh", "fly")
    #expect(missing.status == 2)
    #expect(missing.errors == "lmask: Index/lmask.index: no such index; run \"lmask index\"\n")
    _ = try program.run("index")
    #expect(try program.run("--no-refresh", "fly").errors.isEmpty)
  }

  @Test func `the same corpus gives the same bytes, built again, copied or moved`() throws {
    let program = try SmallCorpus.indexedProgram()
    let bytes = try program.folder.bytes(of: "Index/lmask.index")
    #expect(try program.run("index").status == 0)
    #expect(try program.folder.bytes(of: "Index/lmask.index") == bytes)
    // Written in another order, with other times, under another name.
    try program.folder.write(SmallCorpus.sources, to: "copy/sources.json")
    try program.folder.write(SmallCorpus.travel, to: "copy/travel.md")
    try program.folder.write(SmallCorpus.fatigue, to: "copy/daily/fatigue.txt")
    try program.folder.write(SmallCorpus.diagnosis, to: "copy/diagnosis.md")
    let run = try program.run("index", "--corpus", "copy", "--index", "copy.index")
    #expect(run.status == 0)
    #expect(try program.folder.bytes(of: "copy.index") == bytes)
  }

  @Test func `any number of threads gives the same bytes`() throws {
    let program = try SmallCorpus.program()
    // More than one task: a task takes 256 files.
    for number in 0..<600 {
      let text = "# Otter \(number)\n\nOtter \(number * 7 % 13) swims in river \(number % 5).\n"
      try program.folder.write(text, to: "Corpus/many/\(number).md")
    }
    var built: [[UInt8]] = []
    for threads in ["1", "2", "7", "0", "many", ""] {
      let name = "Index/\(built.count).index"
      let run = try program.run("index", "--index", name, set: ["LMASK_THREADS": threads])
      #expect(run.status == 0, "\(threads) threads: \(run.errors)")
      built.append(try program.folder.bytes(of: name))
    }
    #expect(built.allSatisfy { $0 == built[0] })
  }

  @Test func `an index made from an older one has the bytes of one made anew`() throws {
    let program = try SmallCorpus.program()
    for number in 0..<30 {
      try program.folder.write(
        "# Otter \(number)\n\nOtter \(number) likes fish\(number).\n",
        to: "Corpus/many/\(number).md")
    }
    _ = try program.run("index")
    try program.folder.write("# Walrus\n\nA walrus is no otter.\n", to: "Corpus/many/3.md")
    try program.folder.write([0x61, 0xFF, 0x62, 0x0A], to: "Corpus/many/7.txt")
    try program.remove("Corpus/many/20.md")
    try program.move("Corpus/many/21.md", to: "Corpus/many/moved.md")
    try program.folder.write("x", to: "Corpus/many/picture.png")
    for step in ["changed", "and not again"] {
      _ = try program.run("index")
      _ = try program.run("index", "--index", "\(step).index")
      #expect(
        try program.folder.bytes(of: "Index/lmask.index")
          == program.folder.bytes(of: "\(step).index"), "\(step)")
    }
  }

  /// Changes the corpus and expects that the next question is answered from what it says now.
  private func expectRebuild(
    because reason: String, after change: (Program) throws -> Void,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let program = try SmallCorpus.indexedProgram()
    #expect(try program.run("walrus").status == 1, sourceLocation: location)
    try change(program)
    let run = try program.run("walrus")
    #expect(run.errorLines.count == 1, sourceLocation: location)
    #expect(
      run.errors.hasPrefix("lmask: index rebuilt (\(reason)): "), sourceLocation: location)
    #expect(run.status == 0, sourceLocation: location)
    #expect(try program.run("walrus").errors.isEmpty, sourceLocation: location)
  }

  private func inode(of program: Program) throws -> Int? {
    let path = program.path("Index/lmask.index")
    return try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }
}
