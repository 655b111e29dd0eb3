/// One file below the corpus folder.
package struct CorpusFile: Equatable, Sendable {
  /// What a file is to the corpus.
  package enum Role: UInt8, Sendable {
    /// Parsed into passages.
    case document = 0
    /// Describes the documents: bibliography and the like.
    case data = 1
  }

  /// Relative to the corpus folder, with `/` between names.
  package let path: String
  package let role: Role
  /// In bytes.
  package let size: Int
  /// The later of the times of modification and of status change.
  package let touched: FileTime

  package init(path: String, role: Role, size: Int, touched: FileTime) {
    self.path = path
    self.role = role
    self.size = size
    self.touched = touched
  }
}

/// A file that gives no passages, and why.
package struct SkippedFile: Equatable, Sendable {
  /// Why a file was passed over.
  package enum Reason: UInt8, Sendable {
    case unknownFormat = 0
    case binary = 1
    case unreadable = 2
    case loop = 3
    case notUTF8Name = 4
    case notAFile = 5
    case tooLarge = 6

    /// In the words shown to the person.
    package var words: String {
      switch self {
      case .unknownFormat: "not .md or .txt"
      case .binary: "binary"
      case .unreadable: "unreadable"
      case .loop: "a link that leads back to itself"
      case .notUTF8Name: "name is not UTF-8"
      case .notAFile: "no regular file"
      case .tooLarge: "too large: over \(CorpusReader.largestFile >> 20) MB; split it"
      }
    }
  }

  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// Everything found below the corpus folder, sorted by the UTF-8 bytes of the paths.
package struct CorpusListing: Equatable, Sendable {
  package var files = CorpusFiles()
  package var skipped: [SkippedFile] = []
  /// Whether some folder or file may not be read by everybody, so that what is made of them may not either.
  package var isPrivate = false
  /// Every folder that was looked into, the corpus folder itself ("") first.
  package var folders: [String] = []

  package init(files: CorpusFiles = [], skipped: [SkippedFile] = [], folders: [String] = []) {
    self.files = files
    self.skipped = skipped
    self.folders = folders
  }

  /// Adds what another part of the corpus holds.
  mutating func append(_ other: CorpusListing) {
    files.append(contentsOf: other.files)
    skipped += other.skipped
    isPrivate = isPrivate || other.isPrivate
    folders += other.folders
  }

  /// The files to parse, in corpus order.
  package var documents: [CorpusFile] { files.filter { $0.role == .document } }
}
