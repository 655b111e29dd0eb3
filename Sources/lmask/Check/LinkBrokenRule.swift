/// Links inside the corpus that lead nowhere.
struct LinkBrokenRule: CheckRule {
  static let name = "link-broken"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    corpus.links.filter { !corpus.leads($0) }.map { link in
      finding(
        link.path, link.line, "the link to \"\(link.target)\" leads nowhere; correct or remove it")
    }
  }
}
