import Testing

@testable import Corpus

/// What a reader of the shipped texts may count on.
@Suite struct ShippedTextTests {
  @Test func `there are 90 to 140 passages, each with its own anchor`() throws {
    let passages = try ShippedCorpus.shared().passages
    #expect((90...140).contains(passages.count), "\(passages.count)")
    #expect(Set(passages.map(\.anchor)).count == passages.count)
  }

  @Test func `a passage has 40 to 120 words`() throws {
    for passage in try ShippedCorpus.shared().passages {
      let count = passage.words.wordCount
      #expect((40...120).contains(count), "\(passage.place): \(count)")
    }
  }

  @Test func `sentences are short`() throws {
    for document in try ShippedCorpus.shared().documents {
      let counts = document.sections.flatMap(\.blocks).filter { $0.kind != .listItem }
        .flatMap { block in
          SentenceSplitter().sentences(of: block.text).map { range in
            block.text[range].replacing(#/ ?\[@[^\]]*\]/#, with: "").wordCount
          }
        }
      let mean = Double(counts.reduce(0, +)) / Double(counts.count)
      #expect(mean < 18, "\(document.path): \(mean)")
      #expect((counts.max() ?? 0) <= 30, "\(document.path)")
    }
  }

  @Test func `spelling is British where it is shown`() throws {
    let american = [
      "analyz", "anemia", "anesth", "behavior", "center", "color", "counseling", "diarrhea",
      "edema", "esophag", "favor", "fiber", "hematolog", "hemorrhag", "izing", "labeled",
      "leukemia",
      "metastasiz", "neighbor", "organiz", "paralyz", "pediatric", "program ", "randomiz",
      "recogniz", "specializ", "traveled", "tumor",
    ]
    for passage in try ShippedCorpus.shared().passages {
      for text in [passage.words] + passage.headings {
        // Names of others keep their spelling.
        let own = text.lowercased().replacing("cancer center", with: "")
        #expect(american.filter(own.contains) == [], "\(passage.place)")
      }
    }
  }

  @Test func `a passage has three other ways of asking or more, none twice`() throws {
    for passage in try ShippedCorpus.shared().passages {
      #expect(passage.askedAs.count >= 3, "\(passage.place)")
      #expect(Set(passage.askedAs.map { $0.lowercased() }).count == passage.askedAs.count)
    }
  }

  @Test func `a heading is a question`() throws {
    for passage in try ShippedCorpus.shared().passages {
      #expect(passage.headings.last?.hasSuffix("?") == true, "\(passage.place)")
    }
  }

  @Test func `every sentence or its list cites`() throws {
    for document in try ShippedCorpus.shared().documents {
      for block in document.sections.flatMap(\.blocks) where block.kind == .paragraph {
        for range in SentenceSplitter().sentences(of: block.text) {
          let sentence = String(block.text[range])
          let keys = CitationMarks.keys(in: sentence)
          #expect(!keys.isEmpty, "\(document.path):\(block.lines.lowerBound): \(sentence)")
        }
      }
    }
  }

  @Test func `all 43 sources are cited`() throws {
    let corpus = try ShippedCorpus.shared()
    let inCards = corpus.urgent.citingTexts.flatMap { CitationMarks.keys(in: $0.text) }
    let cited = Set(corpus.passages.flatMap(\.citations) + inCards)
    #expect(corpus.bibliography.references.count == 43)
    #expect(cited == Set(corpus.bibliography.references.map(\.key)))
  }

  @Test func `every document says when it was compared with its sources`() throws {
    for document in try ShippedCorpus.shared().documents {
      let reviewed = try #require(document.frontMatter.reviewed, "\(document.path)")
      #expect(try #require(document.frontMatter.reviewBy, "\(document.path)") > reviewed)
      #expect(document.frontMatter.title == document.title)
    }
  }

  @Test func `passages that say how long people live are marked as sensitive`() throws {
    let marked = try ShippedCorpus.shared().passages.filter(\.isSensitive)
    #expect(marked.count >= 5)
    let pattern = /survival of|people survive|live (for )?(about|around) \d/
    for passage in try ShippedCorpus.shared().passages where passage.words.contains(pattern) {
      #expect(passage.isSensitive, "\(passage.place)")
    }
  }
}
