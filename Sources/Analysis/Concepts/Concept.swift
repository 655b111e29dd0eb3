/// Words and phrases that count as one term when scored.
package struct Concept: Equatable, Sendable {
  /// The word or phrase that stands for all.
  package let name: String
  /// Every wording as its maintainer wrote it, the name first.
  package let wordings: [Wording]
  /// The names of the concepts under which an answer may stand too.
  package let related: [String]
  /// Whether people ask for it and the corpus does not tell of it: a question that names it is told so.
  package let isAbsent: Bool
  /// In plain words; nil if the name needs none.
  package let meaning: String?
  /// 1-based, in the thesaurus file.
  package let line: Int

  package init(
    name: String, wordings: [Wording], related: [String] = [], isAbsent: Bool = false,
    meaning: String?, line: Int
  ) {
    self.name = name
    self.wordings = wordings
    self.related = related
    self.isAbsent = isAbsent
    self.meaning = meaning
    self.line = line
  }

  /// The term by which passages and questions that speak of it meet. No word of any text can be the
  /// same, because words hold no equals sign.
  package var term: String { Self.term(named: name) }

  /// Whether its meaning calls it a medicine. A medicine's name is never read as another's.
  package var isMedicine: Bool {
    let meaning = meaning ?? ""
    return ["drug", "medicine", "steroid"].contains { meaning.contains($0) }
  }

  package static func term(named name: String) -> String { "=" + name }

  /// One word or phrase for the concept.
  package struct Wording: Equatable, Sendable {
    package let text: String
    /// If there are any, one of them must be near.
    package let required: [String]
    /// None of them may be near.
    package let excluded: [String]

    package init(_ text: String, required: [String] = [], excluded: [String] = []) {
      self.text = text
      self.required = required
      self.excluded = excluded
    }
  }
}
