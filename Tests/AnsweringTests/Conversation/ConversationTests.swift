import Corpus
import InvertedIndex
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct ConversationTests {
  /// Two subjects with the same things told of each, among enough others for rarity to mean
  /// something.
  private static let documents: [[Passage]] =
    [
      [
        .sample(
          "A lumbar puncture is a needle between bones.", path: "puncture.md", title: "Puncture",
          headings: ["What is a lumbar puncture?"]),
        .sample(
          "The pain of a puncture is small.", path: "puncture.md", title: "Puncture",
          headings: ["Is a lumbar puncture painful?"]),
        .sample(
          "A lumbar puncture takes an hour.", path: "puncture.md", title: "Puncture",
          headings: ["How long does a lumbar puncture take?"]),
      ],
      [
        .sample(
          "A scanner makes pictures.", path: "scanner.md", title: "Scanner",
          headings: ["What is the scanner?"]),
        .sample(
          "The scanner causes no pain.", path: "scanner.md", title: "Scanner",
          headings: ["Is the scanner painful?"]),
        .sample(
          "The scanner needs ten minutes.", path: "scanner.md", title: "Scanner",
          headings: ["How long does the scanner take?"]),
      ],
    ]
    + (1...30).map { number in
      [
        .sample(
          "Passage \(number) tells of pain in the leg and of rest.", path: "leg-\(number).md",
          headings: ["What eases a leg \(number)?"])
      ]
    }

  private var conversation = Conversation()
  private var answerer: Answerer

  init() throws {
    answerer = Answerer(Searcher(try SampleIndex.reader(of: Self.documents)))
  }

  private mutating func ask(_ question: String) throws -> Answer {
    try answerer.answer(question, in: &conversation, limit: 3)
  }

  private func heading(_ answer: Answer) -> String? { answer.results.first?.passage.headings.last }

  @Test mutating func `a pronoun is read with the subject of the question before`() throws {
    #expect(try ask("What is a lumbar puncture?").context == nil)
    let answer = try ask("is it painful?")
    #expect(answer.question == "is it painful?")
    #expect(answer.context == "What is a lumbar puncture?")
    #expect(answer.inherited == "lumbar, puncture")
    #expect(heading(answer) == "Is a lumbar puncture painful?")
    #expect(answer.verdict == .answered)
  }

  @Test mutating func `a chain of follow-ups keeps its topic`() throws {
    _ = try ask("What is a lumbar puncture?")
    _ = try ask("is it painful?")
    let answer = try ask("and how long does it take?")
    #expect(answer.context == "What is a lumbar puncture?")
    #expect(heading(answer) == "How long does a lumbar puncture take?")
  }

  @Test mutating func `a piece moves the topic on and keeps what was asked`() throws {
    _ = try ask("Is a lumbar puncture painful?")
    let piece = try ask("and the scanner?")
    #expect(piece.context == "Is a lumbar puncture painful?")
    #expect(piece.inherited == "Is a lumbar puncture painful")
    #expect(piece.results.contains { $0.passage.headings == ["Is the scanner painful?"] })
    let next = try ask("how long does it take?")
    #expect(next.context == "and the scanner?")
    #expect(next.inherited == "scanner")
    #expect(heading(next) == "How long does the scanner take?")
  }

  @Test mutating func `a question of its own starts a new topic`() throws {
    _ = try ask("What is a lumbar puncture?")
    let alone = try ask("What is the scanner?")
    #expect(alone.context == nil && alone.inherited == nil)
    #expect(heading(try ask("is it painful?")) == "Is the scanner painful?")
  }

  @Test mutating func `without a question before, a follow-up is read alone`() throws {
    let answer = try ask("is it painful?")
    #expect(answer.context == nil)
    conversation = Conversation()
    _ = try ask("What is a lumbar puncture?")
    conversation = Conversation()
    #expect(try ask("is it painful?").context == nil)
  }

  @Test mutating func `a declined question leaves the topic before it`() throws {
    _ = try ask("What is a lumbar puncture?")
    let other = try ask("Who won the football?")
    #expect(other.verdict.isDeclined && other.context == nil)
    #expect(try ask("is it painful?").context == "What is a lumbar puncture?")
  }

  @Test mutating func `after a declined question alone there is no topic`() throws {
    _ = try ask("Who won the football?")
    #expect(try ask("is it painful?").context == nil)
  }

  @Test(arguments: ["and what does it cost?", "can dogs have it?", "and did the volcano erupt?"])
  mutating func `that the topic is known does not answer what is asked of it`(question: String)
    throws
  {
    _ = try ask("What is a lumbar puncture?")
    let answer = try ask(question)
    #expect(answer.verdict != .answered)
    #expect(!answer.unmatched.isEmpty)
    #expect(!answer.unmatched.contains("puncture"))
  }

  @Test mutating func `a misspelt question gives its topic as it was read`() throws {
    let first = try ask("What is a lumbar punctre?")
    #expect(first.corrections == [Correction(typed: "punctre", used: "puncture")])
    let answer = try ask("is it painfull?")
    #expect(answer.context == "What is a lumbar punctre?")
    #expect(answer.inherited == "lumbar, puncture")
    #expect(answer.corrections.map(\.used) == ["painful"])
    #expect(heading(answer) == "Is a lumbar puncture painful?")
  }

  @Test mutating func `the heading of the answer may name the topic`() throws {
    var documents = Self.documents
    documents[0][0] = .sample(
      "LP is short for it. A needle goes between bones.", path: "puncture.md", title: "Puncture",
      headings: ["What is a lumbar puncture?"])
    answerer = Answerer(Searcher(try SampleIndex.reader(of: documents)))
    #expect(heading(try ask("what is LP?")) == "What is a lumbar puncture?")
    let answer = try ask("is it painful?")
    #expect(answer.inherited == "LP, lumbar, puncture")
    #expect(answer.results.contains { $0.passage.headings == ["Is a lumbar puncture painful?"] })
  }

  @Test mutating func `an explanation adds up to the score in a conversation too`() throws {
    _ = try ask("What is a lumbar puncture?")
    let before = conversation
    let answer = try answerer.answer(
      "is it painful?", in: &conversation, limit: 3, explains: true)
    #expect(answer.results.count == 3)
    for result in answer.results {
      let tree = try #require(result.explanation)
      #expect(abs(tree.value - result.hit.score) < 1e-5 * result.hit.score)
      #expect(
        try answerer.explanation(of: result.hit.passage, for: "is it painful?", in: before) == tree)
    }
  }

  @Test mutating func `more results begin with the fewer`() throws {
    _ = try ask("What is a lumbar puncture?")
    let before = conversation
    let few = try ask("is it painful?").results.map(\.hit)
    conversation = before
    let many = try answerer.answer("is it painful?", in: &conversation, limit: 60).results.map(
      \.hit)
    #expect(many.count > 30)
    #expect(Array(many.prefix(3)) == few)
  }

  @Test(arguments: ["?", "hello", "thanks", "ok", "", "🧠"])
  mutating func `what is no question follows nothing`(line: String) throws {
    _ = try ask("What is a lumbar puncture?")
    let answer = try ask(line)
    #expect(answer.context == nil)
    #expect(answer.verdict.isDeclined)
  }

  @Test mutating func `a page pasted into a conversation is answered`() throws {
    _ = try ask("What is a lumbar puncture?")
    let page = String(repeating: "and is it the puncture that this is about? ", count: 2_000)
    #expect(!(try ask(page).results.isEmpty))
  }
}
