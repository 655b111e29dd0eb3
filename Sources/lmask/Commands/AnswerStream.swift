internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// What is printed for one line of input.
struct AnsweredLine: Sendable {
  var bytes: [UInt8]
  /// The same before it was laid out, if it is text and the only answer: a pager may lay it out otherwise.
  var page: AnswerPage?
  /// False if the question was declined.
  let isAnswered: Bool
  /// The paths of the documents it shows.
  var documents: [String] = []
}

/// Answers questions one by one, in the form asked for. Holds C state, so each thread makes its own.
struct AnswerStream {
  let settings: AskSettings
  let reader: IndexReader
  let terminal: Terminal
  /// Whether each answer says which of many questions it is for.
  let echoesQuestions: Bool
  private var answerer: Answerer
  private var conversation = Conversation()
  private var hardWords: HardWords

  init(
    settings: AskSettings, reader: IndexReader, terminal: Terminal, echoesQuestions: Bool
  ) {
    self.settings = settings
    self.reader = reader
    self.terminal = terminal
    self.echoesQuestions = echoesQuestions
    answerer = settings.answerer(over: reader)
    hardWords = HardWords(reader)
  }

  /// - Parameter number: of the line among those that ask something, from 1.
  mutating func answered(_ line: String, number: Int) throws(Trouble) -> AnsweredLine {
    do throws(IndexError) {
      return settings.format == .trec ? try rank(line, number) : try reply(to: line, number)
    } catch { throw Trouble(error) }
  }

  /// Lets the next line stand alone.
  mutating func forget() {
    conversation = Conversation()
    hardWords = HardWords(reader)
  }

  private mutating func reply(
    to question: String, _ number: Int
  ) throws(IndexError) -> AnsweredLine {
    let (limit, explains) = (settings.limit, settings.explains)
    let answer =
      settings.isConversation
      ? try answerer.answer(question, in: &conversation, limit: limit, explains: explains)
      : try answerer.answer(question, limit: limit, explains: explains)
    var line = AnsweredLine(
      bytes: [], isAnswered: !answer.verdict.isDeclined,
      documents: answer.results.map { $0.document.path })
    switch settings.format {
    case .json: line.bytes = JSONPrinter().bytes(answer)
    case .tsv: line.bytes = Array(TSVPrinter().lines(answer).utf8)
    case .text, .trec:
      let page = try page(answer)
      guard echoesQuestions else {
        line.page = page
        return line
      }
      let text =
        (number > 1 ? "\n" : "") + "? \(answer.question.onOneLine)\n"
        + settings.printer(for: terminal).text(page)
      line.bytes = Array(text.utf8)
    }
    return line
  }

  private mutating func page(_ answer: Answer) throws(IndexError) -> AnswerPage {
    if !settings.isConversation { hardWords = HardWords(reader) }
    let page = AnswerPage(
      answer: answer,
      topics: answer.verdict.isDeclined ? try reader.firstTopics() : Topics(),
      meanings: try hardWords.meanings(
        of: answer, first: answer.results.count, words: &answerer.shownWords))
    hardWords.tell(page.meanings)
    return page
  }

  /// One line of `qid<TAB>question`; a line without a tab is a question numbered by its place.
  private mutating func rank(_ line: String, _ number: Int) throws(IndexError) -> AnsweredLine {
    let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    let (id, question) =
      parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("\(number)", line)
    let ranking = try rankedDocuments(question)
    let text = TRECPrinter().lines(questionID: id, ranking)
    return AnsweredLine(
      bytes: Array(text.utf8), isAnswered: !ranking.isEmpty, documents: ranking.map(\.document))
  }

  /// The best documents, each by its best passage.
  private mutating func rankedDocuments(
    _ question: String
  ) throws(IndexError) -> [(document: String, score: Float)] {
    var wanted = settings.limit
    while true {
      let hits = try answerer.hits(for: question, limit: wanted)
      var seen: Set<Int> = []
      var ranking: [(document: String, score: Float)] = []
      for hit in hits where ranking.count < settings.limit {
        let document = try reader.documentOrdinal(of: hit.passage)
        guard seen.insert(document).inserted else { continue }
        ranking.append((try reader.document(of: hit.passage).path, hit.score))
      }
      if ranking.count == settings.limit || hits.count < wanted { return ranking }
      wanted *= 4
    }
  }
}
