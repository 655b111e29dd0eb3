import Analysis
import Corpus
import TestSupport

/// Texts made of what tokenizer, filters and thesaurus take note of.
struct RandomText {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Wordings with guards, wordings inside others, and words that stand elsewhere in this file.
  static let thesaurus = """
    lumbar puncture
      also: spinal tap, needle in the spine
      only: tap with back, spine
      not: tap with water

    proton therapy
      also: proton beam therapy

    proton

    sore head
      also: headache, head ache

    """

  private static let words = [
    "the", "of", "a", "not", "is", "Scan", "scans", "SCANNING", "naïve", "naive", "patient's",
    "I'll", "lumbar", "puncture", "puncture", "spinal", "tap", "water", "needle", "in", "spine",
    "proton", "proton", "beam", "therapy", "therapies", "sore", "head", "ache", "headaches",
    "1,000", "3.5", "[1]", "[23]", "1", "MRI-scan", "größe", "ﬁne", "cafe\u{301}", "水", "ж", "🧠",
    "\u{FF34}\u{FF21}\u{FF30}",
  ]

  /// So many words, signs between some of them.
  mutating func line(words count: Int) -> String {
    (0..<count).map { _ in word() + mark() }.joined(separator: " ")
  }

  private mutating func word() -> String {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: scalars()
    case 1: letters(1...6)
    // On both sides of the length at which words are cut.
    case 2: letters(120...136) + scalars()
    default: Self.words.randomElement(using: &generator) ?? ""
    }
  }

  private mutating func mark() -> String {
    [",", ".", "?", "'", "\u{2019}s", "\n", "-", "", "", "", "", ""]
      .randomElement(using: &generator) ?? ""
  }

  private mutating func letters(_ count: ClosedRange<Int>) -> String {
    String(
      (0..<Int.random(in: count, using: &generator)).map { _ in
        "abcdefgh".randomElement(using: &generator) ?? "a"
      })
  }

  private mutating func scalars() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      let range: ClosedRange<UInt32> =
        [
          0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x52F, 0x900...0x9FF, 0x2000...0x206F,
          0x3040...0x30FF, 0x4E00...0x4F00, 0xAC00...0xAD00, 0x1100...0x11FF, 0x1F300...0x1F6FF,
        ].randomElement(using: &generator) ?? 0...0
      let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? "?"
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// Documents of up to five passages, with every field filled now and then.
  static func documents(seed: UInt64, count: Int) -> [[Passage]] {
    var text = RandomText(seed: seed)
    return (0..<count).map { number in
      (0..<Int.random(in: 0...5, using: &text.generator)).map { _ in
        text.passage(path: "document-\(number).md", title: "The scan \(number % 3)")
      }
    }
  }

  private mutating func passage(path: String, title: String) -> Passage {
    let headings = (0..<Int.random(in: 0...2, using: &generator)).map { _ in line(words: 4) }
    let askedAs = (0..<Int.random(in: 0...3, using: &generator)).map { _ in line(words: 6) }
    let text = line(words: Int.random(in: 0...40, using: &generator))
    return .sample(
      text, path: path, title: title, headings: headings, askedAs: askedAs,
      citations: Bool.random(using: &generator) ? ["k"] : [],
      isSensitive: Int.random(in: 0...4, using: &generator) == 0)
  }
}

extension Thesaurus {
  static func sample() throws -> Thesaurus {
    var analyzer = Analyzer.standard()
    return try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(RandomText.thesaurus.utf8)),
      analyzer: &analyzer)
  }
}
