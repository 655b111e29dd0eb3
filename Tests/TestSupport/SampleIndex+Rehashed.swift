import Corpus
import InvertedIndex

extension SampleIndex {
  /// The same file with the hashes made right after a change of one byte.
  package static func rehashed(_ bytes: [UInt8], at changed: Int) -> [UInt8] {
    var bytes = bytes
    func number(at offset: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    func put(_ hash: ContentHash, at offset: Int) {
      for byte in 0..<8 {
        bytes[offset + byte] = UInt8(truncatingIfNeeded: hash.value >> UInt64(8 * byte))
      }
    }
    for entry in 0..<IndexFormat.Section.allCases.count {
      let offset = IndexFormat.fixedHeaderSize + entry * IndexFormat.sectionEntrySize
      let start = number(at: offset + 8)
      let section = start..<start + number(at: offset + 16)
      if section.contains(changed) { put(ContentHash(Array(bytes[section])), at: offset + 24) }
    }
    let end = IndexFormat.headerSize - 8
    put(ContentHash(Array(bytes[..<end])), at: end)
    return bytes
  }
}
