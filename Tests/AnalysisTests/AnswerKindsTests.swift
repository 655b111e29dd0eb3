import Analysis
import Testing

@Suite struct AnswerKindsTests {
  static let questions: [(text: String, kinds: AnswerKinds)] = [
    ("How common is it?", .share), ("how often do scans miss it", .share),
    ("How many people have it", [.share, .amount]), ("what are the odds", .share),
    ("how long do people live", .duration), ("HOW  LONG?", .duration),
    ("how many weeks of radiotherapy", [.duration, .amount]), ("how soon will it work", .duration),
    ("how much does it cost", .amount), ("how much time is there", [.duration, .amount]),
    ("how big is the needle", .amount),
    ("does it have another name", .names), ("is it also known as meningitis", .names),
    ("what other names has it", [.names, .list]), ("what is it called", .names),
    ("why me?", .reason), ("what causes it", [.reason, .list]), ("how come", .reason),
    ("which drugs help", .list), ("what are the symptoms", .list), ("side effects of it", .list),
    // Two questions in one line.
    ("why does it hurt and how long?", [.reason, .duration]),
    // Words that only begin alike, stand apart, or stand in another order.
    ("howlong", []), ("how is it so long", []), ("long, how?", []), ("whyever", []),
    ("is a sign enough", []), ("how", []), ("many", []),
    // What no list of words tells.
    ("what is LM?", []), ("can I fly?", []), ("who helps", []), ("where is it", []),
  ]

  @Test(arguments: questions)
  func `a question's words tell what it asks for`(text: String, kinds: AnswerKinds) {
    #expect(AnswerKinds(askedBy: text).labels == kinds.labels)
  }

  static let texts: [(text: String, kinds: AnswerKinds)] = [
    ("It takes 30 minutes.", [.duration, .amount]),
    ("It takes 2 to 3 weeks.", [.duration, .amount]),
    ("It takes a few months.", .duration), ("Two weeks later it stopped.", .duration),
    ("Weeks later it stopped.", []), ("Once a day.", .duration),
    ("About 5% have it.", [.share, .amount]), ("About 5 % have it.", [.share, .amount]),
    ("About 5 per cent have it.", [.share, .amount]),
    ("It is 5 here, 6% there.", [.share, .amount]),
    ("1 in 10 have it.", [.share, .amount]), ("One in ten have it.", .share),
    ("3 out of 5 have it.", [.share, .amount]), ("20 of 36 had it.", [.share, .amount]),
    ("One of them had it.", []), ("In 10 it was found.", .amount), ("It is rare.", .share),
    ("The dose was 15 mg.", .amount), ("A dose of 1.5 mg.", .amount), ("In 2019 it was.", .amount),
    ("Type T2 or stage IV.", []),
    ("It is also called LC.", .names), ("Doctors, known as oncologists, help.", .names),
    ("It hurts because nerves are pressed.", .reason), ("That is due to swelling.", .reason),
    ("He was due. To us it was new.", .reason), ("due too", []),
    ("Rest helps.", []),
  ]

  @Test(arguments: texts)
  func `a text's words tell what it can answer`(text: String, kinds: AnswerKinds) {
    #expect(AnswerKinds(givenBy: text).labels == kinds.labels)
  }

  @Test(
    arguments: [
      ("Rest helps [1].", []), ("Rest helps [1][12].", []),
      ("Rest helps [1]. In 2 it did not.", .amount),
      ("Rest helps [2]. Months later it did not.", []), ("Rest helps [1] % of times.", []),
      ("It lasts 2 days [1].", [.duration, .amount]), ("It is [1", .amount), ("It is 1]", .amount),
    ] as [(String, AnswerKinds)])
  func `the number of a citation is no amount and begins no share or span`(
    text: String, kinds: AnswerKinds
  ) {
    #expect(AnswerKinds(givenBy: text).labels == kinds.labels)
  }

  @Test(
    arguments: [
      "", " ", "\n\t", "?!…", "😀", "👩‍⚕️ 🇬🇧", "%", "5️⃣", "\u{0}", "\u{301}\u{202E}",
      "'; DROP TABLE x; --",
      "脑膜", "½", "[ ]", "[]", "(.*)+?",
    ])
  func `odd lines ask for nothing and answer nothing but numbers`(text: String) {
    #expect(AnswerKinds(askedBy: text).isEmpty)
    #expect(AnswerKinds(givenBy: text).subtracting(.amount).isEmpty)
  }

  @Test(
    arguments: texts.map(\.text)
      + ["Rest helps [1].", "5 % [2]", "ÉTÉ: 5 %", "don’t, 2 weeks"])
  func `words folded one by one tell what their text tells`(text: String) {
    let bytes = text.utf8Span.span
    let words = Tokenizer().words(of: text).compactMap { token in
      CaseFoldingFilter().term(for: token.term).map {
        KindWord(folded: $0).standing(at: token.range, in: bytes)
      }
    }
    #expect(AnswerKinds(givenBy: words) == AnswerKinds(givenBy: text))
  }

  @Test func `a pasted page is read to its end`() {
    let page = String(repeating: "word how ", count: 5_000) + "long"
    #expect(AnswerKinds(askedBy: page) == .duration)
    #expect(AnswerKinds(givenBy: page + " 3 weeks") == [.duration, .amount])
  }

  @Test func `every kind has a label of its own, unknown bits have none`() {
    let all = AnswerKinds(rawValue: .max)
    #expect(
      all.labels == ["how common", "how long", "how many", "other names", "why", "a list"])
    #expect(AnswerKinds([]).labels.isEmpty)
    #expect(AnswerKinds(rawValue: 0xC0).labels.isEmpty)
  }
}
