import Analysis
import Corpus

@testable import InvertedIndex

/// An index of two passages, small enough to be written out by hand and to be damaged at every byte.
///
/// Its analyzer has no filters: terms are the words as they stand.
enum TinyIndex {
  static var bytes: [UInt8] {
    let reference = Reference(key: "r", title: "R", publisher: "P", url: "u", date: "1")
    var writer = IndexWriter(
      analyzer: Analyzer(filters: []), bibliography: Bibliography(references: [reference]))
    writer.add(
      SourceRecord(
        path: "a.md", role: .document, size: 31, hash: ContentHash(value: 0x1122_3344_5566_7788)))
    var frontMatter = FrontMatter()
    frontMatter.country = "gb"
    frontMatter.reviewed = CalendarDate("2026-01-31")
    writer.add(path: "a.md", title: "T", frontMatter: frontMatter, passages: [first, second])
    return writer.finish()
  }

  static let first = Passage(
    source: SourceLocation(path: "a.md", lines: 3...4, bytes: 10..<20), title: "T",
    headings: ["H"], askedAs: [], text: "bee be [1]",
    blocks: [PassageBlock(kind: .paragraph, depth: 0, length: 10)], citations: ["r"], anchor: "h",
    isSensitive: false)

  static let second = Passage(
    source: SourceLocation(path: "a.md", lines: 6...6, bytes: 22..<31), title: "T", headings: [],
    askedAs: [], text: "be bee be",
    blocks: [PassageBlock(kind: .listItem, depth: 1, length: 9)], citations: [], anchor: nil,
    isSensitive: true)

  /// What `bytes` should be, reasoned from the format: hexadecimal, `#` starts a comment.
  ///
  /// The hashes are XXH64 of the bytes they stand for, computed by another implementation; dots
  /// stand for the analyzer's fingerprint and the two hashes that change with it.
  static let golden = """
    # Header: 24 bytes, seventeen entries of 32, a hash of 8: 576 bytes.
    4C 4D 41 53 4B 49 44 58                          # LMASKIDX
    04 00 00 00  11 00 00 00                         # version 4, seventeen sections
    60 05 00 00 00 00 00 00                          # 1376 bytes in all
    # id, zero    offset                   length                   hash
    01 00 00 00 00 00 00 00  40 02 00 00 00 00 00 00  84 00 00 00 00 00 00 00  .. .. .. .. .. .. .. ..
    02 00 00 00 00 00 00 00  C8 02 00 00 00 00 00 00  10 00 00 00 00 00 00 00  84 2F F9 95 C6 86 75 54
    03 00 00 00 00 00 00 00  D8 02 00 00 00 00 00 00  22 00 00 00 00 00 00 00  05 59 A3 D2 E1 21 D9 4D
    04 00 00 00 00 00 00 00  00 03 00 00 00 00 00 00  1A 00 00 00 00 00 00 00  FA C4 92 61 D3 74 DD 5D
    05 00 00 00 00 00 00 00  20 03 00 00 00 00 00 00  4D 00 00 00 00 00 00 00  C5 17 DF 90 E4 8B 9F D6
    06 00 00 00 00 00 00 00  70 03 00 00 00 00 00 00  10 00 00 00 00 00 00 00  D1 93 07 4B 77 1C B9 81
    07 00 00 00 00 00 00 00  80 03 00 00 00 00 00 00  08 00 00 00 00 00 00 00  3F BE 1A 4A 76 6B BD C0
    08 00 00 00 00 00 00 00  88 03 00 00 00 00 00 00  26 00 00 00 00 00 00 00  FD E4 6F 14 68 D3 E9 15
    09 00 00 00 00 00 00 00  B0 03 00 00 00 00 00 00  0A 00 00 00 00 00 00 00  86 5C C1 16 EA 7C 50 91
    0A 00 00 00 00 00 00 00  C0 03 00 00 00 00 00 00  08 00 00 00 00 00 00 00  A3 0B E8 12 11 DD D5 C5
    0B 00 00 00 00 00 00 00  C8 03 00 00 00 00 00 00  08 00 00 00 00 00 00 00  BB 1B DB CA CD 6A C9 34
    0C 00 00 00 00 00 00 00  D0 03 00 00 00 00 00 00  08 00 00 00 00 00 00 00  BB 1B DB CA CD 6A C9 34
    0D 00 00 00 00 00 00 00  D8 03 00 00 00 00 00 00  1F 00 00 00 00 00 00 00  E8 CE E1 35 9B D5 C1 AE
    0E 00 00 00 00 00 00 00  F8 03 00 00 00 00 00 00  ED 00 00 00 00 00 00 00  03 5B A2 DB 5B 23 FD 89
    0F 00 00 00 00 00 00 00  E8 04 00 00 00 00 00 00  48 00 00 00 00 00 00 00  40 26 17 29 53 C0 6F 05
    10 00 00 00 00 00 00 00  30 05 00 00 00 00 00 00  02 00 00 00 00 00 00 00  01 A1 2D FA 1F A4 AB 9A
    11 00 00 00 00 00 00 00  38 05 00 00 00 00 00 00  28 00 00 00 00 00 00 00  87 77 05 7A 2F E8 D6 2C
    .. .. .. .. .. .. .. ..                          # hash of the 568 bytes above

    # 1 summary, at 0x240
    .. .. .. .. .. .. .. ..                          # the analyzer's fingerprint
    02 00 00 00 00 00 00 00                          # passages
    01 00 00 00 00 00 00 00                          # documents
    04 00 00 00 00 00 00 00                          # terms: H T be bee
    01 00 00 00 00 00 00 00                          # source files
    01 00 00 00 00 00 00 00                          # references
    00 00 00 00 00 00 00 00                          # concepts
    00 00 00 00 00 00 00 00                          # first words of their wordings
    02 00 00 00 00 00 00 00                          # words in titles: T T
    01 00 00 00 00 00 00 00                          # in headings: H
    00 00 00 00 00 00 00 00                          # in asked-as
    05 00 00 00 00 00 00 00                          # in bodies: bee be, be bee be; not [1]
    9A 99 99 3F                                      # k1: 1.2
    9A 99 19 3F  00 00 00 40  CD CC CC 3F  00 00 80 3F  # weights: 0.6, 2, 1.6, 1
    9A 99 99 3E  00 00 00 3F  9A 99 99 3E  00 00 40 3F  # b: 0.3, 0.5, 0.3, 0.75
    00 00 00 00                                      # up to a multiple of eight

    # 2 sources, at 0x2C8
    04 61 2E 6D 64                                   # a.md
    00 00                                            # a document, not skipped
    1F                                               # 31 bytes
    88 77 66 55 44 33 22 11                          # its hash

    # 3 documents, at 0x2D8: where each record starts after this table, and where the last ends
    00 00 00 00 00 00 00 00
    12 00 00 00 00 00 00 00
    04 61 2E 6D 64  01 54                            # a.md, T
    A3 CA D4 09  00                                  # reviewed 20260131, no next review
    02 67 62  00                                     # country gb, no audience
    00 02                                            # passages from 0, two of them
    00 00 00 00 00 00                                # up to a multiple of eight

    # 4 references, at 0x300
    00 00 00 00 00 00 00 00
    0A 00 00 00 00 00 00 00
    01 72  01 52  01 50  01 75  01 31                # key r, title R, publisher P, URL u, date 1
    00 00 00 00 00 00

    # 5 passages, at 0x320
    00 00 00 00 00 00 00 00
    1D 00 00 00 00 00 00 00
    35 00 00 00 00 00 00 00
    00                                               # in document 0
    03 01  0A 0A                                     # line 3 and 1 more; byte 10, 10 long
    00  01 68                                        # not sensitive, anchor h
    01 01 48  00                                     # one heading: H; asked-as: none
    0A 62 65 65 20 62 65 20 5B 31 5D                 # bee be [1]
    01  00 00 0A                                     # one block: paragraph, depth 0, 10 bytes
    01 00                                            # one citation: reference 0
    00                                               # in document 0
    06 00  16 09                                     # line 6 alone; byte 22, 9 long
    01  00                                           # sensitive, no anchor
    00  00                                           # no heading, no asked-as
    09 62 65 20 62 65 65 20 62 65                    # be bee be
    01  01 01 09                                     # one block: list item, depth 1, 9 bytes
    00                                               # no citation
    00 00 00

    # 6 field lengths, at 0x370: title, heading, asked-as, body
    01 00  01 00  00 00  02 00
    01 00  00 00  00 00  03 00

    # 7 vector norms, at 0x380: idf of H is ln(1 + 2/1), of T, be and bee ln(1 + 2/2)
    68 4D D0 3F                                      # 1.627362 = sqrt(ln²3 + 3 ln²2)
    96 BA C3 3F                                      # 1.529132 = ln 2 sqrt(2 + (1 + ln 2)²)

    # 8 dictionary, at 0x388: block offsets, then per term: text, passages, lengths of its lists, strength
    00 00 00 00 00 00 00 00                          # one block, at 0
    01 48  00 00                                     # H; where the lists of this block start
    01 02 02 66                                      # 4/3 in heading, above 1.3125: 2^0 (1 + 6/16)
    00 01 54     02 02 02 54                         # 0 bytes shared, then T; 0.6: 2^-1 (1 + 4/16)
    00 02 62 65  02 04 02 6C                         # 0 bytes shared, then be; 2/1.15: 2^0 (1 + 12/16)
    02 01 65     02 02 02 63                         # 2 bytes shared, then e: bee; 1/0.85: 2^0 (1 + 3/16)
    00 00

    # 9 postings, at 0x3B0: fields (low half: counts follow; high half: once in each), distances, counts
    20 00                                            # H: in heading; distance of no bits
    10 00                                            # T: in title; distances of no bits
    88 00 01 02                                      # be: in body; counts, less one, of one bit: 0 1
    80 00                                            # bee: in body
    00 00 00 00 00 00

    # 10 positions, at 0x3C0: words between, of one bit each
    01 00                                            # H: 0
    01 00                                            # T: 0, 0
    01 05                                            # be: second word; first and third: 1, 0 1
    01 02                                            # bee: first word; second: 0, 1

    # 11 concepts, at 0x3C8; 12 wordings, at 0x3D0: none
    00 00 00 00 00 00 00 00
    00 00 00 00 00 00 00 00

    # 13 question lines, at 0x3D8
    00 00 00 00 00 00 00 00
    06 00 00 00 00 00 00 00
    07 00 00 00 00 00 00 00
    01  01 C3 E3 5A 02                               # one line of one word: low half of the hash of H
    00                                               # none
    00                                               # up to a multiple of eight

    # 14 vocabulary, at 0x3F8: where the words of each letter start, from a to z, and where the last end
    00 00 00 00 00 00 00 00                          # a
    00 00 00 00 00 00 00 00                          # b
    0B 00 00 00 00 00 00 00                          # c: after 11 bytes
    0B 00 00 00 00 00 00 00
    0B 00 00 00 00 00 00 00
    0B 00 00 00 00 00 00 00
    0B 00 00 00 00 00 00 00
    0B 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00                          # i: after 5 more
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    15 00 00 00 00 00 00 00                          # u: after 5 more
    15 00 00 00 00 00 00 00
    15 00 00 00 00 00 00 00
    15 00 00 00 00 00 00 00
    15 00 00 00 00 00 00 00
    15 00 00 00 00 00 00 00
    15 00 00 00 00 00 00 00                          # the end
    00 02 62 65  02 00                               # 0 bytes shared, then be: in 2 passages, no medicine
    02 01 65  02 00                                  # 2 bytes shared, then e: bee, in both
    00 01 68  01 00                                  # h: in one; folded
    00 01 74  02 00                                  # t: in both
    00 00 00

    # 15 urgent signs, at 0x4E8: no words, signs, countries; where their tables end; no groups
    00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00
    08 00 00 00 00 00 00 00  10 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00
    00 00 00 00 00 00 00 00                          # three tables without records
    00 00 00 00 00 00 00 00
    00 00 00 00 00 00 00 00

    # 16 answer kinds, at 0x530: none; [1] is a citation, no amount
    00 00
    00 00 00 00 00 00

    # 17 key terms, at 0x538: their weights are those of section 7, over the vector's length, times 255
    00 00 00 00 00 00 00 00
    09 00 00 00 00 00 00 00
    10 00 00 00 00 00 00 00
    04                                               # four
    00 AC                                            # H: 172.1 = 255 ln 3 / 1.627362
    00 6D  00 6D  00 6D                              # T, be, bee: 108.6 = 255 ln 2 / 1.627362
    03                                               # three
    01 74                                            # one left out, then T: 115.6 = 255 ln 2 / 1.529132
    00 C4                                            # be: 195.7 = 255 ln 2 (1 + ln 2) / 1.529132
    00 74                                            # bee, as T
    """

  static var goldenBytes: [UInt8] {
    var bytes = golden.split(separator: "\n").flatMap { line in
      line.prefix { $0 != "#" }.split(separator: " ").map { UInt8($0, radix: 16) ?? 0 }
    }
    func put(_ hash: ContentHash, at offset: Int) {
      for byte in 0..<8 {
        bytes[offset + byte] = UInt8(truncatingIfNeeded: hash.value >> UInt64(8 * byte))
      }
    }
    put(Analyzer(filters: []).fingerprint, at: 0x240)
    put(ContentHash(Array(bytes[0x240..<0x2C4])), at: 24 + 24)
    put(ContentHash(Array(bytes[..<568])), at: 568)
    return bytes
  }
}
