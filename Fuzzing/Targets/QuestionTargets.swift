import Answering
import Corpus
import Foundation
import InvertedIndex
import Search

/// Questions, one a line, each following the one before; the answers are printed as JSON.
struct QueryTarget: FuzzTarget {
  static let name = "query"
  private var answerer: Answerer

  init() {
    guard let index = try? IndexReader(path: "query.index", bytes: SmallIndex.rich) else {
      preconditionFailure("the sample index cannot be opened")
    }
    answerer = Answerer(Searcher(index), country: "UK")
  }

  mutating func take(_ input: [UInt8]) {
    let lines = String(decoding: input, as: UTF8.self).split(separator: "\n").prefix(8)
    var conversation = Conversation()
    for line in lines {
      do {
        let answer = try answerer.answer(
          String(line), in: &conversation, limit: 3, explains: true)
        checkJSON(JSONPrinter().line(answer), lines: 1)
      } catch { expect(false, "\(error)") }
    }
  }
}

/// The input says what to write: objects, lists, numbers, texts.
struct JSONTarget: FuzzTarget {
  static let name = "json"

  func take(_ input: [UInt8]) {
    var json = JSONWriter()
    var rest = input[...]
    var texts: [String] = []
    json.array { write(&rest, &$0, &texts, depth: 0) }
    let value = checkJSON(json.text, lines: 0)
    var read: [String] = []
    collect(value, &read)
    expect(read.sorted() == texts.sorted(), "other texts: \(read) \(texts)")
  }

  private func write(
    _ rest: inout ArraySlice<UInt8>, _ json: inout JSONWriter, _ texts: inout [String], depth: Int
  ) {
    while let order = rest.popFirst() {
      switch order % 8 {
      case 0: return
      case 1 where depth < 32: json.array { write(&rest, &$0, &texts, depth: depth + 1) }
      case 2: json.integer(rest.popFirst().map { Int(Int8(bitPattern: $0)) << 40 })
      case 3: json.number(Double(bitPattern: number(&rest)))
      case 4: json.number(Float(bitPattern: UInt32(truncatingIfNeeded: number(&rest))))
      case 5:
        let text = text(&rest)
        json.object { json in
          json.key(text)
          json.string(nil)
        }
        texts.append(text)
      default:
        let text = text(&rest)
        json.string(text)
        texts.append(text)
      }
    }
  }

  private func number(_ rest: inout ArraySlice<UInt8>) -> UInt64 {
    let bytes = rest.prefix(8)
    rest = rest.dropFirst(8)
    return bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func text(_ rest: inout ArraySlice<UInt8>) -> String {
    let count = Int(rest.popFirst() ?? 0) % 32
    let bytes = rest.prefix(count)
    rest = rest.dropFirst(count)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func collect(_ value: Any, _ texts: inout [String]) {
    switch value {
    case let text as String: texts.append(text)
    case let list as [Any]: for item in list { collect(item, &texts) }
    case let object as [String: Any]: texts += object.keys
    default: break
    }
  }
}

/// Valid JSON, as another implementation reads it, without a character that acts on a terminal.
@discardableResult
func checkJSON(_ text: String, lines: Int) -> Any {
  expect(text.utf8.count { $0 == 0x0A } == lines, "not \(lines) lines")
  let body = lines == 0 ? text[...] : text.dropLast()
  expect(!body.unicodeScalars.contains { $0.isControl || $0 == "\t" }, "a control character")
  guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
    preconditionFailure("no JSON: \(text)")
  }
  return value
}
