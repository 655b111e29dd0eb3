import Analysis
import Corpus
import InvertedIndex
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct SensitivePassagesTests {
  private static let outlook = Passage.sample(
    "With a shunt people lived 4 months.", headings: ["How long do people live with a shunt?"],
    askedAs: ["shunt life expectancy"], anchor: "survival", isSensitive: true)
  private static let use = Passage.sample(
    "A shunt drains fluid.", headings: ["What is a shunt for?"], askedAs: ["shunt use"])
  private static let risk = Passage.sample(
    "A shunt may become blocked.", headings: ["Can a shunt fail?"])

  private func answer(
    _ question: String, from passages: [Passage] = [outlook, use, risk], limit: Int = 3
  ) throws -> Answer {
    var answerer = Answerer(Searcher(try SampleIndex.reader(of: [passages])))
    return try answerer.answer(question, limit: limit)
  }

  private func anchors(_ answer: Answer) -> [String?] { answer.results.map(\.passage.anchor) }

  @Test(arguments: ["what is a shunt for?", "can a shunt fail?", "shunt", "tell me about my shunt"])
  func `a general question gets the others, and the title of the one that is held back`(
    question: String
  ) throws {
    let answer = try answer(question)
    #expect(answer.results.count == 2)
    #expect(anchors(answer).allSatisfy { $0 == nil })
    #expect(answer.notices.map(\.kind) == ["sensitive"])
    #expect(answer.notices.first?.id == "survival")
    #expect(answer.notices.first?.title == "How long do people live with a shunt?")
    #expect(
      answer.notices.first?.text
        == "Not shown unless you want it. To read it, ask: How long do people live with a shunt?")
  }

  @Test(
    arguments: [
      "How long do people live with a shunt?", "how long do people live with shunts",
      "shunt life expectancy", "what is the expectancy with a shunt?",
    ])
  func `a question worded like it, or with a word of its own, gets it first`(question: String)
    throws
  {
    let answer = try answer(question)
    #expect(anchors(answer).first == "survival")
    #expect(answer.notices.isEmpty)
  }

  @Test(arguments: [1, 2, 3, 100])
  func `the best of the others is shown whatever the limit`(limit: Int) throws {
    let first = try answer("can a shunt fail?", limit: limit)
    #expect(first.results.first?.passage.text == Self.risk.text)
    #expect(first.results.count == min(limit, 2))
  }

  @Test func `a title is offered only if its passage would have been shown`() throws {
    #expect(try answer("what is a shunt for?", limit: 1).notices.isEmpty)
    #expect(try answer("what is a shunt for?", limit: 3).notices.count == 1)
  }

  @Test func `if nothing else is found, what is found is shown`() throws {
    let answer = try answer("months", limit: 1)
    #expect(anchors(answer) == ["survival"])
    #expect(answer.notices.isEmpty)
  }

  /// With one passage to show, ten are looked at all the same.
  @Test func `many that are held back do not hide the one that is not`() throws {
    let many = (1...SensitivePassages.window - 1).map { number in
      Passage.sample(
        "Fever, fever and fever.", headings: ["Dying \(number)"], anchor: "\(number)",
        isSensitive: true)
    }
    let plain = Passage.sample("Rest, drink and take your time if there is fever.")
    for limit in [1, 2, 50] {
      let answer = try answer("fever", from: many + [plain], limit: limit)
      #expect(answer.results.map(\.passage.text) == [plain.text], "limit \(limit)")
    }
  }

  @Test func `a passage without headings or anchor is offered by its document's title`() {
    let notice = Notice.sensitive(
      .sample("Text.", path: "a.md", title: "Title", isSensitive: true))
    #expect(notice.id == "a.md")
    #expect(notice.title == "Title")
  }
}
