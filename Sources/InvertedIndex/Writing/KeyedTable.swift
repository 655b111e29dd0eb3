/// What is found by the bytes of a text.
protocol Keyed {
  /// Of that text.
  var key: WordKey { get }
}

/// Elements by the bytes of their texts, numbered densely in the order in which they were added.
///
/// Made for words: a dictionary of strings takes several times as long. And strings are equal if they
/// look alike, a Korean syllable and its parted letters, say; the one met first would stand for both,
/// and which is first depends on who does what on which core.
struct KeyedTable<Element: Keyed> {
  private(set) var elements: [Element] = []
  /// The texts' bytes one after another, and where each starts; one more for the end.
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// Open addressing with linear steps; 0 is free, else an element's number plus 1. Words met often
  /// are met early and so stand in the first slot looked at: nearly full, the table does as well
  /// as half full, in half the memory.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// The number of the element with a text.
  func find(_ key: WordKey, _ range: Range<Int>, of text: Span<UInt8>) -> Int? {
    let (slots, elements) = (slots.span, elements.span)
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if elements[number].key == key, key.isWhole || matches(number, range, of: text) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Makes `numbers` hold what stands in the first slots where texts with some keys might: most are
  /// theirs.
  func guess(_ keys: ArraySlice<WordKey>, into numbers: inout [UInt32]) {
    numbers.removeAll(keepingCapacity: true)
    numbers += repeatElement(0, count: keys.count)
    var numbers = numbers.mutableSpan
    let (keys, slots) = (keys.span, slots.span)
    for index in keys.indices {
      numbers[index] = slots[Int(truncatingIfNeeded: keys[index].hash) & (slots.count - 1)] &- 1
    }
  }

  /// The first index from another on whose number may not be that of the text with its key.
  func endOfSureNumbers(from start: Int, _ numbers: [UInt32], _ keys: [WordKey]) -> Int {
    let (numbers, keys, elements) = (numbers.span, keys.span, elements.span)
    var index = start
    while index < numbers.count {
      let (number, key) = (Int(numbers[index]), keys[index])
      guard number < elements.count, elements[number].key == key, key.isWhole else { break }
      index += 1
    }
    return index
  }

  /// - Precondition: no element has that text.
  /// - Returns: its number.
  mutating func append(_ element: Element, _ range: Range<Int>, of text: Span<UInt8>) -> Int {
    elements.append(element)
    for index in range { bytes.append(text[index]) }
    starts.append(bytes.count)
    if elements.count * 4 > slots.count * 3 {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for number in elements.indices { enter(number) }
    } else {
      enter(elements.count - 1)
    }
    return elements.count - 1
  }

  private mutating func enter(_ number: Int) {
    var slot = Int(truncatingIfNeeded: elements[number].key.hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }

  private func matches(_ number: Int, _ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }
}
