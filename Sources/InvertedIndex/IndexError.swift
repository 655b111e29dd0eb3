/// What can be wrong with an index file.
package enum IndexError: Error, Equatable {
  case missing(path: String)
  case isAFolder(path: String)
  case unreadable(path: String, reason: String)
  case notAnIndex(path: String)
  case wrongVersion(path: String, found: Int, readable: Int)
  /// - offset: in bytes from the start of the file.
  case damaged(path: String, offset: Int, reason: String)
  case unwritable(path: String, reason: String)
  case noPlace(reason: String)
}

extension IndexError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such index; run \"lmask index\""
    case .isAFolder(let path):
      "\(path): is a folder, not an index; name a file with --index"
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); check its permissions or name another with --index"
    case .notAnIndex(let path):
      "\(path): is not an lmask index; move it away or name another place with --index"
    case .wrongVersion(let path, let found, let readable):
      "\(path): format version \(found), this lmask reads \(readable); run \"lmask index\""
    case .damaged(let path, let offset, let reason):
      "\(path): damaged at byte \(offset) (\(reason)); run \"lmask index\""
    case .unwritable(let path, let reason):
      "\(path): cannot be written (\(reason)); name another place with --index"
    case .noPlace(let reason):
      "no place for the index (\(reason)); name one with --index"
    }
  }
}
