import Foundation
import Glibc
import TestSupport
import Testing

@testable import lmask

/// `Tests/stress kill 200` does the same two hundred times.
@Suite struct KilledBuildTests {
  @Test func `a build killed at any moment leaves the old index or the new one`() throws {
    let program = try EditionCorpus.program()
    var random = SeededGenerator(seed: 20_266)
    // As long as a whole build takes here, so that the moments fall into all of it.
    let start = ContinuousClock.now
    _ = try program.run("index", "--quiet")
    let whole = (ContinuousClock.now - start).seconds
    for edition in 2...16 {
      try EditionCorpus.write(edition, for: program)
      let build = try program.start("index", "--quiet")
      usleep(UInt32(Double.random(in: 0...whole, using: &random) * 1_000_000))
      build.send(signal: SIGKILL)
      let status = try build.finish().status
      #expect(status == -SIGKILL || status == 0)
      let answer = try program.run(bytes: EditionCorpus.question.map { Array($0.utf8) })
      #expect(answer.status == 0, "edition \(edition): \(answer.errors)")
      #expect(try EditionCorpus.editions(of: answer).count == 1)
      #expect(try program.run("index", "--verify").status == 0)
    }
    #expect(try program.run("index", "--quiet").status == 0)
    #expect(try program.names(in: "Index") == ["lmask.index"])
    let answer = try program.run(bytes: EditionCorpus.question.map { Array($0.utf8) })
    #expect(try EditionCorpus.editions(of: answer) == ["edition16x"])
  }

  @Test func `a process may not write over an index that another one has open`() throws {
    let program = try EditionCorpus.program()
    let terminal = try PseudoTerminal(program, arguments: ["ask", "--no-refresh", "--limit", "1"])
    try terminal.read(until: PromptSession.prompt)
    for edition in 2...4 {
      try EditionCorpus.write(edition, for: program)
      #expect(try program.run("index", "--quiet").status == 0)
      terminal.type("walrus place \(edition)\r")
      let answer = try terminal.read(until: PromptSession.prompt)
      #expect(answer.contains("is of edition1x"), "the index that was opened goes on")
    }
    try program.remove("Index/lmask.index")
    terminal.type("walrus place 7\r")
    #expect(try terminal.read(until: PromptSession.prompt).contains("is of edition1x"))
  }
}
