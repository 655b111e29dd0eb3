internal import Answering
internal import Corpus

/// Why there is no answer, and what to do next, in words for people.
struct Refusal {
  private let answer: Answer
  private let topics: Topics

  init(_ answer: Answer, topics: Topics) {
    self.answer = answer
    self.topics = topics
  }

  var sentence: String {
    switch answer.verdict.reason {
    case .empty: "There is no word here to look for. Please ask in a few plain words."
    case .notCovered: "This guide does not cover: \(missing).\(nearest)"
    case .wordsApart: apart + nearest
    case .unknownWords where !answer.alike.isEmpty:
      "Nothing here mentions: \(missing). Words here that look alike: \(alike)."
    default: "Nothing here mentions: \(missing).\(language)\(covers)"
    }
  }

  private static let mostWords = 12
  /// In characters; a pasted word may have thousands.
  private static let longestWord = 40

  private var missing: String {
    let words = answer.missing.prefix(Self.mostWords).map { word in
      let word = word.onOneLine
      return word.count > Self.longestWord ? String(word.prefix(Self.longestWord)) + "…" : word
    }
    let rest = answer.missing.count - words.count
    return words.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private var alike: String { answer.alike.map(\.onOneLine).joined(separator: ", ") }

  private var nearest: String {
    let places = answer.nearest.filter { $0.word == nil }.map(\.name)
    return places.isEmpty ? "" : " Nearest: \(places.joined(separator: " | "))"
  }

  /// Where each of two words stands, if that is known.
  private var apart: String {
    let places = answer.nearest.compactMap { place in
      place.word.map { "\"\($0.onOneLine)\" under \(place.name)" }
    }
    guard !places.isEmpty else {
      return "These words stand here, but not together, so there is no answer to give."
    }
    return "These words stand here, but not together: \(places.joined(separator: "; "))."
      + " Please ask about one of them at a time."
  }

  private var language: String {
    answer.mayBeForeign ? " If that is not English, please ask in English." : ""
  }

  private var covers: String {
    guard !topics.named.isEmpty else { return "" }
    let named = topics.named.map(\.onOneLine).joined(separator: "; ")
    return " This guide covers: \(named)\(topics.others > 0 ? " and \(topics.others) more" : "")."
  }
}

extension Pointer {
  /// The last heading, or the document's path where there is none.
  fileprivate var name: String { (headings.last ?? document).onOneLine }
}
