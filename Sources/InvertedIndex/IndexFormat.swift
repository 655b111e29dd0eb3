/// The layout of an index file; `Index/README.md` says the same in prose.
///
/// History:
/// - version 1: the first.
/// - version 2: sections 16 and 17; a concept's record names the concepts to see also, and says
///   whether the corpus tells of it.
/// - version 3: urgent signs are found by the words of a question, not read whole.
/// - version 4: postings and positions in packed blocks, each with its highest strength; the
///   dictionary tells lengths, maxima and floors; the summary has the parameters of these; passages and
///   documents are compressed; sections 18 to 20; tables of records say the size of their offsets;
///   whether a passage is sensitive stands with its traits.
package enum IndexFormat {
  /// The file's first eight bytes.
  package static let magic: [UInt8] = [0x4C, 0x4D, 0x41, 0x53, 0x4B, 0x49, 0x44, 0x58]

  /// Goes up with every change of layout; this program reads this one only.
  package static let version = 4

  /// In bytes. Up to this size a whole file is compared with its hashes whenever it is opened.
  package static let mostCheckedAtOpening = 1 << 19

  /// The parts of a file, in their order. Each starts at a multiple of eight bytes.
  package enum Section: UInt32, CaseIterable, Sendable {
    case summary = 1
    case sources = 2
    case documents = 3
    case references = 4
    case passages = 5
    case fieldLengths = 6
    case vectorNorms = 7
    case dictionary = 8
    case postings = 9
    case positions = 10
    case concepts = 11
    case wordings = 12
    case questionLines = 13
    case vocabulary = 14
    case urgentSigns = 15
    case traits = 16
    case keyTerms = 17
    case compression = 18
    case documentStarts = 19
    case folders = 20
  }

  /// In bytes: magic, version, section count, file length.
  package static let fixedHeaderSize = 24
  /// In bytes: id, zero, offset, length, hash.
  package static let sectionEntrySize = 32
  /// In bytes, the header's own hash included.
  package static let headerSize = fixedHeaderSize + Section.allCases.count * sectionEntrySize + 8

  static let alignment = 8
  /// Terms whose common beginnings are written once.
  static let termsPerBlock = 16
  /// Postings that are passed over in one step.
  static let postingsPerBlock = 128
  /// So many postings reach the floor of their list.
  package static let postingsAtFloor = 50
  /// Bytes of one entry of a posting list's table of blocks.
  static let skipEntrySize = 7
  /// Positions left free between two texts of one field, so that no phrase spans them.
  package static let positionGap = 16
}
