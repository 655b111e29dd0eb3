/// What it would take cmark to parse a Markdown text: an upper bound, told from its bytes alone.
///
/// cmark's tree takes about 200 bytes a node, and its time is not always linear: it walks up
/// through all blocks around it for every line and every emphasis, and back over all images that
/// were opened in a paragraph for every link that ends. No prose comes near the limits; text made
/// to exhaust the reader, or data that is no Markdown, does.
struct MarkdownCost: Equatable {
  /// At most so many.
  private(set) var nodes = 0
  /// Of blocks in blocks, at most.
  private(set) var depth = 0
  /// Lines and marks, each of which may walk up through all the depth.
  private(set) var climbs = 0
  /// The square of the images opened, paragraph by paragraph.
  private(set) var imageSteps = 0

  private var containers = 0
  private var imagesOfParagraph = 0

  /// Below this many bytes no text costs more than a moment.
  static let leastBytes = 16 << 10
  /// 0.4 GB at 200 bytes each.
  static let mostNodes = 2_000_000
  /// At up to 10 ns each, measured: a second.
  static let mostSteps = 100_000_000

  /// One pass over the text.
  init(of markdown: Span<UInt8>) {
    var start = 0
    while start < markdown.count {
      let end = markdown.firstIndex(of: 0x0A, from: start) ?? markdown.count
      add(line: markdown.extracting(start..<end))
      start = end + 1
    }
    closeParagraph()
    // Indentation nests only what stands in containers.
    depth = min(depth, containers)
  }

  var isBearable: Bool {
    nodes <= Self.mostNodes && depth * climbs <= Self.mostSteps && imageSteps <= Self.mostSteps
  }

  private mutating func add(line: Span<UInt8>) {
    climbs += 1
    let content = addContainers(of: line)
    guard content < line.count else { return closeParagraph() }
    nodes += 2
    for index in content..<line.count where line[index].isMarkup {
      nodes += 1
      climbs += 1
      let isImage = line[index] == UInt8(ascii: "!") && line.byte(at: index + 1) == 0x5B
      imagesOfParagraph += isImage ? 1 : 0
    }
  }

  /// Counts the marks of lists and quotations before a line's content; returns where that starts.
  private mutating func addContainers(of line: Span<UInt8>) -> Int {
    var index = 0
    var columns = 0
    var marks = 0
    while index < line.count, line[index].mayPrecedeContent {
      switch line[index] {
      case 0x20: columns += 1
      case 0x09: columns += 4
      case 0x30...0x39: break
      case UInt8(ascii: ">"): marks += 1
      default:
        let isContainer = [0, 0x09, 0x20].contains(line.byte(at: index + 1))
        marks += isContainer ? 1 : 0
        // Otherwise it may be emphasis.
        nodes += isContainer ? 0 : 1
        climbs += isContainer ? 0 : 1
      }
      index += 1
    }
    containers += marks
    nodes += 2 * marks
    // The least indentation that nests a list is two columns.
    depth = max(depth, marks + columns / 2)
    return index
  }

  private mutating func closeParagraph() {
    imageSteps += imagesOfParagraph * imagesOfParagraph
    imagesOfParagraph = 0
  }
}

extension Span<UInt8> {
  /// Zero past the end.
  fileprivate func byte(at index: Int) -> UInt8 { index < count ? self[index] : 0 }
}

extension UInt8 {
  /// Whether it may be part of a list's or quotation's mark, or stand between two.
  fileprivate var mayPrecedeContent: Bool {
    switch self {
    case 0x20, 0x09, 0x30...0x39, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// Whether it may start a node of its own.
  fileprivate var isMarkup: Bool {
    switch self {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}
