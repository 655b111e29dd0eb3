import Corpus
import Foundation
import InvertedIndex
import Synchronization
import TestSupport
import Testing

/// `Tests/stress readers 64 100` has 64 readers through 100 rebuilds.
@Suite struct ReadersTests {
  @Test func `readers during rebuilds each answer from one whole index`() throws {
    let program = try EditionCorpus.program()
    let isOver = Atomic(false)
    // Held by reference: a program is no value, but running it changes nothing in it.
    nonisolated(unsafe) let shared = program
    let words = EditionCorpus.question.map { Array($0.utf8) }
    let outcomes = Workers.map(tasks: 4) { reader -> Result<Set<String>, any Error> in
      Result {
        var seen: Set<String> = []
        if reader == 0 {
          defer { isOver.store(true, ordering: .relaxed) }
          for edition in 2...9 {
            try EditionCorpus.write(edition, for: shared)
            #expect(try shared.run("index", "--quiet").status == 0)
          }
          return seen
        }
        repeat {
          let answer = try shared.run(bytes: words)
          #expect(answer.status == 0, "\(answer.errors)")
          let editions = try EditionCorpus.editions(of: answer)
          #expect(editions.count == 1)
          seen.formUnion(editions)
        } while !isOver.load(ordering: .relaxed)
        return seen
      }
    }
    for outcome in outcomes { _ = try outcome.get() }
    #expect(try program.names(in: "Index") == ["lmask.index"])
  }

  @Test func `two builders at once leave one sound index and no other file`() throws {
    let program = try EditionCorpus.program()
    for edition in 2...6 {
      try EditionCorpus.write(edition, for: program)
      let builders = try (0..<2).map { _ in try program.start("index", "--quiet") }
      for builder in builders {
        let result = try builder.finish()
        #expect(result.status == 0, "\(result.errors)")
      }
      #expect(try program.run("index", "--verify").status == 0)
      let answer = try program.run(bytes: EditionCorpus.question.map { Array($0.utf8) })
      #expect(try EditionCorpus.editions(of: answer) == ["edition\(edition)x"])
    }
    #expect(try program.names(in: "Index") == ["lmask.index"])
  }
}
