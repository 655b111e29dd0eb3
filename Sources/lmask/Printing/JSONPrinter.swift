internal import Answering
internal import Corpus
internal import Search

/// Prints answers for programs: one JSON object a line.
struct JSONPrinter {
  func line(_ answer: Answer) -> String { String(decoding: bytes(answer), as: UTF8.self) }

  /// The same in UTF-8, as it is handed to the system.
  func bytes(_ answer: Answer) -> [UInt8] {
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
    return json.bytes + [UInt8(ascii: "\n")]
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
      json.string(utf8: text.bytes[...])
      json.key("best")
      json.string(utf8: text.bytes(of: result.snippet.best))
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
