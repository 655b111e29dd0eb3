internal import Analysis
internal import Corpus

/// Concepts marked absent of which a passage tells after all: whoever asks is told that nothing does.
struct AbsentToldRule: CheckRule {
  static let name = "absent-told"

  /// A passage with fewer of its wordings, heading and other wordings counted, mentions it in passing.
  private static let usesThatTell = 3

  func findings(in corpus: CheckedCorpus) throws(Trouble) -> [Finding] {
    guard let index = corpus.index else { return [] }
    var findings: [Finding] = []
    for concept in corpus.thesaurus.concepts where concept.isAbsent {
      guard let (passage, count) = try index.uses(of: concept), count >= Self.usesThatTell else {
        continue
      }
      findings.append(
        finding(
          Thesaurus.fileName, concept.line,
          "\"\(concept.name)\" is marked absent, but \"\(passage.headings.last ?? passage.title)\" in "
            + "\(passage.source.path) has it \(count) times; if it is told there, take the "
            + "wording or the mark away"))
    }
    return findings
  }
}
