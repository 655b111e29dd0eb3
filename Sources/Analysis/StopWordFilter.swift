internal import Corpus

/// Leaves words out of the score that say how a question is put, not what it is about.
///
/// Negations (*no, not, without, never*) stay: dropping them finds the opposite. So do words of
/// time and order that questions turn on (*before, after, during, more, most, other, same*).
package struct StopWordFilter: TokenFilter {
  package var fingerprint: String {
    "stop-\(ContentHash(Self.questionWords + Self.functionWords))"
  }

  package init() {}

  package func term(for term: String) -> String? { Self.isStopWord(term) ? nil : term }

  package static func isStopWord(_ term: String) -> Bool { table.contains(term) }

  private static let table = WordTable(families: questionWords + "\n" + functionWords)

  /// They tell a question's kind, which is read before they are dropped.
  private static let questionWords = """
    how what whats when where which who whom whos whose why
    can could do does did doing done may might must shall should will would
    is are was were am be been being has have had having
    """

  /// English words without a subject of their own, chosen against the kinds of question asked here.
  private static let functionWords = """
    a an the and or but if so as than then that this these those there here it its itself
    i im ive id me my mine myself we weve us our ours you youre your yours yourself
    he hes him his himself she shes her hers herself they theyre theyve them their theirs themselves
    of to in on at by for from with into onto about up out off
    just really very quite too also any some such only own
    please ok okay well oh hi hello etc eg ie s t
    """
}
