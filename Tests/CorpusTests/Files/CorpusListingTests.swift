import Testing

@testable import Corpus

@Suite struct CorpusListingTests {
  @Test func `documents are the files that are parsed`() {
    let time = FileTime(nanoseconds: 0)
    let listing = CorpusListing(files: [
      CorpusFile(path: "a.md", role: .document, size: 1, touched: time),
      CorpusFile(path: "sources.json", role: .data, size: 1, touched: time),
    ])
    #expect(listing.documents.map(\.path) == ["a.md"])
  }

  @Test(
    arguments: [
      (.unknownFormat, "not .md or .txt"), (.binary, "binary"), (.unreadable, "unreadable"),
      (.loop, "a link that leads back to itself"), (.notUTF8Name, "name is not UTF-8"),
      (.notAFile, "no regular file"), (.tooLarge, "too large: over 64 MB; split it"),
    ] as [(SkippedFile.Reason, String)])
  func `a skipped file says why`(reason: SkippedFile.Reason, words: String) {
    #expect(reason.words == words)
  }
}
