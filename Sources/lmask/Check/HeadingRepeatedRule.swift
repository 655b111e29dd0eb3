internal import Corpus
/// The same heading over two passages: whoever asks it gets one of them by chance.
struct HeadingRepeatedRule: CheckRule {
  static let name = "heading-repeated"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    var first: [String: CheckedCorpus.CheckedSection] = [:]
    var findings: [Finding] = []
    for section in corpus.sections {
      guard let heading = section.heading else { continue }
      let key = heading.text.lowercased()
      if let earlier = first[key] {
        findings.append(
          finding(
            section.path, heading.line,
            "\"\(heading.text)\" also heads \(earlier.path):\(earlier.line); ask each only once"))
      } else {
        first[key] = section
      }
    }
    return findings
  }
}
