internal import Corpus
internal import InvertedIndex

/// What the corpus covers, in as few words as a refusal has for it.
struct Topics {
  static let mostNamed = 12

  /// Titles of documents.
  var named: [String] = []
  /// How many other documents there are.
  var others = 0
}

extension IndexReader {
  /// The first of the documents that hold any text, and how many others do.
  func firstTopics() throws(IndexError) -> Topics {
    var topics = Topics()
    for ordinal in 0..<summary.documentCount where try !passages(ofDocument: ordinal).isEmpty {
      if topics.named.count < Topics.mostNamed {
        topics.named.append(try document(ordinal).title)
      } else {
        topics.others += 1
      }
    }
    return topics
  }

  /// What the corpus covers: the documents that hold any text.
  func topics() throws(IndexError) -> [DocumentRecord] {
    try allDocuments().filter { !$0.passages.isEmpty }
  }
}
