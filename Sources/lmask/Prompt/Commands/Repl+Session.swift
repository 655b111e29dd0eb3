internal import Answering
internal import InvertedIndex

/// Commands about the session itself.
extension Repl {
  mutating func forget() { conversation = Conversation() }

  /// `NAME VALUE`, with or without an equals sign; nothing lists what there is.
  mutating func set(_ argument: String) {
    let words = argument.split(whereSeparator: { $0 == " " || $0 == "=" }).map(String.init)
    guard let name = words.first else { return listSettings() }
    guard let setting = Setting.named(name, in: .session) else {
      let nearest = Setting.nearest(to: name, in: .session).map { "did you mean \($0)?" }
      return say("There is no setting \(name); \(nearest ?? ":set lists them.")")
    }
    guard words.count > 1 else { return say(line(of: setting)) }
    let value = words.dropFirst().joined(separator: " ")
    guard setting.write(&settings, value) else {
      return say("\(setting.name) cannot be \(value); it is \(setting.values).")
    }
    apply()
    say("\(setting.name) is now \(setting.read(settings)), for this session.")
  }

  mutating func listSettings() {
    for setting in Setting.all(in: .session) { say(line(of: setting)) }
  }

  private func line(of setting: Setting) -> String {
    "\(setting.name) is \(setting.read(settings)) (\(setting.values))"
  }

  mutating func listHistory() {
    for (number, line) in editor.remembered.enumerated() { say("\(number + 1). \(line)") }
    if editor.remembered.isEmpty { say("Nothing was typed yet that is remembered.") }
    say(editor.historySentence)
  }

  mutating func reindex() {
    replace { (library, _) throws(Trouble) in try library.rebuild(because: "asked for") }
  }

  /// Reads the documents again if they changed, unless the index shall stay as it is.
  ///
  /// - Parameter documents: as for `Library.renewed`.
  /// - Returns: whether they did.
  @discardableResult
  mutating func renew(showing documents: [String]? = nil) -> Bool {
    // An index that could not be written is made anew only if that is asked for.
    guard library.refreshes, reader.modified != nil else { return false }
    return replace { (library, reader) throws(Trouble) in
      try library.renewed(reader, showing: documents)
    }
  }

  /// Answers from another index from now on; if none can be made, the one that is open still answers.
  ///
  /// - Returns: whether it is another.
  @discardableResult
  private mutating func replace(
    _ make: (Library, IndexReader) throws(Trouble) -> IndexReader
  ) -> Bool {
    let new: IndexReader
    do throws(Trouble) { new = try make(library, reader) } catch {
      StandardError.write("lmask: \(error.description)\n")
      return false
    }
    guard new !== reader else { return false }
    reader = new
    answerer = settings.answerer(over: reader)
    hardWords = HardWords(reader)
    forget()
    last = nil
    choices = []
    apply()
    return true
  }
}
