@testable import InvertedIndex

extension IndexHeader {
  /// A file of these sections, the others empty, under a right header.
  static func assemble(_ sections: [IndexFormat.Section: [UInt8]]) -> [UInt8] {
    var content = IndexContent()
    for (section, bytes) in sections { content[section] = [.bytes(bytes)] }
    return content.bytes
  }
}
