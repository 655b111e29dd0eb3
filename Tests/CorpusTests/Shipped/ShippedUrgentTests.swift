import Testing

@testable import Corpus

/// The urgent signs as shipped: cards short enough to be read in fright, and sourced.
@Suite struct ShippedUrgentTests {
  @Test func `there are eleven signs, one of them for who does not want to live`() throws {
    let signs = try ShippedCorpus.shared().urgent.signs
    #expect(signs.count == 11)
    #expect(signs.count { $0.kind == .crisis } == 1)
  }

  @Test func `every card is at most 90 words and cites`() throws {
    for sign in try ShippedCorpus.shared().urgent.signs {
      let words = sign.card.replacing(#/ ?\[@[^\]]*\]/#, with: "").wordCount
      #expect(words <= 90, "\(sign.id): \(words)")
      #expect(!CitationMarks.keys(in: sign.card).isEmpty, "\(sign.id)")
      #expect(!sign.title.isEmpty && !sign.ways.isEmpty, "\(sign.id)")
    }
  }

  @Test func `every citation of cards and numbers is in the bibliography`() throws {
    let corpus = try ShippedCorpus.shared()
    try corpus.urgent.checkCitations(path: "urgent.txt", in: corpus.bibliography)
    for numbers in corpus.urgent.numbers {
      #expect(!CitationMarks.keys(in: numbers.emergency).isEmpty, "\(numbers.country)")
      #expect(!CitationMarks.keys(in: numbers.crisis).isEmpty, "\(numbers.country)")
    }
  }

  @Test func `numbers keep their country, and calls name them by their place-holders`() throws {
    let urgent = try ShippedCorpus.shared().urgent
    let emergency = Dictionary(
      uniqueKeysWithValues: urgent.numbers.map { ($0.country, $0.emergency) })
    #expect(emergency.keys.sorted() == ["UK", "US"])
    #expect(emergency["UK"]?.hasPrefix("999") == true)
    #expect(emergency["US"]?.hasPrefix("911") == true)
    for sign in urgent.signs {
      #expect(sign.call.contains("{emergency}"), "\(sign.id)")
      #expect(sign.call.contains("{crisis}") == (sign.kind == .crisis), "\(sign.id)")
      let rest = sign.call.replacing("{emergency}", with: "").replacing("{crisis}", with: "")
      #expect(!rest.contains(where: { "{}0123456789".contains($0) }), "\(sign.id)")
    }
  }

  @Test func `no way of saying it stands twice in a sign`() throws {
    for sign in try ShippedCorpus.shared().urgent.signs {
      #expect(Set(sign.ways).count == sign.ways.count, "\(sign.id)")
    }
  }
}
