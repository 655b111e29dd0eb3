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
    let names: [String]
    do { names = try FileSystem.names(inFolder: root) } catch {
      throw .unreadable(path: root, reason: error.description)
    }
    openFolders = [status.identity]
    notePermissions(status)
    for name in names { visit(name, relativeTo: "") }
    listing.folders.append("")
    listing.folders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    listing.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    listing.skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
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

  private mutating func visit(_ name: String, relativeTo folder: String) {
    // "." hides and "_" marks drafts; the root's README speaks to maintainers.
    if name.hasPrefix(".") || name.hasPrefix("_") { return }
    let path = folder + name
    if path == "README.md" { return }
    guard !name.unicodeScalars.contains("\u{FFFD}") else { return skip(path, .notUTF8Name) }
    guard let status = try? FileSystem.status(of: root + "/" + path) else {
      return skip(path, isLinkToItself(path) ? .loop : .unreadable)
    }
    notePermissions(status)
    switch status.kind {
    case .folder: enter(path, status)
    case .file: add(path, status)
    case .other: skip(path, .notAFile)
    }
  }

  private mutating func notePermissions(_ status: FileStatus) {
    if !status.isReadableByAll { listing.isPrivate = true }
  }

  private func isLinkToItself(_ path: String) -> Bool {
    do { _ = try FileSystem.status(of: root + "/" + path) } catch { return error.isLoop }
    return false
  }

  private mutating func enter(_ path: String, _ status: FileStatus) {
    guard !openFolders.contains(status.identity) else { return skip(path, .loop) }
    guard let names = try? FileSystem.names(inFolder: root + "/" + path) else {
      return skip(path, .unreadable)
    }
    listing.folders.append(path)
    openFolders.append(status.identity)
    for name in names { visit(name, relativeTo: path + "/") }
    openFolders.removeLast()
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
