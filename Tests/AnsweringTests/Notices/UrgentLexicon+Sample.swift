import Analysis
import Corpus
import Foundation
import InvertedIndex
import TestSupport

@testable import Answering

extension UrgentLexicon {
  /// The lexicon of a file of urgent signs, by way of an index.
  static func sample(_ text: String) throws -> UrgentLexicon {
    let signs = try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(text.utf8)))
    let folder = try TemporaryFolder()
    let bytes = IndexWriter(analyzer: .standard(), urgentSigns: signs).finish().bytes
    return try IndexReader(path: folder.write(bytes, to: "a.index")).urgentSigns()
  }

  /// The signs as shipped.
  static func shipped() throws -> UrgentLexicon {
    let path = "\(Repository.corpus)/\(UrgentSigns.fileName)"
    return try sample(String(contentsOfFile: path, encoding: .utf8))
  }

  /// The names of the signs that a question reports.
  func reported(in question: String) throws -> [String] {
    guard let reading = UrgentSignMatcher.reading(of: question) else { return [] }
    return try UrgentSignMatcher(self).signs(in: reading).map { try card(ofSign: $0).id }
  }
}
