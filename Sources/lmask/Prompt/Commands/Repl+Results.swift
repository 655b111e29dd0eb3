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
    let text = printer.text(rest, firstRank: results.startIndex + 1, topics: [])
    output.write("\n" + text + "\n")
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
    let printer = printer
    let text = try checked { (repl) throws(IndexError) in
      let document = try repl.reader.document(of: id)
      let first = max(document.passages.lowerBound, id.ordinal - 1)
      var text = "\n\(document.title.onOneLine) (\(document.path.onOneLine))\n"
      for ordinal in first..<min(document.passages.upperBound, id.ordinal + 2) {
        let passage = try repl.reader.passage(PassageID(ordinal))
        text += "\n" + printer.section(passage, isMarked: ordinal == id.ordinal)
      }
      return text
    }
    output.write(text + "\n")
    try see(id)
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
