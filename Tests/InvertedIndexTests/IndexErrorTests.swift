import Testing

@testable import InvertedIndex

@Suite struct IndexErrorTests {
  static let sentences: [(error: IndexError, text: String)] = [
    (.missing(path: "i"), "i: no such index; run \"lmask index\""),
    (.isAFolder(path: "i"), "i: is a folder, not an index; name a file with --index"),
    (
      .unreadable(path: "i", reason: "permission denied"),
      "i: cannot be read (permission denied); check its permissions or name another with --index"
    ),
    (
      .notAnIndex(path: "i"),
      "i: is not an lmask index; move it away or name another place with --index"
    ),
    (
      .wrongVersion(path: "i", found: 2, readable: 3),
      "i: format version 2, this lmask reads 3; run \"lmask index\""
    ),
    (
      .damaged(path: "i", offset: 17, reason: "cut short"),
      "i: damaged at byte 17 (cut short); run \"lmask index\""
    ),
    (
      .unwritable(path: "i", reason: "no space left on device"),
      "i: cannot be written (no space left on device); name another place with --index"
    ),
    (
      .noPlace(reason: "HOME is not set"),
      "no place for the index (HOME is not set); name one with --index"
    ),
  ]

  @Test(arguments: sentences)
  func `each error says what happened and what to do`(error: IndexError, text: String) {
    #expect(error.description == text)
  }
}
