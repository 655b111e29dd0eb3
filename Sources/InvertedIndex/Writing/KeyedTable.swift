internal import CBytes

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
  /// Open addressing with linear steps. 0 is free; else the lower bits are an element's number plus 1,
  /// and the others those of its key's hash, so that hardly another element is ever looked at. Words
  /// met often are met early and so stand in the first slot looked at: nearly full, the table does as
  /// well as half full, in half the memory.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// The bits of a slot that are a number.
  private static var numberBits: UInt32 { 1 << 24 - 1 }

  /// The number of the element with a text.
  func find(_ key: WordKey, _ range: Range<Int>, of text: Span<UInt8>) -> Int? {
    find(key) { key.isWhole || matches($0, range, of: text) }
  }

  @inline(__always)
  private func find(_ key: WordKey, where matches: (Int) -> Bool) -> Int? {
    let (slots, elements, hash) = (slots.span, elements.span, key.hash)
    var slot = Self.slot(from: Int(hash), hash, in: slots)
    while slots[slot] != 0 {
      let number = Int(slots[slot] & Self.numberBits) - 1
      if elements[number].key == key, matches(number) { return number }
      slot = Self.slot(from: slot + 1, hash, in: slots)
    }
    return nil
  }

  /// The first slot from one on that is free or may be that of a key with a hash.
  @inline(__always)
  private static func slot(from start: Int, _ hash: UInt32, in slots: Span<UInt32>) -> Int {
    var slot = start & (slots.count - 1)
    while slots[slot] != 0, slots[slot] ^ hash > numberBits {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Makes `keys` start with those of a text's words, and `numbers` those of the elements that are
  /// probably theirs. Memory is sent for a pass before it is read, because waiting for it takes as
  /// long as all else.
  func guess(
    _ ranges: ArraySlice<Range<Int>>, of text: Span<UInt8>, _ keys: inout [WordKey],
    _ numbers: inout [UInt32]
  ) {
    if keys.count < ranges.count { keys.setCount(ranges.count, adding: WordKey()) }
    numbers.setCount(ranges.count, adding: 0)
    let (ranges, slots, elements) = (ranges.span, slots.span, elements.span)
    var keys = keys.mutableSpan
    var numbers = numbers.mutableSpan
    for index in ranges.indices {
      let key = WordKey(ranges[index], of: text)
      let hash = key.hash
      keys[index] = key
      numbers[index] = hash
      slots.willRead(Int(hash) & (slots.count - 1))
    }
    for index in ranges.indices {
      let hash = numbers[index]
      let slot = Self.slot(from: Int(hash), hash, in: slots)
      numbers[index] = (slots[slot] & Self.numberBits) &- 1
      elements.willRead(Int(numbers[index]))
    }
  }

  /// Makes sure of the numbers that are guessed for some keys, or puts the right ones there.
  ///
  /// - Returns: before the first whose text is new or longer than its key.
  func makeSure(of numbers: inout [UInt32], from start: Int, _ keys: [WordKey]) -> Int {
    let (keys, elements) = (keys.span, elements.span)
    var numbers = numbers.mutableSpan
    for index in start..<numbers.count {
      let (key, number) = (keys[index], Int(numbers[index]))
      guard key.isWhole else { return index }
      if number < elements.count, elements[number].key == key { continue }
      guard let known = find(key, where: { _ in true }) else { return index }
      numbers[index] = UInt32(truncatingIfNeeded: known)
    }
    return numbers.count
  }

  /// - Precondition: no element has that text.
  /// - Returns: its number.
  mutating func append(_ element: Element, _ range: Range<Int>, of text: Span<UInt8>) -> Int {
    precondition(elements.count < Self.numberBits, "more elements than a slot can tell apart")
    elements.append(element)
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
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
    let hash = elements[number].key.hash
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hash & ~Self.numberBits | UInt32(number + 1)
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

extension Span {
  /// Has an element sent for that is read soon; there may be none.
  func willRead(_ index: Int) {
    let start = unsafe withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    will_read(start &+ UInt(bitPattern: index &* MemoryLayout<Element>.stride))
  }
}
