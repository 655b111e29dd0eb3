import Search
import Testing
import TestSupport

@Suite struct EvaluationTests {
  /// Questions as a file gives them: what follows `answerable`, in JSON.
  private func question(_ rest: String = "", answerable: Bool = true) throws -> EvaluationQuestion {
    let folder = try TemporaryFolder()
    let line = "{\"id\":\"1\",\"q\":\"a\",\"answerable\":\(answerable)\(rest)}"
    return try QuestionFile.read(folder.write(line, to: "questions"))[0]
  }

  /// A result on one line of `a.md`.
  private func result(
    _ line: Int, score: Float, text: String = "", best: String = "", document: String = "a.md"
  ) -> Evaluation.Result {
    Evaluation.Result(
      document: document, lines: line...line, text: text, best: best, score: score)
  }

  private func rank(_ question: EvaluationQuestion, _ results: [Evaluation.Result]) -> Int? {
    var evaluation = Evaluation()
    evaluation.add(question, results: results, status: "answered")
    return evaluation.grades[0].rank
  }

  @Test func `a result is right when its lines overlap`() throws {
    let question = try question(#","lines":[[10,12],[20,20]]"#)
    for (line, isRight) in [(9, false), (10, true), (12, true), (13, false), (20, true)] {
      #expect((rank(question, [result(line, score: 1)]) == 1) == isRight, "line \(line)")
    }
    let wide = Evaluation.Result(
      document: "b.md", lines: 1...10, text: "", best: "", score: 1)
    #expect(rank(question, [wide]) == 1)
  }

  @Test func `a named document must be the result's`() throws {
    let question = try question(#","document":"b.md","lines":[[1,5]]"#)
    #expect(
      rank(question, [result(3, score: 2), result(3, score: 1, document: "b.md")]) == 2)
  }

  @Test func `where lines are given, patterns do not make a result right`() throws {
    let question = try question(#","lines":[[1,1]],"must_match":["MRI"]"#)
    #expect(rank(question, [result(2, score: 1, text: "MRI")]) == nil)
  }

  @Test func `without lines any pattern makes a result right, white space folded`() throws {
    let question = try question(#","must_match":["^lumbar puncture$","mri"]"#)
    #expect(rank(question, [result(1, score: 1, text: " Lumbar\n  puncture ")]) == 1)
    #expect(rank(question, [result(1, score: 1, text: "An MRI.")]) == 1)
    #expect(rank(question, [result(1, score: 1, text: "A CT.", best: "MRI")]) == nil)
  }

  /// Scores of results in order, which of them is right, and the rank it should count at.
  static let ties: [(scores: [Float], right: [Int], rank: Int?)] = [
    ([3, 2, 1], [0], 1), ([3, 2, 1], [2], 3), ([3, 2, 1], [], nil), ([], [], nil),
    ([2, 2, 1], [0], 2), ([2, 2, 2], [0], 3), ([2, 2, 2], [1], 3), ([2, 2, 2], [0, 1], 2),
    ([2, 2, 2], [0, 1, 2], 1), ([2, 1, 1, 1], [1, 3], 3), ([2, 1, 1], [0, 1], 1),
  ]

  @Test(arguments: ties)
  func `ties count at their worst rank`(scores: [Float], right: [Int], rank: Int?) throws {
    let results = scores.enumerated().map { index, score in
      result(right.contains(index) ? 1 : 100, score: score)
    }
    #expect(self.rank(try question(#","lines":[[1,1]]"#), results) == rank)
  }

  @Test func `the best sentence is graded where the first result is right`() throws {
    let asked = try question(#","lines":[[1,1]],"must_match":["an MRI"]"#)
    var evaluation = Evaluation()
    evaluation.add(
      asked, results: [result(1, score: 2, best: "Have an\nMRI.")], status: "answered")
    evaluation.add(asked, results: [result(1, score: 2, best: "A CT.")], status: "answered")
    // A tie with a wrong result, a wrong result, none, and no pattern to grade by: not counted.
    evaluation.add(
      asked, results: [result(1, score: 2, best: "an MRI"), result(9, score: 2)],
      status: "answered")
    evaluation.add(asked, results: [result(9, score: 2, best: "an MRI")], status: "answered")
    evaluation.add(asked, results: [], status: "declined")
    evaluation.add(
      try question(#","lines":[[1,1]]"#), results: [result(1, score: 1)], status: "answered")
    #expect(evaluation.grades.map(\.isBestRight) == [true, false, nil, nil, nil, nil])
    #expect(evaluation.measures.bestSentence == 0.5)
  }

  @Test func `measures are shares of the answerable and of the unanswerable`() throws {
    let asked = try question(#","lines":[[1,1]]"#)
    let impossible = try question(answerable: false)
    var evaluation = Evaluation()
    // Ranks 1, 3, 11 and none; the last declined.
    for rank in [1, 3, 11] {
      let results = (1...11).map { result($0 == rank ? 1 : 100, score: Float(20 - $0)) }
      evaluation.add(asked, results: results, status: "answered")
    }
    evaluation.add(asked, results: [], status: "declined")
    for status in ["declined", "declined", "uncertain", "answered"] {
      evaluation.add(impossible, results: [], status: status)
    }
    let measures = evaluation.measures
    #expect(measures.questions == 8)
    #expect(measures.answerable == 4)
    #expect(measures.successAt1 == 0.25)
    #expect(measures.successAt3 == 0.5)
    // (1 + 1/3 + 0 + 0) / 4: rank 11 is beyond the first ten.
    #expect(abs((measures.reciprocalRankAt10 ?? 0) - (1 + 1.0 / 3) / 4) < 1e-12)
    #expect(measures.bestSentence == nil)
    #expect(measures.declinedUnanswerable == 0.5)
    #expect(measures.hedgedUnanswerable == 0.75)
    #expect(measures.declinedAnswerable == 0.25)
  }

  @Test func `without questions nothing is measured`() {
    let measures = Evaluation().measures
    #expect(measures.questions == 0)
    #expect(measures.successAt1 == nil)
    #expect(measures.reciprocalRankAt10 == nil)
    #expect(measures.declinedUnanswerable == nil)
  }

  @Test func `styles are measured apart, in order of name`() throws {
    var evaluation = Evaluation()
    for (style, line) in [("typo", 1), ("lay", 1), ("typo", 2)] {
      evaluation.add(
        try question(#","lines":[[1,1]],"style":"\#(style)""#), results: [result(line, score: 1)],
        status: "answered")
    }
    evaluation.add(try question(#","lines":[[1,1]]"#), results: [], status: "declined")
    #expect(evaluation.measuresByStyle.map(\.style) == ["lay", "typo"])
    #expect(evaluation.measuresByStyle.map(\.measures.successAt1) == [1, 0.5])
    #expect(evaluation.measures.questions == 4)
  }

  @Test func `the first result is named for the list of failures`() throws {
    var evaluation = Evaluation()
    evaluation.add(
      try question(), results: [result(7, score: 1, best: "Best.")], status: "answered")
    evaluation.add(try question(), results: [], status: "declined")
    #expect(evaluation.grades.map(\.first) == ["a.md:7 Best.", nil])
    #expect(evaluation.grades.map(\.isDeclined) == [false, true])
  }
}
