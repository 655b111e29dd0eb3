import Foundation

@testable import InvertedIndex

extension MappedFile {
  /// These bytes, mapped from a file that is gone again.
  static func sample(_ bytes: [UInt8]) throws -> MappedFile {
    try withFile(of: bytes) { try MappedFile(path: $0) }
  }
}

/// Runs the body with the path of a file that lasts no longer: cheaper than a folder, for use in loops.
func withFile<Result>(of bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.path
  var template = Array("\(folder)/lmask-test-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  defer {
    close(descriptor)
    unlink(path)
  }
  guard write(descriptor, bytes, bytes.count) == bytes.count else {
    throw CocoaError(.fileWriteUnknown)
  }
  return try body(path)
}

/// Whether the body ends in `IndexError.damaged`; any other error is a failure of the test.
func reportsDamage(_ body: () throws -> Void) throws -> Bool {
  do { try body() } catch IndexError.damaged { return true }
  return false
}
