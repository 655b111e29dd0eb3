import Foundation
import TestSupport
import Testing

@Suite struct AskCommandTests {
  @Test func `an answered question ends with 0 and shows the passage with its source`() throws {
    let run = try SmallCorpus.indexedProgram().run("may I fly?")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("1. May I fly?\n"))
    #expect(run.output.contains("Ask in the cafe\u{301} ✈️ before you fly to Zürich."))
    #expect(run.output.contains("— travel.md › May I fly?, line 5\n"))
  }

  @Test func `a citation is shown with publisher and link`() throws {
    let run = try SmallCorpus.indexedProgram().run("how is LM diagnosed?", "--limit=1")
    #expect(run.output.contains("MRI scan 🧠 [1]"))
    #expect(run.output.contains("confirms the diagnosis [2][1]."))
    #expect(
      run.output.contains(
        "[1] Leptomeningeal metastases. Medical News Today. https://example.org/mnt\n"))
    #expect(run.output.contains("[2] Lumbar puncture. NHS. 2025-03-04. https://example.org/nhs\n"))
    #expect(run.output.contains("diagnosis.md › How is LM diagnosed?, lines 5–9\n"))
  }

  @Test(arguments: ["zebra", "", " ", "?!", "how is the?", "--", "\u{301}", "🧠"])
  func `a question without an answer ends with 1 and a sentence on stdout`(question: String) throws
  {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run("--", question)
    #expect(run.status == 1)
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func `stdin gives one answer a line, each on its own`() throws {
    let program = try SmallCorpus.indexedProgram()
    for arguments in [[], ["-"], ["ask"], ["ask", "-"]] {
      let run = try program.run(
        bytes: arguments.map { Array($0.utf8) }, input: Array("may I fly?\nzebra\nfatigue".utf8))
      let questions = run.outputLines.filter { $0.hasPrefix("? ") }
      #expect(questions == ["? may I fly?", "? zebra", "? fatigue"])
      #expect(run.output.contains("Nothing here mentions: zebra"))
      #expect(run.output.contains("Fatigue is common."))
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `a misspelt word is read as the corpus spells it, in one line above the results`()
    throws
  {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run("is fatige comon?")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("read as: fatigue, common\n\n1. "))
    #expect(run.output.contains("Fatigue is common."))
    #expect(try !program.run("fatigue").output.contains("read as"))
    #expect(try program.run("\"fatige\"").status == 1)
  }

  @Test func `of several questions one answered is enough`() throws {
    let program = try SmallCorpus.indexedProgram()
    #expect(try program.run(input: "zebra\nokapi\n").status == 1)
    #expect(try program.run(input: "zebra\nfly\n").status == 0)
    #expect(try program.run(input: "").status == 1)
    #expect(try program.run(input: "\n\n  \n").output.isEmpty)
  }

  @Test func `lines may end as on Windows and the last need not end`() throws {
    let program = try SmallCorpus.indexedProgram()
    let objects = try program.run("--json", input: "fly\r\nfatigue").objects
    #expect(objects.map { $0["question"] as? String } == ["fly", "fatigue"])
  }

  @Test func `a line of stdin is answered as it would be alone`() throws {
    let program = try SmallCorpus.indexedProgram()
    let batch = try program.run("--json", input: "fly\nfatigue\n").outputLines
    let single = try ["fly", "fatigue"].map { try program.run("--json", $0).outputLines[0] }
    #expect(batch == single)
  }

  @Test func `with chat a line may follow the one before, and says with what it was read`() throws {
    let program = try SmallCorpus.indexedProgram()
    let input = "what is fatigue?\nwhat helps with it?\n"
    let run = try program.run("--chat", input: input)
    #expect(run.status == 0)
    #expect(run.output.contains("? what helps with it?\nread with: fatigue\n\n1. "))
    #expect(try !program.run(input: input).output.contains("read with"))
    let contexts = try program.run("--chat", "--json", "-", input: input).objects.map {
      $0["context"] as? String
    }
    #expect(contexts == [nil, "what is fatigue?"])
    #expect(try program.run("--json", input: input).objects.allSatisfy { $0["context"] is NSNull })
  }

  @Test func `in a conversation a line that says new forgets it and is no question`() throws {
    let program = try SmallCorpus.indexedProgram()
    let input = "what is fatigue?\n:new\nwhat helps with it?\n"
    let objects = try program.run("--chat", "--json", input: input).objects
    #expect(
      objects.map { $0["question"] as? String } == ["what is fatigue?", "what helps with it?"])
    #expect(objects.allSatisfy { $0["context"] is NSNull })
    #expect(try program.run("--json", input: ":new\n").objects.count == 1)
  }

  @Test func `chat changes nothing for a single question`() throws {
    let program = try SmallCorpus.indexedProgram()
    #expect(try program.run("--chat", "may I fly?").output == program.run("may I fly?").output)
  }

  @Test func `quiet says nothing about the index and answers all the same`() throws {
    let program = try SmallCorpus.program()
    let run = try program.run("--quiet", "fly")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("before you fly"))
  }

  @Test func `both rankers answer and score differently`() throws {
    let program = try SmallCorpus.indexedProgram()
    func score(_ ranker: String) throws -> Double? {
      let object = try program.run("--json", "--ranker", ranker, "fly to Zürich").objects.first
      let result = (object?["results"] as? [[String: Any]])?.first
      #expect(result?["document"] as? String == "travel.md")
      return result?["score"] as? Double
    }
    let (bm25, tfidf) = (try #require(try score("bm25")), try #require(try score("tfidf")))
    #expect(bm25 > 0 && tfidf > 0 && tfidf <= 1.0001 && bm25 != tfidf)
  }

  @Test func `an explanation is printed when asked for`() throws {
    let program = try SmallCorpus.indexedProgram()
    let plain = try program.run("fly").output
    let explained = try program.run("--explain", "fly").output
    #expect(explained.count > plain.count)
    #expect(explained.contains("score"))
    #expect(explained.contains("fly"))
  }

  // MARK: Bad questions

  @Test func `a question of a megabyte is answered`() throws {
    let program = try SmallCorpus.indexedProgram()
    let words = (0..<10_000).map { "w\($0)" }.joined(separator: " ")
    let text = "fly " + words + String(repeating: "a", count: 1_000_000 - words.utf8.count)
    let run = try program.run("--json", input: text + "\n")
    #expect(run.status == 0)
    #expect(try run.objects.first?["question"] as? String == text)
  }

  @Test func `bytes that are not UTF-8 and zero bytes in a question are replaced or kept as text`()
    throws
  {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run(
      bytes: [Array("--json".utf8)], input: Array("fly \u{1B}[31m ".utf8) + [0xFF, 0x20, 0, 0x0A])
    let object = try #require(try run.objects.first)
    #expect(object["question"] as? String == "fly \u{1B}[31m \u{FFFD} \0")
    #expect(run.status == 0)
    let argument = try program.run(bytes: [Array("fly ".utf8) + [0xC3, 0x28]])
    #expect(argument.status == 0)
    #expect(argument.output.contains("before you fly"))
  }

  @Test func `control characters of a question are shown as signs`() throws {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run(input: "\u{1B}]0;title\u{7} zebra\u{202E}okapi \u{9B}31m\n")
    #expect(run.output.contains("\u{241B}]0;title\u{2407}"))
    for scalar in run.output.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value))
    }
  }
}
