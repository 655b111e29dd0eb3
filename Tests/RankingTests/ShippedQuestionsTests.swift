import Answering
import Corpus
import Search
import Testing

/// The question files are sound: what they call right can be right.
@Suite struct ShippedQuestionsTests {
  @Test func `there are enough questions of both kinds`() throws {
    let questions = try ShippedCorpus.questions()
    #expect(questions.filter(\.isAnswerable).count >= 80)
    #expect(questions.filter { !$0.isAnswerable }.count >= 12)
  }

  @Test(arguments: ShippedCorpus.questionFiles)
  func `no id and no question stands twice`(_ file: String) throws {
    let questions = try ShippedCorpus.questions(in: file)
    #expect(Set(questions.map(\.id)).count == questions.count)
    #expect(Set(questions.map { $0.question.lowercased() }).count == questions.count)
  }

  @Test(arguments: ShippedCorpus.questionFiles)
  func `a style holds either answerable questions or unanswerable ones`(_ file: String) throws {
    for (style, group) in Dictionary(grouping: try ShippedCorpus.questions(in: file), by: \.style) {
      #expect(style != nil, "\(group.map(\.id)) have no style")
      #expect(Set(group.map(\.isAnswerable)).count == 1, "\(style ?? "")")
    }
  }

  @Test(arguments: ShippedCorpus.questionFiles)
  func `unanswerable questions name no right text`(_ file: String) throws {
    for question in try ShippedCorpus.questions(in: file) where !question.isAnswerable {
      #expect(question.mustMatch.isEmpty, "\(question.id)")
    }
  }

  @Test(arguments: ShippedCorpus.questionFiles)
  func `every answerable question has a right passage with a right sentence`(_ file: String) throws
  {
    let passages = try ShippedCorpus.passages(of: ShippedCorpus.index()).map(\.passage)
    for question in try ShippedCorpus.questions(in: file) where question.isAnswerable {
      let patterns = try question.mustMatch.map { try Pattern($0) }
      let right = passages.filter { $0.text.folded.isMatched(by: patterns) }
      #expect(!right.isEmpty, "\(question.id)")
      #expect(right.count <= passages.count / 3, "\(question.id) fits \(right.count) passages")
      let sentences = right.flatMap { passage in passage.sentences.map(passage.text.slice) }
      #expect(sentences.contains { $0.folded.isMatched(by: patterns) }, "\(question.id)")
    }
  }

  @Test func `no question stands in two files`() throws {
    let questions = try ShippedCorpus.questionFiles.flatMap { file in
      Set(try ShippedCorpus.questions(in: file).map { $0.question.lowercased() })
    }
    #expect(Set(questions).count == questions.count)
  }

  /// Questions in the corpus's own words would only measure that it finds itself.
  @Test(arguments: ShippedCorpus.questionFiles)
  func `no question is a line of the corpus`(_ file: String) throws {
    let passages = try ShippedCorpus.passages(of: ShippedCorpus.index()).map(\.passage)
    let lines = Set(passages.flatMap { $0.headings + $0.askedAs }.map(\.lettersAlone))
    for question in try ShippedCorpus.questions(in: file) {
      #expect(!lines.contains(question.question.lettersAlone), "\(question.id)")
    }
  }
}

extension String {
  fileprivate func isMatched(by patterns: [Pattern]) -> Bool {
    patterns.contains { $0.matches(self) }
  }

  fileprivate var lettersAlone: String { lowercased().filter(\.isLetter) }
}
