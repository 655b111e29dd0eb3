internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// What a bare number stands for in plain mode.
enum Choice {
  case question(String)
  /// A document, by its passages.
  case topic(DocumentRecord)
  case passage(PassageID)
}

/// Plain mode: one passage at a time, and numbers to choose by.
extension Repl {
  /// Says how to get at what is not shown.
  mutating func tellOfMore() {
    guard let last, last.shown < last.results.count else { return }
    let count = last.results.count
    say("\(count) answers were found. Type \":more\" for the next, or a number from 1 to \(count).")
  }

  /// A bare number chooses from what was listed last; false if the line is no choice.
  mutating func choose(_ line: String) throws(Trouble) -> Bool {
    guard settings.isPlain, let number = Int(line) else { return false }
    if choices.indices.contains(number - 1) {
      try choose(choices[number - 1])
    } else if choices.isEmpty, let last, last.results.indices.contains(number - 1) {
      try show(results: last.results[number - 1..<number])
      try see(last.results[number - 1].hit.passage)
    } else {
      return false
    }
    return true
  }

  private mutating func choose(_ choice: Choice) throws(Trouble) {
    switch choice {
    case .question(let question): try ask(question)
    case .passage(let id): try open(id)
    case .topic(let document):
      choices = document.passages.map { Choice.passage(PassageID($0)) }
      for ordinal in document.passages {
        let passage = try checked { (repl) throws(IndexError) in
          try repl.reader.passage(PassageID(ordinal))
        }
        say("\(ordinal - document.passages.lowerBound + 1). \(passage.ownHeading)")
      }
      say("Type a number to open one.")
    }
  }
}
