import Analysis
import Corpus
import InvertedIndex
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct NoticeWriterTests {
  private static let text = """
    numbers: UK
    emergency: 999, or go to A&E [@a]
    crisis: 116 123 [@b]

    numbers: US
    emergency: 911 [@a]
    crisis: 988 [@b]

    sign: fit
    kind: urgent
    title: A fit
    when: is fitting
    card: Stay with her [@c]. Wait [@a; @c].
    call: {emergency}

    sign: bleed
    kind: urgent
    title: Bleeding
    when: is bleeding
    card: Press [@c].
    call: The team at once.

    sign: dark
    kind: crisis
    title: Dark
    when: want to die
    card: People listen [@c].
    call: To talk: {crisis}. In danger: {emergency}.
    """

  private func answerer(country: String? = nil) throws -> Answerer {
    let references = ["a", "b", "c"].map {
      Reference(
        key: $0, title: "Title \($0)", publisher: $0 == "c" ? "" : "House \($0)", url: "",
        date: "")
    }
    let signs = try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(Self.text.utf8)))
    var writer = IndexWriter(
      analyzer: .standard(), bibliography: Bibliography(references: references),
      urgentSigns: signs)
    writer.add(
      path: "a.md", title: "A", frontMatter: FrontMatter(), passages: [.sample("Bleeding stops.")])
    let folder = try TemporaryFolder()
    let index = try IndexReader(path: folder.write(writer.finish().bytes, to: "a.index"))
    return Answerer(Searcher(index), country: country)
  }

  @Test func `an urgent notice says whom to call first, in every country, and its sources`() throws
  {
    var answerer = try answerer()
    let answer = try answerer.answer("she is fitting", limit: 1)
    #expect(answer.verdict.isDeclined)
    #expect(
      answer.notices == [
        Notice(
          kind: "urgent", id: "fit", title: "A fit",
          text: """
            Call: (UK) 999, or go to A&E; (US) 911
            Stay with her. Wait.
            Sources: Title c; House a.
            """)
      ])
  }

  @Test(arguments: ["UK", "uk", "US"])
  func `a country that is named gives its numbers alone`(country: String) throws {
    var answerer = try answerer(country: country)
    let text = try #require(try answerer.answer("I want to die", limit: 1).notices.first).text
    let (crisis, emergency) =
      country == "US" ? ("(US) 988", "(US) 911") : ("(UK) 116 123", "(UK) 999, or go to A&E")
    #expect(
      text == """
        People listen.
        To talk: \(crisis). In danger: \(emergency).
        Sources: Title c; House a; House b.
        """)
  }

  @Test func `a country without numbers gives all numbers`() throws {
    var answerer = try answerer(country: "Atlantis")
    let text = try #require(try answerer.answer("she is fitting", limit: 1).notices.first).text
    #expect(text.contains("(UK) 999") && text.contains("(US) 911"))
  }

  @Test func `at most two notices are given, crisis first`() throws {
    var answerer = try answerer()
    let answer = try answerer.answer(
      "she is bleeding, she is fitting, I want to die", limit: 1)
    #expect(answer.notices.map(\.id) == ["dark", "fit"])
  }

  @Test func `an answered question keeps its results below the notice`() throws {
    var answerer = try answerer()
    let answer = try answerer.answer("she is bleeding", limit: 1)
    #expect(answer.notices.map(\.text) == ["Call: The team at once.\nPress.\nSources: Title c."])
    #expect(!answer.results.isEmpty)
    #expect(try answerer.answer("does bleeding stop", limit: 1).notices.isEmpty)
  }

  @Test(arguments: ["my wife is fitting", "it's too much, I want to die", "help, she is fitting"])
  func `a notice does not wait for an answer`(question: String) throws {
    var answerer = try answerer()
    let answer = try answerer.answer(question, limit: 1)
    #expect(answer.verdict.isDeclined)
    #expect(answer.notices.count == 1)
  }
}
