/// Citations in Pandoc's form, `[@key]` or `[@a; @b]`, in a block's text.
package enum CitationMarks {
  /// The keys cited, in order, with repeats.
  package static func keys(in text: String) -> [String] {
    scan(text).flatMap(\.keys)
  }

  /// Replaces every citation by numbered references.
  ///
  /// - Parameter numbers: keys by number, first is 1; keys not yet in it are appended.
  static func numbered(_ text: String, _ numbers: inout [String]) -> String {
    var out = ""
    var position = text.startIndex
    for group in scan(text) {
      out += text[position..<group.range.lowerBound]
      for key in group.keys {
        if !numbers.contains(key) { numbers.append(key) }
        let number = (numbers.firstIndex(of: key) ?? 0) + 1
        out += "[\(number)]"
      }
      position = group.range.upperBound
    }
    return out + text[position...]
  }

  /// The text without its citations and the spaces before them.
  package static func removed(from text: String) -> String {
    var out = ""
    var position = text.startIndex
    for group in scan(text) {
      out += text[position..<group.range.lowerBound]
      while out.last == " " { out.removeLast() }
      position = group.range.upperBound
    }
    return out + text[position...]
  }

  private struct Group {
    let range: Range<String.Index>
    let keys: [String]
  }

  private static func scan(_ text: String) -> [Group] {
    guard text.utf8.contains(0x40) else { return [] }
    var groups: [Group] = []
    var position = text.startIndex
    // Brackets are looked for as bytes: ten times as fast as by characters.
    while let open = text.utf8[position...].firstIndex(of: UInt8(ascii: "[")) {
      let inside = text.utf8.index(after: open)
      position = inside
      guard
        let close = text.utf8[inside...].firstIndex(where: {
          $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[")
        }),
        text.utf8[close] == UInt8(ascii: "]"), let keys = keys(inBrackets: text[inside..<close])
      else { continue }
      let end = text.utf8.index(after: close)
      groups.append(Group(range: open..<end, keys: keys))
      position = end
    }
    return groups
  }

  /// Every part between semicolons must cite: `@key`, perhaps with a word before and a page after.
  private static func keys(inBrackets text: Substring) -> [String]? {
    var keys: [String] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let mark = part.firstIndex(of: "@") else { return nil }
      let before = part[..<mark].last
      guard before == nil || before == " " || before == "-" else { return nil }
      let key = part[part.index(after: mark)...].prefix(while: isKeyCharacter)
      let trimmed = key.last == "." || key.last == ":" ? key.dropLast() : key
      guard !trimmed.isEmpty else { return nil }
      keys.append(String(trimmed))
    }
    return keys
  }

  private static func isKeyCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-:.#$%&+?<>~/".contains(character)
  }
}
