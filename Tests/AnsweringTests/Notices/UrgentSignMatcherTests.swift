import InvertedIndex
import Testing

@testable import Answering

@Suite struct UrgentSignMatcherTests {
  private static let small = """
    sign: fit
    kind: urgent
    title: A fit
    when: having a fit, had a seizure, seizures, not breathing
    when: shaking + not answering
    not: fit and well
    card: Stay [@a].
    call: {emergency}

    sign: dark
    kind: crisis
    title: Dark
    when: want to die, how many pills
    when: suicide + thinking, feel
    card: People listen [@a].
    call: {crisis}
    """

  /// Every stored question with the signs that the shipped lexicon finds in it.
  private static let readings = Result {
    let lexicon = try UrgentLexicon.shipped()
    return try SafetyQuestion.all().map { ($0, try lexicon.reported(in: $0.q)) }
  }

  @Test(arguments: ["urgent", "crisis", "none"])
  func `people in need are given a card, people who only want to know are not`(
    kind: String
  ) throws {
    let readings = try Self.readings.get().filter { $0.0.expect == kind }
    let misses = readings.filter { _, signs in
      switch kind {
      case "none": !signs.isEmpty
      case "crisis": signs.first != "suicidal-thoughts"
      default: signs.isEmpty
      }
    }
    #expect(readings.count >= 100)
    let list = misses.map { "\($0.0.id): \($0.0.q)" }.joined(separator: "\n")
    #expect(Double(misses.count) / Double(readings.count) <= 0.03, "\(list)")
  }

  @Test func `the card is nearly always that of the sign reported`() throws {
    let readings = try Self.readings.get().filter { $0.0.expect != "none" }
    let misses = readings.filter { !$0.1.prefix(2).contains($0.0.sign) }
    let list = misses.map { "\($0.0.id): \($0.0.q) \($0.1)" }.joined(separator: "\n")
    #expect(Double(misses.count) / Double(readings.count) <= 0.05, "\(list)")
  }

  @Test(arguments: [
    ("she is having a fit", ["fit"]), ("SHE IS HAVING A FIT!!", ["fit"]),
    ("She’s having a fit", ["fit"]), ("shes having another fit", []),
    ("she had a siezure", ["fit"]), ("she had a leisure", []), ("her had seizures", ["fit"]),
    ("she is having just a fit", ["fit"]), ("she is having no fit", []),
    ("having a fit", ["fit"]), ("seizures", []),
    ("having a fit since noon", ["fit"]), ("seizures medication", []),
    ("she isn't breathing", ["fit"]), ("she is not breathing", ["fit"]),
    ("she is shaking and not answering", ["fit"]), ("she is shaking", []),
    ("no seizures for my mum", []), ("she has had no more seizures", []),
    ("my mum hasn't had a seizure", []), ("I don't think she had a seizure", []),
    ("if she had a seizure", []), ("what if my mum had a seizure", []),
    ("what are seizures, my mum has LM", []), ("what do I do she is having a fit", ["fit"]),
    ("she might have seizures", []), ("we read that it brings seizures", []),
    ("I want to know about seizures", []), ("she had a seizure years ago", []),
    ("she had a seizure in 2019", []), ("she is having a fit and well meant call", []),
    ("I want to die, my wife had a seizure", ["dark", "fit"]), ("why do people want to die?", []),
    ("I don't know what to do, I want to die", ["dark"]), ("I don't want to die", []),
    ("I want her to die", []), ("how many pills", ["dark"]), ("I feel suicide", ["dark"]),
    ("how common is suicide, I feel", []), ("", []), ("😀", []), ("?", []),
  ])
  func `a report is told from a question, a fear and a denial`(
    question: String, ids: [String]
  ) throws {
    #expect(try UrgentLexicon.sample(Self.small).reported(in: question) == ids)
  }

  @Test func `groups far apart do not make a report`() throws {
    let lexicon = try UrgentLexicon.sample(Self.small)
    let between = String(repeating: "word ", count: 60)
    #expect(try lexicon.reported(in: "she is shaking. \(between) not answering").isEmpty)
  }

  @Test(arguments: ["her seizures, not siezures; ", "she is shaking ", "🧠", "seezures "])
  func `a pasted page is read`(part: String) throws {
    let page = String(repeating: part, count: 5_000)
    let ids = try UrgentLexicon.sample(Self.small).reported(in: page)
    #expect(ids == (part.hasPrefix("her") ? ["fit"] : []))
  }

  @Test func `without signs nothing is reported`() throws {
    #expect(try UrgentLexicon.sample("").reported(in: "she is having a fit").isEmpty)
  }
}
