import Analysis
import Corpus
@testable import InvertedIndex

/// Indexes in memory, for what needs one to start from.
enum SmallIndex {
  /// A little of everything that an index can hold.
  static let rich = bytes(
    passages: [
      Passage(
        source: SourceLocation(path: "a.md", lines: 1...4, bytes: 0..<90), title: "Finding it",
        headings: ["How is it found?"], askedAs: ["Which tests are there?"],
        text: "An MRI scan shows the brain and the spine [1].\nA lumbar puncture takes fluid.",
        blocks: [
          PassageBlock(kind: .paragraph, depth: 0, length: 46),
          PassageBlock(kind: .listItem, depth: 1, length: 30),
        ], citations: ["leaflet"], anchor: "found", isSensitive: false),
      Passage(
        source: SourceLocation(path: "a.md", lines: 6...6, bytes: 92..<140), title: "Finding it",
        headings: ["How long do people live?"], askedAs: [],
        text: "People with meningeal disease live some months.",
        blocks: [PassageBlock(kind: .paragraph, depth: 0, length: 47)], citations: [],
        anchor: nil, isSensitive: true),
      .plain("Steroids such as dexamethasone ease a headache within days.", line: 8),
    ],
    thesaurus: "dexamethasone\n    also: dex, steroid\n    see: mri\nmri\n    also: scan\n",
    urgent: """
      numbers: UK
      emergency: 999
      crisis: 116 123

      list: fit
      words: fit, seizure, convulsion

      sign: seizure
      kind: urgent
      title: A fit
      when: had {fit}, shaking all over
      not: fit note
      card: Stay with her until it is over [@leaflet].
      call: {emergency}

      """)

  /// Long posting lists, so that they are kept in blocks.
  static let long = bytes(
    passages: (0..<300).map { number in
      .plain("common word\(number % 7) rare\(number) common", line: number + 1)
    })

  private static func bytes(
    passages: [Passage], thesaurus: String = "", urgent: String = ""
  ) -> [UInt8] {
    let reference = Reference(
      key: "leaflet", title: "A leaflet", publisher: "A hospital", url: "https://example.org",
      date: "2020")
    var analyzer = Analyzer.standard()
    guard
      let concepts = try? Thesaurus(
        SourceText(path: "thesaurus.txt", bytes: Array(thesaurus.utf8)), analyzer: &analyzer),
      let signs = try? UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(urgent.utf8)))
    else { preconditionFailure("the sample is malformed") }
    var writer = IndexWriter(
      analyzer: analyzer, bibliography: Bibliography(references: [reference]),
      thesaurus: concepts, urgentSigns: signs)
    writer.folders = [""]
    writer.add(
      SourceRecord(path: "a.md", role: .document, size: 200, hash: ContentHash(value: 1)))
    writer.add(path: "a.md", title: "Finding it", frontMatter: FrontMatter(), passages: passages)
    return writer.finish().bytes
  }
}

extension Passage {
  static func plain(_ text: String, line: Int) -> Passage {
    Passage(
      source: SourceLocation(path: "a.md", lines: line...line, bytes: 0..<text.utf8.count),
      title: "T", headings: [], askedAs: [], text: text,
      blocks: [PassageBlock(kind: .paragraph, depth: 0, length: text.utf8.count)], citations: [],
      anchor: nil, isSensitive: false)
  }
}
