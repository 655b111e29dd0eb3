internal import CStemmer

/// The Snowball English stemmer ("Porter 2") of libstemmer.
///
/// Owns the C object, which keeps its last word: not to be shared between threads.
@safe package final class StemmingFilter: TokenFilter {
  package let fingerprint = "snowball-english-2"
  // Made once, freed once, used by nobody else.
  private let stemmer: OpaquePointer

  package init() {
    guard let stemmer = unsafe sb_stemmer_new("english", "UTF_8") else {
      preconditionFailure("libstemmer was built without its English stemmer")
    }
    unsafe self.stemmer = stemmer
  }

  deinit { unsafe sb_stemmer_delete(stemmer) }

  /// A word with a digit in it stays as it is.
  package func term(for term: String) -> String? {
    let bytes = term.utf8.span
    for index in bytes.indices where (0x30...0x39).contains(bytes[index]) { return term }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      let stem = unsafe sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count))
      let length = Int(unsafe sb_stemmer_length(stemmer))
      let start = unsafe UnsafeBufferPointer(start: stem, count: length)
      // Without memory there is no stem; and many words are their own.
      guard unsafe stem != nil, unsafe !start.elementsEqual(bytes) else { return term }
      return unsafe String(decoding: start, as: UTF8.self)
    }
  }
}
