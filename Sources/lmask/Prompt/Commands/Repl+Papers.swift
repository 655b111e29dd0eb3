/// Commands that put the session on paper.
extension Repl {
  mutating func saveQuestion() {
    guard let last else { return say("Ask a question first.") }
    sheet.save(last.question, about: last.inherited)
    say("Saved. \":sheet\" prints what is saved.")
  }

  mutating func printSheet() {
    guard !sheet.isEmpty else {
      return say("The sheet is empty: no question is saved with \":ask\" or without an answer.")
    }
    output.write("\n" + sheet.page(on: .today) + "\n")
  }

  mutating func writeHandout(_ path: String) {
    guard !path.isEmpty else { return say("Name a file: \":handout FILE\".") }
    guard !seen.isEmpty else { return say("No passage was shown yet; ask a question first.") }
    let path = path.expandingHome(.process)
    let text = Handout(passages: seen).markdown(on: .today)
    do throws(NewFile.Failure) {
      try NewFile.write(text, to: path)
      say("\(seen.count) passage\(seen.count == 1 ? "" : "s") written to \(path).")
    } catch { say(error.description) }
  }
}
