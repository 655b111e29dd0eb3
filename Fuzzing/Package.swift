// swift-tools-version: 6.2
import PackageDescription

// The engine once more, with the fuzzer's instruments in it. Packages do not reach outside their
// folder, so `Engine` is a symbolic link to the program's sources; `package` access holds because
// all of it is this one package.

/// `-enable-testing` lets the targets call parsers that no other stage calls.
let instrumented: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]),
]

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Engine/\(name)", swiftSettings: instrumented)
}

let package = Package(
  name: "Fuzzing",
  targets: [
    .systemLibrary(name: "CBytes", path: "Engine/CBytes"),
    .systemLibrary(name: "CCommonMark", path: "Engine/CCommonMark", pkgConfig: "libcmark"),
    .systemLibrary(name: "CLinux", path: "Engine/CLinux"),
    .systemLibrary(name: "CStemmer", path: "Engine/CStemmer"),
    .systemLibrary(name: "CZstd", path: "Engine/CZstd", pkgConfig: "libzstd"),
    stage("Corpus", ["CCommonMark", "CLinux"]),
    stage("Analysis", ["Corpus", "CBytes", "CStemmer"]),
    stage("InvertedIndex", ["Corpus", "Analysis", "CBytes", "CLinux", "CZstd"]),
    stage("Search", ["Corpus", "Analysis", "InvertedIndex"]),
    stage("Answering", ["Corpus", "Analysis", "InvertedIndex", "Search"]),
    .executableTarget(
      name: "fuzz", dependencies: ["Corpus", "Analysis", "InvertedIndex", "Search", "Answering"],
      path: ".", exclude: ["Seeds", "README.md", "run"],
      // The JSON of the program is no target of its own.
      sources: ["Targets"]
        + ["JSONWriter", "JSONPrinter", "FoldedText", "TextWidth"].map {
          "Engine/lmask/Printing/\($0).swift"
        },
      swiftSettings: instrumented + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [
        // gold gives up on the fuzzer's debug information.
        .unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])
      ]),
  ]
)
