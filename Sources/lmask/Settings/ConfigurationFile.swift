internal import Corpus

/// The few defaults that a person wants to keep: `name = value` lines and comments.
struct ConfigurationFile {
  let path: String

  /// `$XDG_CONFIG_HOME/lmask/config`; nil if there is no home to look in.
  init?(environment: Environment) {
    guard let folder = environment.folder("XDG_CONFIG_HOME", orInHome: ".config") else {
      return nil
    }
    path = folder + "/lmask/config"
  }

  /// Sets what the file says; a file that is not there says nothing.
  ///
  /// - Throws: `Trouble` with file and line.
  func apply(to settings: inout AskSettings) throws(Trouble) {
    guard let text = try text() else { return }
    let lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0.isNewline })
    for (number, line) in lines.enumerated() {
      do throws(Fault) { try Self.apply(line, to: &settings) } catch {
        throw Trouble(.trouble, "\(path):\(number + 1): \(error.sentence)")
      }
    }
  }

  /// Nil if there is no such file.
  private func text() throws(Trouble) -> String? {
    do throws(SystemError) {
      // Opening anything else, a pipe say, might wait for ever.
      if try FileSystem.status(of: path).kind == .file {
        return String(decoding: try FileSystem.bytes(ofFile: path), as: UTF8.self)
      }
    } catch {
      if error.isMissing { return nil }
      throw Trouble(.trouble, "\(path): cannot be read (\(error)); check its permissions")
    }
    throw Trouble(.trouble, "\(path): this is no file; remove it or put a file of settings there")
  }

  private struct Fault: Error { let sentence: String }

  private static func apply(
    _ line: Substring, to settings: inout AskSettings
  ) throws(Fault) {
    let text = withoutComment(line.trimmed)
    guard !text.isEmpty else { return }
    guard let equals = text.firstIndex(of: "=") else {
      throw Fault(sentence: "there is no \"=\"; write name = value")
    }
    let (name, value) = (text[..<equals].trimmed, text[text.index(after: equals)...].trimmed)
    guard let setting = Setting.named(name, in: .file) else {
      let names = Setting.all(in: .file).map(\.name).joined(separator: ", ")
      let cure = Setting.nearest(to: name, in: .file).map { "did you mean \($0)?" }
      throw Fault(sentence: "there is no setting \"\(name)\"; \(cure ?? "there are \(names)")")
    }
    guard !value.isEmpty, setting.write(&settings, value) else {
      throw Fault(sentence: "\(name) cannot be \"\(value)\"; it is \(setting.values)")
    }
  }

  /// A comment starts the line or follows white space: a path may hold the sign.
  private static func withoutComment(_ line: String) -> String {
    if line.first == "#" { return "" }
    guard let start = line.firstRange(of: " #") ?? line.firstRange(of: "\t#") else { return line }
    return line[..<start.lowerBound].trimmed
  }
}
