internal import Corpus

/// Reads a thesaurus file; `Corpus/README.md` describes its form.
struct ThesaurusParser {
  private let path: String
  private var concepts: [Concept] = []
  private var open: OpenConcept?

  /// A concept whose last line is not yet read.
  private struct OpenConcept {
    let name: String
    let line: Int
    var wordings: [String]
    var required: [(wordings: [String], words: [String])] = []
    var excluded: [(wordings: [String], words: [String])] = []
    var related: [String] = []
    var isAbsent = false
    var meaning: String?
  }

  init(path: String) { self.path = path }

  /// The concepts in the order of the file.
  ///
  /// - Throws: `ThesaurusError` with the line.
  mutating func parse(
    _ source: SourceText
  ) throws(ThesaurusError) -> [Concept] {
    for line in source.logicalLines(continuedAt: 4) {
      if line.text.first == " " || line.text.first == "\t" {
        try read(line.text.trimmed, line.number)
      } else {
        try close()
        let name = line.text.folded
        open = OpenConcept(name: name, line: line.number, wordings: [name])
      }
    }
    try close()
    return concepts
  }

  private mutating func read(_ text: String, _ line: Int) throws(ThesaurusError) {
    guard var concept = open else { throw .outsideConcept(path: path, line: line) }
    let keyword = text.prefix { $0 != ":" }
    let value = text.dropFirst(keyword.count + 1).trimmed
    switch keyword {
    case "also": concept.wordings += words(value)
    case "only": concept.required.append(try guardWords(value, line))
    case "not": concept.excluded.append(try guardWords(value, line))
    case "see": concept.related += words(value)
    case "absent" where value == "yes": concept.isAbsent = true
    case "meaning": concept.meaning = value.isEmpty ? nil : value
    default: throw .keywordUnknown(path: path, line: line, text: text)
    }
    open = concept
  }

  private func words(_ list: some StringProtocol) -> [String] {
    list.split(separator: ",").map(\.folded).filter { !$0.isEmpty }
  }

  private func guardWords(
    _ value: String, _ line: Int
  ) throws(ThesaurusError) -> (wordings: [String], words: [String]) {
    let tokens = value.split(separator: " ")
    guard let with = tokens.lastIndex(of: "with") else {
      throw .guardWithoutWords(path: path, line: line, text: value)
    }
    let wordings = words(tokens[..<with].joined(separator: " "))
    let near = words(tokens[(with + 1)...].joined(separator: " "))
    guard !wordings.isEmpty, !near.isEmpty else {
      throw .guardWithoutWords(path: path, line: line, text: value)
    }
    return (wordings, near)
  }

  private mutating func close() throws(ThesaurusError) {
    guard let concept = open else { return }
    var texts = concept.wordings
    for (wordings, _) in concept.required {
      texts += wordings.filter { !texts.contains($0) }
    }
    var result: [Concept.Wording] = []
    for text in texts {
      let required = concept.required.filter { $0.wordings.contains(text) }.flatMap(\.words)
      let excluded = concept.excluded.filter { $0.wordings.contains(text) }.flatMap(\.words)
      if let both = required.first(where: excluded.contains) {
        throw .guardContradicts(path: path, line: concept.line, word: both)
      }
      result.append(Concept.Wording(text, required: required, excluded: excluded))
    }
    concepts.append(
      Concept(
        name: concept.name, wordings: result, related: concept.related,
        isAbsent: concept.isAbsent, meaning: concept.meaning, line: concept.line))
    open = nil
  }
}
