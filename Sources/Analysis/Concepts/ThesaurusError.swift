/// What can be wrong with a thesaurus file. Lines are 1-based.
package enum ThesaurusError: Error, Equatable {
  case keywordUnknown(path: String, line: Int, text: String)
  case outsideConcept(path: String, line: Int)
  case guardWithoutWords(path: String, line: Int, text: String)
  case guardContradicts(path: String, line: Int, word: String)
  case phraseTooLong(path: String, line: Int, phrase: String)
  case phraseEmpty(path: String, line: Int, phrase: String)
  case relatedUnknown(path: String, line: Int, concept: String, name: String)
  case phraseRepeated(path: String, line: Int, phrase: String, concept: String, firstLine: Int)
}

extension ThesaurusError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .keywordUnknown(let path, let line, let text):
      "\(path):\(line): \"\(text)\" is none of also:, only:, not:, see:, absent: yes, meaning:; correct the word"
    case .outsideConcept(let path, let line):
      "\(path):\(line): this line belongs to no concept; start one with its name at the margin"
    case .guardWithoutWords(let path, let line, let text):
      "\(path):\(line): \"\(text)\" is not \"WORDS with WORDS\"; name the words on both sides"
    case .guardContradicts(let path, let line, let word):
      "\(path):\(line): \"\(word)\" both lets a wording count and forbids it; keep it on one side"
    case .phraseTooLong(let path, let line, let phrase):
      "\(path):\(line): \"\(phrase)\" is longer than eight words; shorten it"
    case .phraseEmpty(let path, let line, let phrase):
      "\(path):\(line): \"\(phrase)\" holds only little words that are never searched for; choose another"
    case .relatedUnknown(let path, let line, let concept, let name):
      "\(path):\(line): \"\(concept)\" says to see \"\(name)\", which is no other entry; use an entry's name"
    case .phraseRepeated(let path, let line, let phrase, let concept, let firstLine):
      "\(path):\(line): \"\(phrase)\" already belongs to \"\(concept)\" in line \(firstLine); keep it in one"
    }
  }
}
