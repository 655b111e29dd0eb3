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
    guard term.utf8.allSatisfy({ $0 < 0x30 || $0 > 0x39 }) else { return term }
    var term = term
    return term.withUTF8 { buffer in
      let count = Int32(buffer.count)
      guard let stem = unsafe sb_stemmer_stem(stemmer, buffer.baseAddress, count) else {
        return unsafe String(decoding: buffer, as: UTF8.self)
      }
      let length = Int(unsafe sb_stemmer_length(stemmer))
      return unsafe String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }
}
