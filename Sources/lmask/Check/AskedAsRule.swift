internal import Corpus

/// Other wordings of a passage that find another passage first, and passages that none of theirs finds.
struct AskedAsRule: CheckRule {
  static let name = "asked-as"

  func findings(in corpus: CheckedCorpus) throws(Trouble) -> [Finding] {
    guard let index = corpus.index else { return [] }
    var findings: [Finding] = []
    for section in corpus.sections {
      var reached = section.askedAs.isEmpty
      for question in section.askedAs {
        guard let first = try index.firstPassage(for: question.text) else {
          findings.append(
            finding(section.path, question.line, "\"\(question.text)\" finds nothing; reword it"))
          continue
        }
        if section.holds(first) {
          reached = true
        } else {
          findings.append(
            finding(
              section.path, question.line,
              "\"\(question.text)\" finds \"\(first.headings.last ?? first.title)\" first; reword it"
            ))
        }
      }
      if !reached {
        findings.append(
          finding(
            section.path, section.line, "no wording of its own finds this passage first; add one"))
      }
    }
    return findings
  }
}
