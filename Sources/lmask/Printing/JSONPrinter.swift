internal import Answering
internal import Corpus
internal import Search

/// Prints answers for programs: one JSON object a line.
struct JSONPrinter {
  func line(_ answer: Answer) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("schema_version")
      json.integer(1)
      json.key("question")
      json.string(answer.question)
      json.key("status")
      json.string(answer.verdict.status)
      json.key("reason")
      json.string(answer.verdict.reason?.rawValue)
      json.key("unmatched")
      json.strings(answer.unmatched)
      write(answer.corrections, to: &json)
      json.key("context")
      json.string(answer.context)
      write(answer.notices, to: &json)
      json.key("results")
      json.array { json in
        for (index, result) in answer.results.enumerated() {
          write(result, rank: index + 1, to: &json)
        }
      }
      write(answer.nearest, to: &json)
    }
    return json.text + "\n"
  }

  private func write(_ corrections: [Correction], to json: inout JSONWriter) {
    json.key("corrections")
    json.array { json in
      for correction in corrections {
        json.object { json in
          json.key("typed")
          json.string(correction.typed)
          json.key("used")
          json.string(correction.used)
        }
      }
    }
  }

  private func write(_ notices: [Notice], to json: inout JSONWriter) {
    json.key("notices")
    json.array { json in
      for notice in notices {
        json.object { json in
          for (name, value) in [
            ("kind", notice.kind), ("id", notice.id), ("title", notice.title),
            ("text", notice.text),
          ] {
            json.key(name)
            json.string(value)
          }
        }
      }
    }
  }

  private func write(_ nearest: [Pointer], to json: inout JSONWriter) {
    json.key("nearest")
    json.array { json in
      for pointer in nearest {
        json.object { json in
          json.key("document")
          json.string(pointer.document)
          json.key("headings")
          json.strings(pointer.headings)
        }
      }
    }
  }

  private func write(_ result: AnswerResult, rank: Int, to json: inout JSONWriter) {
    let passage = result.passage
    let text = FoldedText(passage.text)
    json.object { json in
      json.key("rank")
      json.integer(rank)
      json.key("score")
      json.number(result.hit.score)
      json.key("document")
      json.string(passage.source.path)
      json.key("title")
      json.string(passage.title)
      json.key("headings")
      json.strings(passage.headings)
      json.key("lines")
      json.array { json in
        json.integer(passage.source.lines.lowerBound)
        json.integer(passage.source.lines.upperBound)
      }
      json.key("text")
      json.string(text.text)
      json.key("best")
      json.string(text.slice(result.snippet.best))
      json.key("highlights")
      json.array { json in
        for highlight in result.snippet.highlights {
          let range = text.scalars(highlight)
          json.array { json in
            json.integer(range.lowerBound)
            json.integer(range.upperBound)
          }
        }
      }
      json.key("matched")
      json.strings(result.snippet.matched)
      write(result.citations, to: &json)
      if let explanation = result.explanation {
        json.key("explanation")
        write(explanation, to: &json)
      }
    }
  }

  private func write(_ citations: [Citation], to json: inout JSONWriter) {
    json.key("citations")
    json.array { json in
      for reference in citations.map(\.reference) {
        json.object { json in
          for (name, value) in [
            ("key", reference.key), ("title", reference.title), ("publisher", reference.publisher),
            ("url", reference.url), ("date", reference.date),
          ] {
            json.key(name)
            json.string(value)
          }
        }
      }
    }
  }

  private func write(_ explanation: Explanation, to json: inout JSONWriter) {
    json.object { json in
      json.key("name")
      json.string(explanation.name)
      json.key("value")
      json.number(explanation.value)
      json.key("parts")
      json.array { json in for part in explanation.parts { write(part, to: &json) } }
    }
  }
}

/// A text with its white space folded, and where each of its bytes went.
struct FoldedText {
  let text: String
  private let scalars: [Unicode.Scalar]
  /// For each UTF-8 offset of the original, its end included, the scalar offset in the folded text.
  private let scalarOffsets: [Int]

  init(_ original: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    for scalar in original.unicodeScalars {
      let isSpace = scalar.isSpace
      let isDropped = isSpace && (scalars.isEmpty || scalars.last == " ")
      offsets += Array(repeating: scalars.count, count: UTF8.width(scalar))
      if !isDropped { scalars.append(isSpace ? " " : scalar) }
    }
    offsets.append(scalars.count)
    if scalars.last == " " { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    self.scalars = scalars
    scalarOffsets = offsets
  }

  /// - Parameter range: half-open, in bytes of the original.
  /// - Returns: the range in scalars of the folded text.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    min(
      scalarOffsets[range.lowerBound], scalars.count)..<min(
        scalarOffsets[range.upperBound], scalars.count)
  }

  /// The folded text of a range of bytes of the original.
  func slice(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[scalars(range)])
    return String(view)
  }
}
