import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct ChangingCorpusTests {
  /// Every file is read as it is at some moment; what comes later is noticed by the next question.
  @Test func `a corpus that changes while it is read gives a sound index, the next a right one`()
    throws
  {
    let program = try EditionCorpus.program()
    let isOver = Atomic(false)
    nonisolated(unsafe) let shared = program
    let editor = Thread {
      var random = SeededGenerator(seed: 20_267)
      while !isOver.load(ordering: .relaxed) {
        let name = "Corpus/w\(Int.random(in: 1...40, using: &random)).txt"
        switch Int.random(in: 0...3, using: &random) {
        case 0: try? shared.remove(name)
        case 1: truncate(shared.path(name), off_t(Int.random(in: 0...200, using: &random)))
        default:
          let count = Int.random(in: 1...400, using: &random)
          _ = try? shared.folder.write(
            String(repeating: "Walrus after walrus. ", count: count), to: name)
        }
      }
      isOver.store(false, ordering: .releasing)
    }
    editor.start()
    for _ in 1...12 {
      let build = try program.run("index", "--quiet")
      #expect(build.status == 0, "\(build.errors)")
      #expect(try program.run("index", "--verify").status == 0)
      let answer = try program.run("--quiet", "--json", "walrus")
      #expect(answer.status == 0, "\(answer.errors)")
    }
    isOver.store(true, ordering: .relaxed)
    while isOver.load(ordering: .acquiring) { sched_yield() }
    #expect(try program.run("walrus").status == 0)
    let refreshed = try program.folder.bytes(of: "Index/lmask.index")
    try program.remove("Index/lmask.index")
    #expect(try program.run("index", "--quiet").status == 0)
    #expect(try program.folder.bytes(of: "Index/lmask.index") == refreshed)
  }
}
