/// Walks a corpus folder in a fixed order, whatever order the file system gives.
struct CorpusWalker {
  let root: String
  private var listing = CorpusListing()
  private var openFolders: [FileIdentity] = []

  init(root: String) { self.root = root }

  /// - Throws: `CorpusError` if the folder itself is missing, a file, or unreadable. What is wrong
  ///   further down is named in the listing's skipped files.
  mutating func walk() throws(CorpusError) -> CorpusListing {
    let status = try rootStatus()
    openFolders = [status.identity]
    notePermissions(status)
    do throws(SystemError) { try visitEntries(of: "") } catch {
      throw .unreadable(path: root, reason: error.description)
    }
    listing.folders.append("")
    listing.folders.sort { $0.precedesInBytes($1) }
    listing.files.sort()
    listing.skipped.sort { $0.path.precedesInBytes($1.path) }
    return listing
  }

  private func rootStatus() throws(CorpusError) -> FileStatus {
    let status: FileStatus
    do { status = try FileSystem.status(of: root) } catch {
      guard error.isMissing else { throw .unreadable(path: root, reason: error.description) }
      throw .missing(path: root)
    }
    guard status.kind == .folder else { throw .notAFolder(path: root) }
    return status
  }

  /// Folders are entered when all else is noted, so that no more than one is open at a time.
  private mutating func visitEntries(of folder: String) throws(SystemError) {
    for (path, status) in try note(entriesOf: folder) { enter(path, status) }
  }

  /// - Returns: the folders among them.
  private mutating func note(
    entriesOf folder: String
  ) throws(SystemError) -> [(path: String, status: FileStatus)] {
    var folders: [(path: String, status: FileStatus)] = []
    let open = try OpenFolder(folder.isEmpty ? root : root + "/" + folder)
    let names = try open.names()
    var first = names.next(atMost: Self.namesAtATime)
    // Most of the time is the system's, which tells of files on all cores at once; of few, one
    // thread has asked before others are started.
    let isLarge = first?.count == Self.namesAtATime
    var threads = Array(0..<(isLarge ? Workers.count : 1))
    Workers.stream(&threads) {
      defer { first = nil }
      return first ?? names.next(atMost: Self.namesAtATime)
    } each: { _, some in
      FolderPart(some, of: open, path: folder)
    } inOrder: { part in
      listing.append(part.listing)
      folders += part.folders
    }
    return folders
  }

  private static let namesAtATime = 1 << 9

  private mutating func enter(_ path: String, _ status: FileStatus) {
    guard !openFolders.contains(status.identity) else { return skip(path, .loop) }
    openFolders.append(status.identity)
    defer { openFolders.removeLast() }
    do throws(SystemError) { try visitEntries(of: path) } catch {
      return skip(path, .unreadable)
    }
    listing.folders.append(path)
  }

  private mutating func notePermissions(_ status: FileStatus) {
    if !status.isReadableByAll { listing.isPrivate = true }
  }

  private mutating func skip(_ path: String, _ reason: SkippedFile.Reason) {
    listing.skipped.append(SkippedFile(path: path, reason: reason))
  }
}

/// What some entries of a folder are.
private struct FolderPart {
  private(set) var listing = CorpusListing()
  /// To be entered.
  private(set) var folders: [(path: String, status: FileStatus)] = []
  /// With a slash behind it; empty for the corpus itself.
  private let folder: [UInt8]

  init(_ names: FolderNames, of open: borrowing OpenFolder, path: String) {
    folder = path.isEmpty ? [] : Array(path.utf8) + [0x2F]
    var name: [UInt8] = []
    for index in 0..<names.count {
      name.removeAll(keepingCapacity: true)
      name += names[index]
      visit(&name, in: open)
    }
    // Whoever brings the parts together finds them in order already.
    listing.files.sort()
  }

  private mutating func visit(_ name: inout [UInt8], in open: borrowing OpenFolder) {
    // "." hides and "_" marks drafts; the root's README speaks to maintainers.
    if name[0] == UInt8(ascii: ".") || name[0] == UInt8(ascii: "_") { return }
    if folder.isEmpty && name == Self.readme { return }
    guard name.allSatisfy({ $0 < 0x80 }) || !name.text.unicodeScalars.contains("\u{FFFD}") else {
      return skip(name, .notUTF8Name)
    }
    do throws(SystemError) {
      let status = try open.status(of: &name)
      if !status.isReadableByAll { listing.isPrivate = true }
      switch status.kind {
      case .folder: folders.append(((folder + name).text, status))
      case .file: add(name, status)
      case .other: skip(name, .notAFile)
      }
    } catch { skip(name, error.isLoop ? .loop : .unreadable) }
  }

  private mutating func add(_ name: [UInt8], _ status: FileStatus) {
    let role: CorpusFile.Role
    if folder.isEmpty && Self.dataFileNames.contains(name) {
      role = .data
    } else if DocumentParsers.parser(forPath: name.span) != nil {
      role = .document
    } else {
      return skip(name, .unknownFormat)
    }
    listing.files.append(
      folder, name, role: role, size: status.size, touched: status.touched)
  }

  private mutating func skip(_ name: [UInt8], _ reason: SkippedFile.Reason) {
    listing.skipped.append(SkippedFile(path: (folder + name).text, reason: reason))
  }

  private static let readme = Array("README.md".utf8)
  private static let dataFileNames = CorpusReader.dataFileNames.map { Array($0.utf8) }
}
