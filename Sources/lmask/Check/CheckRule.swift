internal import Corpus

/// Something a maintainer may want to mend.
struct Finding: Equatable, Sendable {
  /// Relative to the corpus folder.
  let path: String
  /// 1-based.
  let line: Int
  /// The name of the rule that found it.
  let rule: String
  /// What is wrong and what to do, without place or full stop.
  let message: String
}

/// One thing that `lmask check` looks for. A new rule is one file and one line in `CheckRules.all`.
protocol CheckRule: Sendable {
  /// Stable, for tools: lower-case words joined by hyphens.
  static var name: String { get }

  /// What is wrong, in any order.
  func findings(in corpus: CheckedCorpus) throws(Trouble) -> [Finding]
}

extension CheckRule {
  func finding(_ path: String, _ line: Int, _ message: String) -> Finding {
    Finding(path: path, line: line, rule: Self.name, message: message)
  }
}

/// Every rule, in the order in which findings at one place are told.
enum CheckRules {
  static let all: [any CheckRule] = [
    CitationMissingRule(), SourceUnusedRule(), FigureUncitedRule(), PassageLengthRule(),
    SentenceLengthRule(), HeadingRepeatedRule(), AskedAsRule(), NearlyAlikeRule(),
    ConceptUnusedRule(), AbsentToldRule(), HardWordRule(), ReviewOverdueRule(), LinkBrokenRule(),
  ]

  /// What all rules find, sorted by place.
  static func findings(in corpus: CheckedCorpus) throws(Trouble) -> [Finding] {
    var findings: [Finding] = []
    for rule in all { findings += try rule.findings(in: corpus) }
    return findings.sorted { ($0.path, $0.line, $0.message) < ($1.path, $1.line, $1.message) }
  }
}
