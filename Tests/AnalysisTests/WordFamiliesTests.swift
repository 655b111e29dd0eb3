import Testing

@testable import Analysis

@Suite struct WordFamiliesTests {
  @Test func `two letters tell whether a word may be a form of one that starts otherwise`() {
    for family in WordFamilies.families {
      for word in family where word.first != family[0].first {
        let letters = Array(word.utf8)
        #expect(!WordFamilies.keepsFirstLetter(ofWordsWith: letters[0], letters[1]), "\(word)")
        #expect(!WordFamilies.keepsFirstLetter(ofWordsWith: letters[0] & 0xDF, letters[1]))
      }
    }
    for word in ["glaucoma", "symptom", "Treat"] {
      let letters = Array(word.utf8)
      #expect(WordFamilies.keepsFirstLetter(ofWordsWith: letters[0], letters[1]), "\(word)")
    }
  }

  /// The terms that the words of a line are indexed by.
  func terms(_ line: String) -> [String] {
    var analyzer = Analyzer.standard()
    return analyzer.tokens(of: line).map(\.term)
  }

  @Test(arguments: [
    "diagnosis diagnosed diagnostic", "metastasis metastases metastatic metastasised",
    "prognosis prognostic", "paralysis paralysed", "treat treatment untreated treatments",
    "cure incurable curative", "swell swollen swelling", "leptomeninges leptomeninx",
  ])
  func `words of the subject that the stemmer parts are one term`(line: String) {
    #expect(Set(terms(line)).count == 1)
    #expect(terms(line).count == line.split(separator: " ").count)
  }

  @Test(arguments: [
    "tumour tumor tumours tumors tumorous", "oedema edema", "diarrhoea diarrhea diarrhoeal",
    "haematological hematological haematologists hematologists", "leukaemia leukemia",
    "paralyse paralyze paralyses paralyzes", "metastasise metastasize metastasized",
    "oesophagus esophagus", "anaesthetist anesthetists anaesthesia", "foetus fetuses",
    "paediatricians pediatrician", "gynaecologists gynecologist", "haemorrhaged hemorrhage",
    "lymphoedema lymphedema", "papilloedema papilledema", "paraesthesia paresthesia",
    "oestrogen estrogens", "hypercalcaemia hypercalcemia", "faeces fecal", "anaemia anemic",
    "behaviour behaviors", "centre centers", "programme programs", "counselling counselors",
    "organises organizes organisation", "localised localization", "analyse analyzed",
    "stabilised stabilize", "randomised randomized", "specialist's specialists",
  ])
  func `British and American spellings are one term`(line: String) {
    #expect(Set(terms(line)).count == 1)
    #expect(terms(line).count == line.split(separator: " ").count)
  }

  @Test(arguments: [
    "treat threat", "die diet", "cure care", "live liver", "pain paint", "meninges mention",
    "surgery surge", "organ organise", "hospital hospitalise", "breast breath", "spine spin",
    "radiation radio", "therapy thermal", "metre meteor", "long lung", "common communicate",
    "person perspire", "people personality", "likely like", "effective effects",
    "medication medical", "leptomeninges leptomeningeal", "local localise", "general generate",
    "mean meaningful",
  ])
  func `different words stay apart`(line: String) {
    #expect(Set(terms(line)).count == 2)
  }

  @Test func `no form stands in two families or twice in one`() {
    var familyOfForm: [String: String] = [:]
    for family in WordFamilies.families {
      for form in family {
        #expect(familyOfForm[form] == nil, "\(form): \(family[0])")
        familyOfForm[form] = family[0]
      }
    }
    #expect(familyOfForm.count > 500)
  }

  @Test func `every form leads to its head, and a head to itself`() {
    let filter = WordFamilies()
    for family in WordFamilies.families {
      for form in family { #expect(filter.term(for: form) == family[0]) }
    }
    #expect(filter.term(for: "nosuchword") == "nosuchword")
  }

  @Test func `every form is folded, no stop word, and reaches its family through the analyzer`() {
    var analyzer = Analyzer.standard()
    for family in WordFamilies.families {
      let head = analyzer.term(of: family[0])
      #expect(head != nil, "\(family[0])")
      for form in family {
        #expect(CaseFoldingFilter().term(for: form) == form)
        #expect(analyzer.term(of: form) == head, "\(form)")
      }
    }
  }

  @Test func `no two families become one term`() {
    var analyzer = Analyzer.standard()
    let heads = WordFamilies.families.map { $0[0] }
    let families = Dictionary(grouping: heads) { analyzer.term(of: $0) }
    #expect(families.values.filter { $0.count > 1 } == [])
  }

  @Test func `negated verbs are the negation`() {
    #expect(Set(terms("not cannot can't don’t isn't won’t")) == ["not"])
  }
}
