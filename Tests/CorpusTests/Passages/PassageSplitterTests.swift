import TestSupport
import Testing

@testable import Corpus

@Suite struct PassageSplitterTests {
  /// Passages of a Markdown file.
  func passages(
    _ markdown: String, splitter: PassageSplitter = PassageSplitter(), resolves: Bool = true
  ) throws -> [Passage] {
    let source = SourceText(path: "a.md", bytes: Array(markdown.utf8))
    let document = try MarkdownParser().parse(source)
    return splitter.passages(of: document, from: source, resolvesCitations: resolves)
  }

  /// A sentence of so many words that no other sentence shares.
  func sentence(_ count: Int, _ name: String) -> String {
    "S" + (0..<count).map { "\(name)x\($0)" }.joined(separator: " ") + "."
  }

  func prose(_ sentences: Int, of words: Int, _ name: String) -> String {
    (0..<sentences).map { sentence(words, "\(name)y\($0)") }.joined(separator: " ")
  }

  @Test func `a section that fits is one passage with everything it knows`() throws {
    let markdown = """
      ---
      title: T
      ---
      # A

      ## B {#b .sensitive}

      <!-- asked as
      why
      -->

      One [@x]. Two [@y; @x].

      - three [@z]
        - four

      ### C

      Five [@y].
      """
    let found = try passages(markdown)
    let bytes = Array(markdown.utf8)
    #expect(found.count == 2)
    #expect(found[0].title == "T")
    #expect(found[0].headings == ["A", "B"])
    #expect(found[0].anchor == "b")
    #expect(found[0].isSensitive)
    #expect(found[0].askedAs == ["why"])
    #expect(found[0].text == "One [1]. Two [2][1].\nthree [3]\nfour")
    #expect(found[0].citations == ["x", "y", "z"])
    #expect(
      found[0].blocks == [
        PassageBlock(kind: .paragraph, depth: 0, length: 20),
        PassageBlock(kind: .listItem, depth: 0, length: 9),
        PassageBlock(kind: .listItem, depth: 1, length: 4),
      ])
    #expect(found[0].source.path == "a.md")
    #expect(found[0].source.lines == 12...15)
    #expect(
      String(decoding: bytes[found[0].source.bytes], as: UTF8.self)
        == "One [@x]. Two [@y; @x].\n\n- three [@z]\n  - four")
    // Sensitive is what stands below a sensitive heading; anchors are the heading's own.
    #expect(found[1].headings == ["A", "B", "C"])
    #expect(found[1].isSensitive)
    #expect(found[1].anchor == nil)
    #expect(found[1].askedAs.isEmpty)
    #expect(found[1].text == "Five [1].")
    #expect(found[1].citations == ["y"])
    #expect(found[1].source.lines == 19...19)
  }

  @Test func `without a bibliography citations stay as typed`() throws {
    let found = try passages("One [@x].", resolves: false)
    #expect(found.map(\.text) == ["One [@x]."])
    #expect(found[0].citations.isEmpty)
  }

  @Test func `code is no place to cite`() throws {
    let found = try passages("One [@x].\n\n```\nwrite [@key]\n```\n")
    #expect(found.map(\.text) == ["One [1].\nwrite [@key]"])
    #expect(found[0].citations == ["x"])
  }

  @Test func `exactly as many words as fit are one passage, one more are two`() throws {
    let fits = prose(10, of: 10, "a") + "\n\n" + prose(10, of: 10, "b")
    #expect(try passages(fits).count == 1)
    let found = try passages(fits + " More.")
    #expect(found.map(\.source.lines) == [1...1, 3...3])
  }

  @Test func `a longer section is cut between paragraphs, the headings kept`() throws {
    let parts = ["a", "b", "c"].map { prose(9, of: 10, $0) }
    let found = try passages("## B {#b}\n\n" + parts.joined(separator: "\n\n"))
    #expect(found.map(\.text) == parts)
    #expect(found.map(\.source.lines) == [3...3, 5...5, 7...7])
    #expect(found.allSatisfy { $0.headings == ["B"] && $0.anchor == "b" })
  }

  @Test func `each piece numbers its own citations`() throws {
    let found = try passages(
      prose(15, of: 10, "a") + " Z [@x].\n\n" + prose(15, of: 10, "b") + " Z [@y]. Z [@x].")
    #expect(found.map(\.citations) == [["x"], ["y", "x"]])
    #expect(found[1].text.hasSuffix("Z [1]. Z [2]."))
  }

  @Test func `a list stays with the line that introduces it`() throws {
    let items = (0..<12).map { "- " + sentence(8, "i\($0)") }.joined(separator: "\n")
    let intro = "It may include:"
    let found = try passages(
      prose(15, of: 10, "a") + "\n\n" + intro + "\n\n" + items + "\n\n" + prose(15, of: 10, "b"))
    #expect(found.count == 3)
    #expect(found[1].text.hasPrefix(intro + "\nSi0x0"))
    #expect(found[1].blocks.count == 13)
    #expect(found[1].source.lines == 3...16)
  }

  @Test func `a short line joins what follows, a short end what is before it`() throws {
    let found = try passages(
      "Treatment\n\n" + prose(18, of: 10, "a") + "\n\n" + prose(18, of: 10, "b") + "\n\nThe end.")
    #expect(found.map(\.blocks.count) == [2, 2])
    #expect(found[0].text.hasPrefix("Treatment\nS"))
    #expect(found[1].text.hasSuffix("\nThe end."))
  }

  @Test func `a paragraph too long by itself is cut into even pieces between sentences`() throws {
    let found = try passages(prose(45, of: 10, "a"))
    #expect(found.map(\.text.wordCount) == [150, 150, 150])
    #expect(found.allSatisfy { $0.text.hasPrefix("S") && $0.text.hasSuffix(".") })
    #expect(found.map(\.blocks.count) == [1, 1, 1])
  }

  @Test func `a sentence or list item too long by itself stays whole`() throws {
    let long = sentence(900, "a")
    #expect(try passages(long).map(\.text) == [long])
    let found = try passages("Intro:\n\n- " + long + "\n- end")
    #expect(found.map(\.text.wordCount).reduce(0, +) == 902)
    #expect(found.contains { $0.text.contains(long) })
  }

  @Test func `a list too long by itself is cut between items`() throws {
    let items = (0..<60).map { sentence(10, "i\($0)") }
    let found = try passages("Intro:\n\n" + items.map { "- " + $0 }.joined(separator: "\n"))
    #expect(found[0].text.hasPrefix("Intro:\n"))
    #expect(found.flatMap { $0.text.split(separator: "\n").map(String.init) } == ["Intro:"] + items)
    #expect(found.allSatisfy { $0.text.wordCount <= 200 })
    let lines = found.map(\.source.lines)
    #expect(lines.first?.lowerBound == 1 && lines.last?.upperBound == 62)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
  }

  @Test func `a document without words has no passage`() throws {
    #expect(try passages("").isEmpty)
    #expect(try passages("# A\n\n## B\n").isEmpty)
  }

  /// A random section and the sentences and items in it.
  func random(seed: UInt64) -> (markdown: String, sentences: [String]) {
    var generator = SeededGenerator(seed: seed)
    var sentences: [String] = []
    func next(_ longest: Int) -> String {
      let count = Int.random(in: 1...longest, using: &generator)
      sentences.append(sentence(count, "n\(sentences.count)"))
      return sentences[sentences.count - 1]
    }
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let count = Int.random(in: 1...25, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: parts.append((0..<count).map { _ in "- " + next(25) }.joined(separator: "\n"))
      case 1: parts.append("> " + (0..<count).map { _ in next(20) }.joined(separator: " "))
      default: parts.append((0..<count).map { _ in next(20) }.joined(separator: "\n"))
      }
    }
    return (parts.joined(separator: "\n\n"), sentences)
  }

  @Test(arguments: 0..<60)
  func `pieces of a random section hold every word in order and no sentence is cut`(
    seed: UInt64
  ) throws {
    let (markdown, sentences) = random(seed: seed)
    let found = try passages(markdown)
    let words = found.flatMap { $0.text.split(whereSeparator: \.isWhitespace).map(String.init) }
    #expect(words == sentences.flatMap { $0.split(separator: " ").map(String.init) })
    for sentence in sentences {
      #expect(found.contains { $0.text.contains(sentence) }, "seed \(seed): \(sentence)")
    }
    for passage in found {
      let count = passage.text.wordCount
      #expect(found.count == 1 || count >= 25, "seed \(seed)")
      #expect(count < 250, "seed \(seed)")
      let separators = max(passage.blocks.count - 1, 0)
      let length = passage.blocks.reduce(separators) { $0 + $1.length }
      #expect(length == passage.text.utf8.count, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20)
  func `the lines of a passage hold its words`(seed: UInt64) throws {
    let (markdown, _) = random(seed: seed)
    let bytes = Array(markdown.utf8)
    for passage in try passages(markdown) {
      let stretch = String(decoding: bytes[passage.source.bytes], as: UTF8.self)
      let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
      let range = passage.source.lines
      #expect(
        stretch == lines[(range.lowerBound - 1)..<range.upperBound].joined(separator: "\n"))
      for word in passage.text.split(whereSeparator: \.isWhitespace) {
        #expect(stretch.contains(word), "seed \(seed)")
      }
    }
  }
}
