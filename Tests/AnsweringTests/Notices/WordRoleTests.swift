import Testing

@testable import Answering

@Suite struct WordRoleTests {
  @Test(
    arguments: [
      ("not", [.negation, .telling, .state]), ("if", [.supposing, .possible]),
      ("mum", [.person]), ("her", [.person, .owner, .gap]), ("leptomeningeal", []), ("", []),
      ("no not", []),
    ] as [(String, WordRole)])
  func `a word plays the roles of its lists`(word: String, roles: WordRole) {
    #expect(WordRole.of(word) == roles)
  }

  @Test func `a table knows the words of its lists and no others`() {
    var table = WordRoleTable()
    table.add(.gap, "a bee\nsea")
    table.add(.opener, "bee")
    table.add(.person, "")
    #expect(table.roles(of: "a") == .gap)
    #expect(table.roles(of: "bee") == [.gap, .opener])
    #expect(table.roles(of: "sea") == .gap)
    for word in ["", "b", "be", "bees", "a bee", "ä"] { #expect(table.roles(of: word) == []) }
  }
}
