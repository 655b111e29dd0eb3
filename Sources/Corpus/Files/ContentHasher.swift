/// Makes a `ContentHash` of bytes that come in stretches.
package struct ContentHasher {
  private var state = ContentHash.State()
  /// What does not fill a stripe yet.
  private var rest: [UInt8] = []
  private var count = 0

  package init() {}

  package mutating func combine(_ bytes: RawSpan) {
    count += bytes.byteCount
    var bytes = bytes
    if !rest.isEmpty {
      let missing = min(ContentHash.stripeSize - rest.count, bytes.byteCount)
      append(bytes.extracting(first: missing))
      bytes = bytes.extracting(droppingFirst: missing)
      guard rest.count == ContentHash.stripeSize else { return }
      let stripe = rest
      unsafe state.combine(stripesOf: stripe.span.bytes)
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.byteCount / ContentHash.stripeSize * ContentHash.stripeSize
    state.combine(stripesOf: bytes.extracting(first: whole))
    append(bytes.extracting(droppingFirst: whole))
  }

  package consuming func finish() -> ContentHash {
    unsafe ContentHash(state, rest: rest.span.bytes, count: count)
  }

  private mutating func append(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { unsafe rest.append(contentsOf: $0) }
  }
}
