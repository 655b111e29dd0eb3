import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct RecentTermsTests {
  private static func entry(_ term: String) -> TermEntry {
    TermEntry(
      term: term, passageCount: term.utf8.count, postings: 0..<2, positions: 0..<1, maximum: 1,
      floor: 0)
  }

  @Test func `a term is known once it was looked up, absent ones too`() {
    let recent = RecentTerms()
    #expect(recent.entry(for: "scan") == nil)
    recent.keep(Self.entry("scan"), for: "scan")
    recent.keep(nil, for: "zebra")
    #expect(recent.entry(for: "scan") == .some(Self.entry("scan")))
    #expect(recent.entry(for: "zebra") == .some(nil))
    #expect(recent.entry(for: "scans") == nil)
  }

  @Test func `terms that only look alike are two`() {
    let recent = RecentTerms()
    recent.keep(Self.entry("e\u{301}"), for: "e\u{301}")
    #expect(recent.entry(for: "\u{E9}") == nil)
  }

  @Test func `of more terms than there is room for, none is taken for another`() {
    let recent = RecentTerms()
    for number in 0..<2000 { recent.keep(Self.entry("t\(number)"), for: "t\(number)") }
    var known = 0
    for number in 0..<2000 {
      guard let entry = recent.entry(for: "t\(number)") else { continue }
      known += 1
      #expect(entry == Self.entry("t\(number)"))
    }
    #expect((50...1000).contains(known))
  }
}
