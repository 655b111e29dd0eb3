internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// Commands that go on from the results of the last question.
extension Repl {
  mutating func more() throws(Trouble) {
    guard let before = last else { return say("Ask a question first.") }
    if before.shown == before.results.count { try findMore(before) }
    guard let last, last.shown < last.results.count else {
      return say("There are no more results.")
    }
    let left = last.results[last.shown...]
    try show(results: settings.isPlain ? left.prefix(1) : left)
    try showed(settings.isPlain ? 1 : left.count)
  }

  private mutating func findMore(_ last: LastQuestion) throws(Trouble) {
    let answer = try checked { (repl) throws(IndexError) in
      var following = last.following
      return try repl.answerer.answer(
        last.question, in: &following, limit: last.results.count + repl.settings.limit)
    }
    self.last?.results += answer.results.dropFirst(last.results.count)
  }

  /// Results of the last question, numbered by their places among all of them.
  mutating func show(results: ArraySlice<AnswerResult>) throws(Trouble) {
    guard let last else { return }
    let rest = Answer(question: last.question, verdict: .answered, results: Array(results))
    try show(AnswerPage(answer: rest, firstRank: results.startIndex + 1))
  }

  /// A passage with its neighbours in the same document: that of a result, or with a heading.
  mutating func open(_ argument: String) throws(Trouble) {
    if argument.isEmpty || Int(argument) != nil {
      guard let result = result(argument) else { return }
      try open(result.hit.passage)
    } else if let id = try passage(headed: argument) {
      try open(id)
    } else {
      let count = last?.results.count ?? 0
      let numbers = count == 0 ? "" : "Name a result by its number, 1 to \(count). "
      say("\(numbers)No passage is headed \(argument); Tab completes headings.")
    }
  }

  mutating func open(_ id: PassageID) throws(Trouble) {
    let (document, passages) = try surroundings(of: id)
    let references = try checked { (repl) throws(IndexError) in
      try SeenPassage(id, in: repl.reader).references
    }
    output.show(settings, terminal, paged: .usual) { printer in
      var text = "\n\(document.title.onOneLine) (\(document.path.onOneLine))\n"
      for passage in passages {
        text +=
          "\n"
          + printer.section(
            passage.passage, references: passage.id == id ? references : nil)
      }
      return text + "\n"
    }
    try see(id)
  }

  /// A passage with the one before and the one after it, and their document.
  private mutating func surroundings(
    of id: PassageID
  ) throws(Trouble) -> (DocumentRecord, [(id: PassageID, passage: Passage)]) {
    try checked { (repl) throws(IndexError) in
      let document = try repl.reader.document(of: id)
      var passages: [(PassageID, Passage)] = []
      for ordinal in max(document.passages.lowerBound, id.ordinal - 1)...id.ordinal + 1
      where ordinal < document.passages.upperBound {
        passages.append((PassageID(ordinal), try repl.reader.passage(PassageID(ordinal))))
      }
      return (document, passages)
    }
  }

  private mutating func passage(headed heading: String) throws(Trouble) -> PassageID? {
    try checked { (repl) throws(IndexError) in
      var found: PassageID?
      for ordinal in 0..<repl.reader.summary.passageCount {
        let own = try repl.reader.passage(PassageID(ordinal)).ownHeading.folded.lowercased()
        if own == heading.lowercased() { return PassageID(ordinal) }
        if found == nil, own.hasPrefix(heading.lowercased()) { found = PassageID(ordinal) }
      }
      return found
    }
  }

  mutating func sources(_ argument: String) throws(Trouble) {
    guard let result = result(argument) else { return }
    output.write(printer.sources(of: result))
  }

  mutating func why(_ argument: String) throws(Trouble) {
    guard let result = result(argument), let last else { return }
    let explanation = try checked { (repl) throws(IndexError) in
      try repl.answerer.explanation(
        of: result.hit.passage, for: last.question, in: last.following)
    }
    output.write(printer.text(explanation))
  }

  /// The result with the number typed; no number means the first. Nil after saying what is wrong.
  private mutating func result(_ argument: String) -> AnswerResult? {
    guard let results = last?.results, !results.isEmpty else {
      say("There is no result yet.")
      return nil
    }
    guard let number = argument.isEmpty ? 1 : Int(argument), results.indices.contains(number - 1)
    else {
      say("Name a result by its number, 1 to \(results.count).")
      return nil
    }
    return results[number - 1]
  }
}

extension Passage {
  /// The heading it stands under; the document's title if there is none.
  var ownHeading: String { headings.last ?? title }
}
