import TestSupport

@testable import Corpus

/// The shipped corpus, parsed once for all tests that read it.
struct ShippedCorpus: Sendable {
  let documents: [Document]
  let passages: [Passage]
  let bibliography: Bibliography
  let urgent: UrgentSigns

  static func shared() throws -> ShippedCorpus { try result.get() }

  private static let result = Result { try ShippedCorpus() }

  private init() throws {
    let reader = CorpusReader(root: Repository.corpus)
    let listing = try reader.listing()
    let bibliography = try reader.bibliography(in: listing) ?? Bibliography()
    documents = try listing.documents.map { try reader.document(of: $0).document }
    passages = try listing.documents.flatMap {
      try reader.contents(of: $0, citing: bibliography).passages
    }
    self.bibliography = bibliography
    let signs = try reader.dataFile(UrgentSigns.fileName, in: listing)
    urgent =
      try signs.map { source throws(CorpusError) in try UrgentSigns(source) } ?? UrgentSigns()
  }
}

extension Passage {
  /// `symptoms.md #fits`
  var place: String { "\(source.path) #\(anchor ?? "")" }

  /// The text without its numbered references.
  var words: String { text.replacing(#/ ?\[\d+\]/#, with: "") }
}
