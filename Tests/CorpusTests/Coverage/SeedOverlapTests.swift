import Corpus
import Foundation
import TestSupport
import Testing

/// The corpus is in words of its own: it shares no run of eight words with the article that the
/// project started from, where that lies beside the repository.
@Suite struct SeedOverlapTests {
  static let folder = Repository.path + "/../shared/seed"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "there is no article here"))
  func `no run of eight words is the article's`() throws {
    var article: Set<[String]> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder) {
      let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
      article.formUnion(Self.runs(of: text))
    }
    #expect(article.count > 500)
    let corpus = try ShippedCorpus.shared()
    for passage in corpus.passages {
      for text in [passage.words] + passage.headings + passage.askedAs {
        let shared = Self.runs(of: text).filter(article.contains).map { $0.joined(separator: " ") }
        #expect(shared == [], "\(passage.place)")
      }
    }
    for sign in corpus.urgent.signs {
      #expect(Self.runs(of: sign.card).filter(article.contains) == [], "\(sign.id)")
    }
  }

  /// Every eight words in a row, in a form in which British and American spelling are the same.
  static func runs(of text: String) -> [[String]] {
    let words = text.lowercased().replacing(/['’]/, with: "").matches(of: /[\p{L}\d]+/).map {
      match in
      var word = String(match.output)
      for (british, american) in spellings { word = word.replacing(british, with: american) }
      return word
    }
    guard words.count >= 8 else { return [] }
    return (0...words.count - 8).map { Array(words[$0..<$0 + 8]) }
  }

  /// Blunt, since it is done to both sides.
  private static let spellings = [
    ("our", "or"), ("ae", "e"), ("oe", "e"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"),
    ("yse", "yze"), ("tre", "ter"), ("ogue", "og"), ("ll", "l"), ("programme", "program"),
  ]

  @Test(
    arguments: [
      ("One two three four five six seven.", 0), ("One two, three: four five six seven eight!", 1),
      ("a b c d e f g h i j", 3), ("", 0),
    ])
  func `runs are of eight words`(text: String, count: Int) {
    #expect(Self.runs(of: text).count == count)
  }

  @Test func `spelling, case and punctuation make no difference`() {
    let british = "The tumour’s centre, organised; haematological oedema: behaviour we analyse"
    let american = "the tumors center organized hematological edema behavior we analyze"
    #expect(Self.runs(of: british) == Self.runs(of: american))
    #expect(Self.runs(of: british).count == 2)
  }
}
