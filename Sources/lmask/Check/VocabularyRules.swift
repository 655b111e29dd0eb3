internal import Analysis
internal import Corpus

/// Concepts of the thesaurus that no passage speaks of: they can bring nobody to an answer. Those
/// marked absent are there for that very reason.
struct ConceptUnusedRule: CheckRule {
  static let name = "concept-unused"

  func findings(in corpus: CheckedCorpus) throws(Trouble) -> [Finding] {
    guard let index = corpus.index else { return [] }
    var findings: [Finding] = []
    for concept in corpus.thesaurus.concepts where !concept.isAbsent {
      guard try index.uses(of: concept) == nil else { continue }
      findings.append(
        finding(
          Thesaurus.fileName, concept.line,
          "no passage speaks of \"\(concept.name)\" in any of its wordings; add a wording or remove it"
        ))
    }
    return findings
  }
}

/// Long words that few passages use and the thesaurus does not explain.
struct HardWordRule: CheckRule {
  static let name = "hard-word"

  /// A word with more syllables is hard unless it is common.
  private static let easySyllables = 3
  /// A word in more passages than these explains itself by use.
  private static let fewPassages = 2

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    var analyzer = Analyzer.standard()
    let explained = explainedTerms(corpus, &analyzer)
    var uses: [String: (word: String, places: [CheckedCorpus.Sentence])] = [:]
    for sentence in corpus.sentences {
      for token in Tokenizer().words(of: sentence.text.withoutCitations) {
        guard let term = analyzer.term(of: token.term) else { continue }
        uses[term, default: (token.term, [])].places.append(sentence)
      }
    }
    return uses.sorted { $0.key < $1.key }.compactMap { term, use in
      guard Set(use.places.map(\.passage)).count <= Self.fewPassages, !explained.contains(term),
        Syllables.count(in: use.word) > Self.easySyllables, !CommonLongWords.contains(use.word)
      else { return nil }
      let place = use.places[0]
      return finding(
        place.path, place.line,
        "\"\(use.word)\" is a hard word; use a plainer one or give its meaning in \(Thesaurus.fileName)"
      )
    }
  }

  private func explainedTerms(
    _ corpus: CheckedCorpus, _ analyzer: inout Analyzer
  ) -> Set<String> {
    var terms: Set<String> = []
    for concept in corpus.thesaurus.concepts where concept.meaning != nil {
      for wording in concept.wordings {
        terms.formUnion(analyzer.tokens(of: wording.text).map(\.term))
      }
    }
    return terms
  }
}

/// Counts syllables of English words by their vowels, near enough to tell long words from short ones.
enum Syllables {
  static func count(in word: String) -> Int {
    let letters = Array(word.lowercased())
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel && !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let text = String(letters)
    let hasSilentEnd =
      text.hasSuffix("e") && !text.hasSuffix("le")
      || text.hasSuffix("ed") && !text.hasSuffix("ted")
        && !text.hasSuffix("ded")
    return max(1, hasSilentEnd ? count - 1 : count)
  }
}

/// Words of more than three syllables that every newspaper uses.
enum CommonLongWords {
  static func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }

  private static let words: Set<String> = [
    "ability", "absolutely", "academy", "accompany", "accuracy", "activity", "actually",
    "additional", "administration", "advertisement", "alternative", "america", "american",
    "analysis", "antibiotics", "antibodies", "anybody", "anything", "apparently", "application",
    "appropriate", "approximately",
    "available", "beforehand", "beginning", "capacity", "caregiver", "caregivers", "category",
    "certainly", "circumstance", "circumstances", "combination", "communicate", "communication",
    "community", "comparison", "complicated", "complication", "complications", "conclusion",
    "confidential", "consequences", "considerable", "conventional", "conversation", "definitely",
    "dehydration",
    "difficulty", "directory", "disability", "education", "effective", "electricity",
    "electronic", "emergency", "emotional", "encouragement", "energy", "environment", "especially",
    "estimated", "estimates", "eventually", "everybody", "everything", "examination", "experience",
    "experiences", "experienced", "explanation", "february", "following", "generally", "historical",
    "historically", "identity", "imagination", "immediate", "immediately", "improvement",
    "independent", "indigestion", "individual", "individuals", "information", "initially",
    "intelligence",
    "interested", "interesting", "international", "introduction", "investigation", "january",
    "literature", "majority", "material", "memory", "military", "misunderstanding",
    "multitasking", "necessarily", "necessary", "newspaper", "nobody", "normally", "observation",
    "obviously", "occasionally", "operation", "operations", "opportunity", "ordinary",
    "organisation", "organisations", "original", "originally", "particular", "particularly",
    "pennsylvania", "personally", "photograph", "physically", "population", "possibility",
    "practically", "preparation", "presentation", "previously", "primarily", "probability",
    "probably", "professional", "psychological", "publication", "recommended", "regularly",
    "relationship", "relationships", "relatively", "relatives", "responsibility", "responsible",
    "satisfactory", "secondary", "secretary", "separately", "significant", "significantly",
    "similarity", "situation", "specifically", "stability", "successfully", "supermarket",
    "technology", "television", "temperature", "temporarily", "temporary", "territory",
    "traditional", "typically", "ultimately", "uncomfortable", "understanding", "unfortunately",
    "university", "unnecessary", "unreachable", "unusual", "unusually", "usual", "usually",
    "variety", "vegetables", "vocabulary", "voluntary", "whatever",
  ]
}
