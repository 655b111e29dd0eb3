internal import Corpus
internal import InvertedIndex

/// Commands that tell of commands, documents and words.
extension Repl {
  mutating func help(_ argument: String) {
    guard argument.isEmpty else { return help(about: argument) }
    let widest = ReplCommand.all.map { $0.usage.count }.max() ?? 0
    for command in ReplCommand.all {
      let space = String(repeating: " ", count: widest - command.usage.count + 2)
      say(
        settings.isPlain
          ? "\(command.usage): \(command.help)" : "  \(command.usage)\(space)\(command.help)")
    }
    say("Anything else is a question; one such as \"does it hurt?\" is read with the one before.")
    say("A line that starts with a space is not remembered. Tab completes, Ctrl-R searches.")
  }

  private mutating func help(about name: String) {
    guard let command = ReplCommand.named(name) else {
      let nearest = ReplCommand.nearest(to: name).map { "did you mean \($0)?" }
      return say("There is no command \(name); \(nearest ?? ":help lists them.")")
    }
    say("\(command.usage): \(command.help).")
    if !command.details.isEmpty { say(command.details) }
    if command.completes == .settings { listSettings() }
  }

  mutating func topics() throws(Trouble) {
    let documents = try documents()
    for (index, document) in documents.enumerated() {
      let count = document.passages.count
      let number = settings.isPlain ? "\(index + 1). " : ""
      say("\(number)\(document.title) (\(document.path), \(count) passage\(count == 1 ? "" : "s"))")
    }
    guard settings.isPlain else { return }
    choices = documents.map(Choice.topic)
    say("Type a number to see what one tells.")
  }

  mutating func define(_ argument: String) throws(Trouble) {
    guard !argument.isEmpty else { return say("Name a word: \":define WORD\".") }
    let glossary = Glossary(reader.concepts)
    let meaning = try checked { (_) throws(IndexError) in try glossary.meaning(of: argument) }
    switch meaning {
    case .known(let sentence): say(sentence)
    case .nearest(let word, let sentence):
      say("\(argument) is not in the thesaurus; the nearest word is \(word).")
      say(sentence)
    case .unknown: say("\(argument) is not in the thesaurus. Ask about it as a question.")
    }
  }
}

extension ReplCommand {
  /// The name with what follows it.
  var usage: String { argument.isEmpty ? name : "\(name) \(argument)" }
}
