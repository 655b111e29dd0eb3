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
    var folders: [(path: String, status: FileStatus)] = []
    try FileSystem.forEachEntry(inFolder: folder.isEmpty ? root : root + "/" + folder) {
      if let one = visit($0, relativeTo: folder) { folders.append(one) }
    }
    for (path, status) in folders { enter(path, status) }
  }

  /// Notes an entry.
  ///
  /// - Returns: the path, if it is a folder to be entered.
  private mutating func visit(
    _ entry: FolderEntry, relativeTo folder: String
  ) -> (path: String, status: FileStatus)? {
    // "." hides and "_" marks drafts; the root's README speaks to maintainers.
    if entry.name.hasPrefix(".") || entry.name.hasPrefix("_") { return nil }
    let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
    if path == "README.md" { return nil }
    guard !entry.name.utf8.contains(0xEF) || !entry.name.unicodeScalars.contains("\u{FFFD}") else {
      skip(path, .notUTF8Name)
      return nil
    }
    if case .success(let status) = entry.status { notePermissions(status) }
    switch entry.status {
    case .success(let status) where status.kind == .folder: return (path, status)
    case .success(let status) where status.kind == .file: add(path, status)
    case .success: skip(path, .notAFile)
    case .failure(let error): skip(path, error.isLoop ? .loop : .unreadable)
    }
    return nil
  }

  private mutating func notePermissions(_ status: FileStatus) {
    if !status.isReadableByAll { listing.isPrivate = true }
  }

  private mutating func enter(_ path: String, _ status: FileStatus) {
    guard !openFolders.contains(status.identity) else { return skip(path, .loop) }
    openFolders.append(status.identity)
    defer { openFolders.removeLast() }
    do throws(SystemError) { try visitEntries(of: path) } catch {
      return skip(path, .unreadable)
    }
    listing.folders.append(path)
  }

  private mutating func add(_ path: String, _ status: FileStatus) {
    let role: CorpusFile.Role
    if CorpusReader.dataFileNames.contains(path) {
      role = .data
    } else if DocumentParsers.parser(forPath: path) != nil {
      role = .document
    } else {
      return skip(path, .unknownFormat)
    }
    listing.files.append(
      CorpusFile(path: path, role: role, size: status.size, touched: status.touched))
  }

  private mutating func skip(_ path: String, _ reason: SkippedFile.Reason) {
    listing.skipped.append(SkippedFile(path: path, reason: reason))
  }
}
