import Answering
import Search
import TestSupport
import Testing

/// Who asks how long people live is told so; who does not ask is not.
@Suite struct SensitiveQuestionsTests {
  static let general = [
    "What is LM?",
    "What are the symptoms of LM?",
    "How is LM treated?",
    "Can LM be cured?",
    "Which doctor looks after someone with LM?",
    "What does radiotherapy do?",
    "What is a shunt for?",
    "What can go wrong with a shunt?",
    "What is palliative care?",
    "Is there a clinical trial I can join?",
    "What is being researched?",
    "Does proton radiotherapy help?",
    "Which drugs go into the spinal fluid?",
    "What can we ask the doctor about treatment?",
    "What helps when talking with the doctor?",
    "How long does an MRI scan take?",
    "How long after the first cancer does LM appear?",
    "Does lung cancer lead to LM?",
    "Is LM more common in blood cancers than in solid tumours?",
    "Do I have to have treatment?",
    "How do people cope with LM at home?",
    "Where do people with LM find support?",
    "What is the aim of treatment?",
    "How does LM affect daily life?",
    "Are there people who have no symptoms?",
  ]

  @Test(arguments: general)
  func `a general question is shown no sensitive passage at all`(question: String) throws {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    for limit in [1, 3] {
      let answer = try answerer.answer(question, limit: limit)
      #expect(!answer.verdict.isDeclined)
      #expect(answer.results.filter(\.passage.isSensitive).map(\.passage.place) == [])
    }
  }

  /// With the beginning of the anchor of the passages that it asks for.
  static let asking: [(question: String, anchors: [String])] = [
    ("How long do people with LM live?", ["survival"]),
    ("What is the life expectancy with LM?", ["survival"]),
    ("What is the prognosis?", ["outlook"]),
    ("What is the outlook with LM?", ["outlook"]),
    ("How long have I got?", ["survival"]),
    ("How long has my father got to live?", ["survival"]),
    ("What is the survival rate for LM?", ["survival"]),
    ("Will I die of LM?", ["survival", "outlook"]),
    ("Is LM fatal?", ["outlook", "survival"]),
    ("Is LM a death sentence?", ["outlook", "survival"]),
    ("How much time do we have left?", ["survival"]),
    ("Median survival of leptomeningeal metastases", ["survival"]),
    ("What does survival depend on?", ["what-outlook-depends-on"]),
    ("What affects the prognosis?", ["what-outlook-depends-on"]),
    ("How long do people live after a shunt?", ["shunt-survival"]),
    ("Survival with LM from lung cancer", ["survival-by-cancer"]),
    ("Life expectancy with LM from breast cancer", ["survival-by-cancer"]),
    ("Survival of melanoma patients with LM", ["survival-by-cancer"]),
    ("Has anyone lived for years with LM?", ["living-longer"]),
    ("Is survival different for blood cancers?", ["survival-blood-solid"]),
    ("How do I ask the doctor how long I have?", ["questions-outlook"]),
    ("Did people in the proton trial live longer?", ["proton-survival"]),
    (
      "Does intrathecal chemotherapy lengthen life in breast cancer?",
      ["intrathecal-trial-survival"]
    ),
    ("What is hospice care?", ["hospice"]),
    ("How long can treatment hold the cancer back?", ["how-long-treatment-works"]),
  ]

  @Test(arguments: asking)
  func `a question that asks for a sensitive passage gets it first`(
    question: String, anchors: [String]
  ) throws {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    for limit in [1, 3] {
      let first = try #require(try answerer.answer(question, limit: limit).results.first)
      #expect(first.passage.isSensitive)
      #expect(anchors.contains(first.passage.anchor ?? ""), "\(first.passage.place)")
    }
  }

  /// What the notice tells people to type must bring the passage.
  @Test func `the title by which a passage is offered brings it first`() throws {
    let index = try ShippedCorpus.index()
    var answerer = Answerer(Searcher(index))
    let sensitive = try ShippedCorpus.passages(of: index).filter(\.passage.isSensitive)
    #expect(sensitive.count >= 10)
    for (id, passage) in sensitive {
      let title = try #require(passage.headings.last)
      let first = try answerer.answer(title, limit: 1).results.first
      #expect(first?.hit.passage == id, "\(title)")
    }
  }

  @Test func `no passage is both shown and offered by its title`() throws {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    for question in Self.general + Self.asking.map(\.question) {
      let answer = try answerer.answer(question, limit: 5)
      let shown = answer.results.compactMap(\.passage.anchor)
      #expect(Set(shown).isDisjoint(with: answer.notices.map(\.id)), "\(question)")
    }
  }
}
