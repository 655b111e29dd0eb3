/// Reads a corpus: files ─▶ documents ─▶ passages.
///
/// The front door of this stage. `listing` finds the files, `contents(of:)` turns one of them into
/// passages. Both are pure functions of what is on disk, in an order that does not depend on the
/// file system, so that the same corpus always gives the same passages.
package struct CorpusReader: Sendable {
  /// Words that mean the same; the next stage reads it.
  package static let thesaurusFileName = "thesaurus.txt"

  /// Files at the corpus's root that describe the documents.
  package static let dataFileNames = [
    Bibliography.fileName, UrgentSigns.fileName, thesaurusFileName,
  ]

  /// Changes whenever the same files may give other passages.
  package static let fingerprint = "passages-1"

  /// In bytes. No person writes longer documents; what is longer is passed over unread, so that a
  /// stray dump of data costs neither time nor memory.
  package static let largestFile = 64 << 20

  /// The corpus folder.
  package let root: String
  private let splitter: PassageSplitter
  private let largestFile: Int
  /// The corpus folder; nil if each file is looked for from the root of the file system.
  private var folder: HeldFolder?

  package init(
    root: String, splitter: PassageSplitter = PassageSplitter(),
    largestFile: Int = Self.largestFile
  ) {
    self.root = root
    self.splitter = splitter
    self.largestFile = largestFile
  }

  /// The same for reading many files: keeps the folder open, so that the path to it is walked once.
  package func holdingFolder() -> CorpusReader {
    var reader = self
    reader.folder = try? HeldFolder(root)
    return reader
  }

  /// Closed when the last reader that holds it is gone.
  private final class HeldFolder: Sendable {
    let folder: OpenFolder

    init(_ path: String) throws(SystemError) { folder = try OpenFolder(path) }
  }

  /// What one file gives.
  package struct Contents: Sendable {
    package let title: String
    package let frontMatter: FrontMatter
    package let passages: [Passage]
    package let hash: ContentHash
    /// Whether bytes that are not UTF-8 were replaced.
    package let wasRepaired: Bool
  }

  /// Why a file that should have given passages did not.
  package enum Failure: Error {
    case skipped(SkippedFile.Reason, ContentHash)
    case malformed(CorpusError)
  }

  /// - Throws: `CorpusError` if the folder is missing, a file, or unreadable.
  package func listing() throws(CorpusError) -> CorpusListing {
    var walker = CorpusWalker(root: root)
    return try walker.walk()
  }

  /// The hash of a file as it is now; nil if it cannot be read or is too large.
  ///
  /// - Parameter path: relative to the corpus folder.
  package func hash(ofFile path: String) -> ContentHash? {
    (try? self.bytes(ofFile: path)).map { ContentHash($0) }
  }

  /// Nil if the corpus has no bibliography.
  ///
  /// - Throws: `CorpusError` if it cannot be read or is not CSL-JSON.
  package func bibliography(in listing: CorpusListing) throws(CorpusError) -> Bibliography? {
    guard let file = listing.files.first(withPath: Bibliography.fileName) else {
      return nil
    }
    do {
      return try Bibliography(json: bytes(ofFile: file.path), path: file.path)
    } catch let error as CorpusError {
      throw error
    } catch {
      throw .unreadable(path: file.path, reason: "\(error)")
    }
  }

  /// Parses one document and cuts it into passages.
  ///
  /// - Parameter bibliography: resolves the citations; without one they stay as typed.
  /// - Throws: `Failure.skipped` for a file that is no text, `.malformed` for one that is wrong.
  package func contents(
    of file: CorpusFile, citing bibliography: Bibliography?
  ) throws(Failure) -> Contents {
    let (document, source, hash) = try document(of: file)
    do throws(CorpusError) {
      try checkAnchors(of: document)
      if let bibliography { try checkCitations(of: document, source, in: bibliography) }
      let passages = splitter.passages(
        of: document, from: source, resolvesCitations: bibliography != nil)
      return Contents(
        title: document.title, frontMatter: document.frontMatter, passages: passages, hash: hash,
        wasRepaired: source.wasRepaired)
    } catch {
      throw .malformed(error)
    }
  }

  /// Parses one document.
  ///
  /// - Returns: the document, the text its places refer to, and the hash of the file.
  package func document(
    of file: CorpusFile
  ) throws(Failure) -> (document: Document, source: SourceText, hash: ContentHash) {
    guard let parser = DocumentParsers.parser(forPath: file.path) else {
      throw .skipped(.unknownFormat, ContentHash([]))
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try self.bytes(ofFile: file.path, likelySize: file.size)
    } catch {
      throw .skipped(error.isTooLarge ? .tooLarge : .unreadable, ContentHash([]))
    }
    let hash = ContentHash(bytes)
    guard bytes.span.firstIndex(of: 0) == nil else { throw .skipped(.binary, hash) }
    let source = SourceText(path: file.path, bytes: bytes)
    do throws(CorpusError) { return (try parser.parse(source), source, hash) } catch {
      throw .malformed(error)
    }
  }

  /// The text of a data file at the root of the corpus; nil if there is none.
  ///
  /// - Throws: `CorpusError.unreadable`.
  package func dataFile(
    _ name: String, in listing: CorpusListing
  ) throws(CorpusError) -> SourceText? {
    guard let file = listing.files.first(withPath: name), file.role == .data else {
      return nil
    }
    do throws(SystemError) {
      return SourceText(path: name, bytes: try bytes(ofFile: file.path))
    } catch {
      throw .unreadable(path: name, reason: error.description)
    }
  }

  private func bytes(
    ofFile path: String, likelySize size: Int = 0
  ) throws(SystemError) -> [UInt8] {
    if let folder {
      return try folder.folder.bytes(ofFile: path, likelySize: size, limit: largestFile)
    }
    return try FileSystem.bytes(ofFile: root + "/" + path, likelySize: size, limit: largestFile)
  }

  private func checkCitations(
    of document: Document, _ source: SourceText, in bibliography: Bibliography
  ) throws(CorpusError) {
    for block in document.sections.flatMap(\.blocks) where block.mayCite {
      for key in CitationMarks.keys(in: block.text) where bibliography[key] == nil {
        // A citation may go on over a line break; then its key is looked for by itself.
        let line =
          block.lines.first { CitationMarks.keys(in: source.line($0)).contains(key) }
          ?? block.lines.first { source.line($0).contains("@" + key) }
        throw .citationUnknown(
          path: document.path, line: line ?? block.lines.lowerBound, key: key)
      }
    }
  }

  private func checkAnchors(of document: Document) throws(CorpusError) {
    var lines: [String: Int] = [:]
    for section in document.sections {
      for heading in section.headings {
        guard let anchor = heading.anchor else { continue }
        if let line = lines[anchor], line != heading.line {
          throw .anchorRepeated(
            path: document.path, line: heading.line, anchor: anchor, firstLine: line)
        }
        lines[anchor] = heading.line
      }
    }
  }
}
