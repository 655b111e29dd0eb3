import Foundation

/// The checkout that the tests were built from.
package enum Repository {
  package static let path: String = {
    let file = URL(fileURLWithPath: #filePath)
    return file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }()

  /// The shipped corpus.
  package static var corpus: String { path + "/Corpus" }

  /// A folder of test material beside the tests of one target, such as `lmaskTests/Goldens`.
  package static func testFile(_ name: String) -> String { path + "/Tests/" + name }
}
