import Corpus
import InvertedIndex
import TestSupport
import Testing

@testable import Answering

@Suite struct UrgentSignMatcherTests {
  private static let small = """
    sign: fit
    kind: urgent
    title: A fit
    when: having a fit, had a seizure, seizures, not breathing + she, he, her, my, I
    not: fit and well
    card: Stay [@a].
    call: {emergency}

    sign: dark
    kind: crisis
    title: Dark
    when: want to die
    card: People listen [@a].
    call: {crisis}
    """

  private func matcher(_ text: String) throws -> UrgentSignMatcher {
    let signs = try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(text.utf8)))
    return UrgentSignMatcher(UrgentLexicon(signs))
  }

  private static let shipped = Result {
    let reader = CorpusReader(root: Repository.corpus)
    let file = try reader.dataFile(UrgentSigns.fileName, in: reader.listing())
    return UrgentLexicon(try file.map { try UrgentSigns($0) } ?? UrgentSigns())
  }

  @Test func `people in need are given a card`() throws {
    let matcher = UrgentSignMatcher(try Self.shipped.get())
    let missed = Reports.urgent.filter { matcher.signs(in: $0).isEmpty }
    let share = 1 - Double(missed.count) / Double(Reports.urgent.count)
    #expect(Reports.urgent.count >= 60)
    #expect(share >= 0.97, "\(missed)")
  }

  @Test func `people who only want to know are not`() throws {
    let matcher = UrgentSignMatcher(try Self.shipped.get())
    let carded = Reports.ordinary.filter { !matcher.signs(in: $0).isEmpty }
    #expect(Reports.ordinary.count >= 60)
    #expect(Double(carded.count) / Double(Reports.ordinary.count) <= 0.03, "\(carded)")
  }

  @Test(arguments: [
    ("she is having a fit", ["fit"]), ("SHE IS HAVING A FIT!!", ["fit"]),
    ("She’s having a fit", ["fit"]), ("shes having another fit", []),
    ("she had a siezure", ["fit"]), ("she had a sieezzure", []), ("her had seizures", ["fit"]),
    ("she had a really bad fit", []), ("she is having just a fit", ["fit"]),
    ("having a fit", []), ("having a fit since noon", ["fit"]),
    ("she isn't breathing", ["fit"]), ("she is not breathing", ["fit"]),
    ("no seizures for my mum", []), ("she has had no more seizures", []),
    ("my mum hasn't had a seizure", []), ("if she had a seizure", []),
    ("what if my mum had a seizure", []), ("what are seizures, my mum has LM", []),
    ("what do I do she is having a fit", ["fit"]), ("she might have seizures", []),
    ("she had a seizure years ago", []), ("she had a fit and well meant call", []),
    ("I want to die, my wife had a seizure", ["dark", "fit"]), ("why do people want to die?", []),
    ("I don't know what to do, I want to die", ["dark"]), ("", []), ("😀", []), ("?", []),
  ])
  func `a report is told from a question, a fear and a denial`(
    question: String, ids: [String]
  ) throws {
    #expect(try matcher(Self.small).signs(in: question).map(\.id) == ids)
  }

  @Test func `groups far apart do not make a report`() throws {
    let between = String(repeating: "word ", count: 60)
    #expect(try matcher(Self.small).signs(in: "she sleeps. \(between) seizures").isEmpty)
  }

  @Test func `a page of text is read`() throws {
    let page = String(repeating: "her seizures, not siezures; ", count: 1_000)
    #expect(try matcher(Self.small).signs(in: page).map(\.id) == ["fit"])
  }
}
