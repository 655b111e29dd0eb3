extension Array {
  /// Adds elements at the end, or takes them away there, until there are so many.
  mutating func setCount(_ count: Int, adding element: Element) {
    let missing = count - self.count
    if missing > 0 { self += repeatElement(element, count: missing) } else { removeLast(-missing) }
  }
}
