import Analysis
import Corpus

@testable import InvertedIndex

/// An index of two passages, small enough to be written out by hand and to be damaged at every byte.
///
/// Its analyzer has no filters: terms are the words as they stand.
enum TinyIndex {
  static var bytes: [UInt8] { content.bytes }

  static var content: IndexContent {
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
    writer.folders = ["", "f"]
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
    # Header: 24 bytes, twenty entries of 32, a hash of 8: 672 bytes.
    4C 4D 41 53 4B 49 44 58                          # LMASKIDX
    04 00 00 00  14 00 00 00                         # version 4, twenty sections
    B4 05 00 00 00 00 00 00                          # 1460 bytes in all
    # id, zero    offset                   length                   hash
    01 00 00 00 00 00 00 00  A0 02 00 00 00 00 00 00  84 00 00 00 00 00 00 00  .. .. .. .. .. .. .. ..
    02 00 00 00 00 00 00 00  28 03 00 00 00 00 00 00  21 00 00 00 00 00 00 00  AF 9C D9 C6 B9 44 95 4F
    03 00 00 00 00 00 00 00  50 03 00 00 00 00 00 00  29 00 00 00 00 00 00 00  CC F5 F1 65 D3 66 2E B7
    04 00 00 00 00 00 00 00  80 03 00 00 00 00 00 00  1A 00 00 00 00 00 00 00  8B 3F 25 01 AF 7B 52 2C
    05 00 00 00 00 00 00 00  A0 03 00 00 00 00 00 00  57 00 00 00 00 00 00 00  42 07 9C 98 C8 67 41 9C
    06 00 00 00 00 00 00 00  F8 03 00 00 00 00 00 00  10 00 00 00 00 00 00 00  D1 93 07 4B 77 1C B9 81
    07 00 00 00 00 00 00 00  08 04 00 00 00 00 00 00  08 00 00 00 00 00 00 00  3F BE 1A 4A 76 6B BD C0
    08 00 00 00 00 00 00 00  10 04 00 00 00 00 00 00  26 00 00 00 00 00 00 00  FD E4 6F 14 68 D3 E9 15
    09 00 00 00 00 00 00 00  38 04 00 00 00 00 00 00  0A 00 00 00 00 00 00 00  86 5C C1 16 EA 7C 50 91
    0A 00 00 00 00 00 00 00  48 04 00 00 00 00 00 00  08 00 00 00 00 00 00 00  A3 0B E8 12 11 DD D5 C5
    0B 00 00 00 00 00 00 00  50 04 00 00 00 00 00 00  0C 00 00 00 00 00 00 00  4F 0A D0 66 FA 05 94 91
    0C 00 00 00 00 00 00 00  60 04 00 00 00 00 00 00  0C 00 00 00 00 00 00 00  4F 0A D0 66 FA 05 94 91
    0D 00 00 00 00 00 00 00  70 04 00 00 00 00 00 00  1B 00 00 00 00 00 00 00  0B 52 D2 B7 6F D1 E4 58
    0E 00 00 00 00 00 00 00  90 04 00 00 00 00 00 00  89 00 00 00 00 00 00 00  AD 31 67 A9 CF C6 C1 4C
    0F 00 00 00 00 00 00 00  20 05 00 00 00 00 00 00  54 00 00 00 00 00 00 00  6C 6A 5D AC A1 89 D5 6C
    10 00 00 00 00 00 00 00  78 05 00 00 00 00 00 00  02 00 00 00 00 00 00 00  B0 6E 3A C9 24 07 AA 26
    11 00 00 00 00 00 00 00  80 05 00 00 00 00 00 00  24 00 00 00 00 00 00 00  73 EE 85 D7 C6 FB E4 52
    12 00 00 00 00 00 00 00  A8 05 00 00 00 00 00 00  00 00 00 00 00 00 00 00  99 E9 D8 51 37 DB 46 EF
    13 00 00 00 00 00 00 00  A8 05 00 00 00 00 00 00  04 00 00 00 00 00 00 00  B4 DE F2 5C FD A6 EF 3A
    14 00 00 00 00 00 00 00  B0 05 00 00 00 00 00 00  04 00 00 00 00 00 00 00  86 C2 3D 9E CF D0 CB 80
    .. .. .. .. .. .. .. ..                          # hash of the 664 bytes above

    # 1 summary, at 0x2A0
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

    # 2 sources, at 0x328: offsets, then one group of files
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00  11 00 00 00
    00 04 61 2E 6D 64                                # 0 bytes shared, then a.md
    00 00                                            # a document, not skipped
    1F                                               # 31 bytes
    88 77 66 55 44 33 22 11                          # its hash
    00 00 00 00 00 00 00                             # up to a multiple of eight

    # 3 documents, at 0x350: offsets, then one group of documents, compressed
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00  19 00 00 00
    28 B5 2F FD  20 10                               # a Zstandard frame of 16 bytes
    81 00 00                                         # the last block, as it stands
    04 61 2E 6D 64  01 54                            # a.md, T
    A3 CA D4 09  00                                  # reviewed 20260131, no next review
    02 67 62  00                                     # country gb, no audience
    00 00 00 00 00 00 00                             # up to a multiple of eight

    # 4 references, at 0x380
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00  0A 00 00 00
    01 72  01 52  01 50  01 75  01 31                # key r, title R, publisher P, URL u, date 1
    00 00 00 00 00 00                                # up to a multiple of eight

    # 5 passages, at 0x3A0: offsets, then each compressed
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00  24 00 00 00  43 00 00 00
    28 B5 2F FD  20 1B                               # a Zstandard frame of 27 bytes, no dictionary
    D9 00 00                                         # the last block, as it stands
    03 01  0A 0A                                     # line 3 and 1 more; byte 10, 10 long
    01 68                                            # anchor h
    01 01 48  00                                     # one heading: H; asked-as: none
    0A 62 65 65 20 62 65 20 5B 31 5D                 # bee be [1]
    01  00 00 0A                                     # one block: paragraph, depth 0, 10 bytes
    01 00                                            # one citation: reference 0
    28 B5 2F FD  20 16                               # a Zstandard frame of 22 bytes
    B1 00 00                                         # the last block, as it stands
    06 00  16 09                                     # line 6 alone; byte 22, 9 long
    00                                               # no anchor
    00  00                                           # no heading, no asked-as
    09 62 65 20 62 65 65 20 62 65                    # be bee be
    01  01 01 09                                     # one block: list item, depth 1, 9 bytes
    00                                               # no citation
    00                                               # up to a multiple of eight

    # 6 field lengths, at 0x3F8: title, heading, asked-as, body
    01 00  01 00  00 00  02 00
    01 00  00 00  00 00  03 00

    # 7 vector norms, at 0x408: idf of H is ln(1 + 2/1), of T, be and bee ln(1 + 2/2)
    68 4D D0 3F                                      # 1.627362 = sqrt(ln²3 + 3 ln²2)
    96 BA C3 3F                                      # 1.529132 = ln 2 sqrt(2 + (1 + ln 2)²)

    # 8 dictionary, at 0x410: block offsets, then per term: text, passages, lengths of its lists, strength
    00 00 00 00 00 00 00 00                          # one block, at 0
    01 48  00 00                                     # H; where the lists of this block start
    01 02 02 66                                      # 4/3 in heading, above 1.3125: 2^0 (1 + 6/16)
    00 01 54     02 02 02 54                         # 0 bytes shared, then T; 0.6: 2^-1 (1 + 4/16)
    00 02 62 65  02 04 02 6C                         # 0 bytes shared, then be; 2/1.15: 2^0 (1 + 12/16)
    02 01 65     02 02 02 63                         # 2 bytes shared, then e: bee; 1/0.85: 2^0 (1 + 3/16)
    00 00                                            # up to a multiple of eight

    # 9 postings, at 0x438: fields (low half: counts follow; high half: once in each), distances, counts
    20 00                                            # H: in heading; distance of no bits
    10 00                                            # T: in title; distances of no bits
    88 00 01 02                                      # be: in body; counts, less one, of one bit: 0 1
    80 00                                            # bee: in body
    00 00 00 00 00 00                                # up to a multiple of eight

    # 10 positions, at 0x448: words between, of one bit each
    01 00                                            # H: 0
    01 00                                            # T: 0, 0
    01 05                                            # be: second word; first and third: 1, 0 1
    01 02                                            # bee: first word; second: 0, 1

    # 11 concepts, at 0x450: none
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00
    00 00 00 00                                      # up to a multiple of eight

    # 12 wordings, at 0x460: none
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00
    00 00 00 00                                      # up to a multiple of eight

    # 13 question lines, at 0x470
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00  06 00 00 00  07 00 00 00
    01  01 C3 E3 5A 02                               # one line of one word: low half of the hash of H
    00                                               # none
    00 00 00 00 00                                   # up to a multiple of eight

    # 14 vocabulary, at 0x490: where the words of each letter start, from a to z, and where the last end
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00  00 00 00 00                         # a b
    0B 00 00 00  0B 00 00 00  0B 00 00 00            # c d e: after 11 bytes
    0B 00 00 00  0B 00 00 00  0B 00 00 00            # f g h
    10 00 00 00  10 00 00 00  10 00 00 00            # i j k: after 5 more
    10 00 00 00  10 00 00 00  10 00 00 00            # l m n
    10 00 00 00  10 00 00 00  10 00 00 00            # o p q
    10 00 00 00  10 00 00 00  10 00 00 00            # r s t
    15 00 00 00  15 00 00 00  15 00 00 00            # u v w: after 5 more
    15 00 00 00  15 00 00 00  15 00 00 00            # x y z
    15 00 00 00                                      # the end
    00 02 62 65  02 00                               # 0 bytes shared, then be: in 2 passages, no medicine
    02 01 65  02 00                                  # 2 bytes shared, then e: bee, in both
    00 01 68  01 00                                  # h: in one; folded
    00 01 74  02 00                                  # t: in both
    00 00 00 00 00 00 00                             # up to a multiple of eight

    # 15 urgent signs, at 0x520
    00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00
    0C 00 00 00 00 00 00 00  18 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00
    04 00 00 00 00 00 00 00  00 00 00 00             # three tables without records
    04 00 00 00 00 00 00 00  00 00 00 00
    04 00 00 00 00 00 00 00  00 00 00 00
    00 00 00 00                                      # up to a multiple of eight

    # 16 traits, at 0x578: no answer kinds, for [1] is a citation, no amount; the second is sensitive
    00 80
    00 00 00 00 00 00                                # up to a multiple of eight

    # 17 key terms, at 0x580: their weights are those of section 7, over the vector's length, times 255
    04 00 00 00 00 00 00 00                          # offsets of four bytes
    00 00 00 00  09 00 00 00  10 00 00 00
    04                                               # four
    00 AC                                            # H: 172.1 = 255 ln 3 / 1.627362
    00 6D  00 6D  00 6D                              # T, be, bee: 108.6 = 255 ln 2 / 1.627362
    03                                               # three
    01 74                                            # one left out, then T: 115.6 = 255 ln 2 / 1.529132
    00 C4                                            # be: 195.7 = 255 ln 2 (1 + ln 2) / 1.529132
    00 74                                            # bee, as T
    00 00 00 00                                      # up to a multiple of eight

    # 18 compression, at 0x5A8: too little text for a dictionary

    # 19 documents' first passages, at 0x5A8
    00 00 00 00
    00 00 00 00                                      # up to a multiple of eight

    # 20 folders, at 0x5B0: two
    02                                               # two
    00                                               # the corpus itself
    01 66                                            # f
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
    put(Analyzer(filters: []).fingerprint, at: 0x2A0)
    put(ContentHash(Array(bytes[0x2A0..<0x324])), at: 24 + 24)
    put(ContentHash(Array(bytes[..<664])), at: 664)
    return bytes
  }
}
