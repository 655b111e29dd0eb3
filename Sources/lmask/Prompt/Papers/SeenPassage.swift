internal import Corpus
internal import InvertedIndex

/// A passage that was shown, with its document and sources.
struct SeenPassage {
  let passage: Passage
  let document: DocumentRecord
  /// In the order of their numbers in the text, from 1.
  let references: [Reference]

  init(_ id: PassageID, in reader: IndexReader) throws(IndexError) {
    passage = try reader.passage(id)
    document = try reader.document(of: id)
    var references: [Reference] = []
    for key in passage.citations {
      if let reference = try reader.reference(key) { references.append(reference) }
    }
    self.references = references
  }
}
