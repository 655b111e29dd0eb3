internal import Corpus
internal import InvertedIndex

/// Where the corpus and its index are.
struct Locations: Equatable {
  /// The folder of documents.
  let corpus: String
  /// The index file.
  let index: String
  /// Whether the person named the index file: it is not replaced by itself if it is of another version.
  let indexIsNamed: Bool

  /// Flags beat environment beats the usual places.
  ///
  /// - Throws: `Trouble` naming every place that was tried.
  init(corpus: String?, index: String?, environment: Environment = .process) throws(Trouble) {
    if let corpus = corpus ?? environment["LMASK_CORPUS"] {
      self.corpus = corpus.droppingTrailingSlashes
    } else {
      self.corpus = try Self.usualCorpus(environment)
    }
    if let index = index ?? environment["LMASK_INDEX"] {
      self.index = index
      indexIsNamed = true
    } else {
      indexIsNamed = false
      self.index = try Self.usualIndex(of: self.corpus, environment)
    }
  }

  private static func usualCorpus(_ environment: Environment) throws(Trouble) -> String {
    if isFolder("Corpus") { return "Corpus" }
    var places = ["Corpus"]
    if let program = FileSystem.resolved("/proc/self/exe") {
      let prefix = program.parentFolder.parentFolder
      places.append((prefix == "/" ? "" : prefix) + "/share/lmask/Corpus")
    }
    if let data = environment.folder("XDG_DATA_HOME", orInHome: ".local/share") {
      places.append(data + "/lmask/Corpus")
    }
    let shared = environment["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share"
    for folder in shared.split(separator: ":") where folder.hasPrefix("/") {
      places.append(folder + "/lmask/Corpus")
    }
    for place in places where isFolder(place) { return place }
    throw Trouble(
      .trouble,
      "no documents found in \(places.joined(separator: ", ")); name their folder with --corpus")
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? FileSystem.status(of: path))?.kind == .folder
  }

  /// Beside a folder named Corpus if there is a folder named Index; otherwise in the user's cache.
  private static func usualIndex(
    of corpus: String, _ environment: Environment
  ) throws(Trouble) -> String {
    let real = FileSystem.resolved(corpus) ?? corpus
    if real.lastName == "Corpus" {
      let sibling =
        (corpus.lastName == "Corpus" ? corpus.parentFolder : real.parentFolder) + "/Index"
      if isFolder(sibling) {
        return (sibling.hasPrefix("./") ? String(sibling.dropFirst(2)) : sibling) + "/lmask.index"
      }
    }
    guard let cache = environment.folder("XDG_CACHE_HOME", orInHome: ".cache") else {
      throw Trouble(IndexError.noPlace(reason: "neither HOME nor XDG_CACHE_HOME is set"))
    }
    return "\(cache)/lmask/\(real.lastName)-\(ContentHash(real)).index"
  }
}

extension String {
  fileprivate var droppingTrailingSlashes: String {
    var text = self[...]
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }

  /// The folder a path lies in; "." for a bare name.
  var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// A path's last name.
  fileprivate var lastName: String { split(separator: "/").last.map(String.init) ?? self }
}
