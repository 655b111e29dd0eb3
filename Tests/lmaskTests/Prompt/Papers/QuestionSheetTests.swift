import Answering
import Corpus
import Testing

@testable import lmask

@Suite struct QuestionSheetTests {
  @Test func `a page has at most 60 lines of 72 columns, and counts what does not fit`() throws {
    for count in [1, 10, 27, 28, 29, 30, 200] {
      var sheet = QuestionSheet()
      for number in 0..<count {
        sheet.save(
          "question \(number) " + String(repeating: "word ", count: number % 70), about: nil)
      }
      let lines = try page(sheet).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count - 1 <= 60)
      for line in lines { #expect(String(line).columns <= 72) }
      let shown = lines.count { $0.contains("question ") && $0.first?.isNumber == true }
      let rest = lines.last { $0.hasPrefix("And ") }.flatMap { Int($0.split(separator: " ")[1]) }
      #expect(shown + (rest ?? 0) == count)
    }
  }

  @Test func `a question stands once, also if it is saved after it found no answer`() throws {
    var sheet = QuestionSheet()
    sheet.note(Answer(question: "Zebra?", verdict: .declined(.unknownWords)))
    sheet.save("zebra?", about: nil)
    #expect(try page(sheet).hasSuffix("1. Zebra? (not answered)\n"))
  }

  @Test func `a follow-up says what it is about`() throws {
    var sheet = QuestionSheet()
    sheet.note(
      Answer(
        question: "does it hurt?", verdict: .uncertain(.notCovered), inherited: "lumbar puncture"))
    #expect(
      try page(sheet).hasSuffix(
        "1. does it hurt? (not answered for certain, about: lumbar puncture)\n"))
  }

  @Test func `an answered question and an empty one are not noted`() {
    var sheet = QuestionSheet()
    sheet.note(Answer(question: "fly?", verdict: .answered))
    sheet.note(Answer(question: "?", verdict: .declined(.empty)))
    #expect(sheet.isEmpty)
  }

  private func page(_ sheet: QuestionSheet) throws -> String {
    sheet.page(on: try #require(CalendarDate("2026-01-31")))
  }
}
