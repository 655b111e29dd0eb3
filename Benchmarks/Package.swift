// swift-tools-version: 6.2
import PackageDescription

/// The engine's own settings, so that what is measured is what is shipped.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// `Engine` is a link to the program's `Sources`: its stages are compiled here once more, because
/// what is measured is `package`, not `public`.
func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Engine/\(name)", swiftSettings: strict)
}

func systemLibrary(_ name: String, pkgConfig: String? = nil) -> Target {
  .systemLibrary(name: name, path: "Engine/\(name)", pkgConfig: pkgConfig)
}

let package = Package(
  name: "Benchmarks",
  targets: [
    systemLibrary("CBytes"),
    systemLibrary("CCommonMark", pkgConfig: "libcmark"),
    systemLibrary("CLinux"),
    systemLibrary("CStemmer"),
    systemLibrary("CZstd", pkgConfig: "libzstd"),
    stage("Corpus", ["CCommonMark", "CLinux"]),
    stage("Analysis", ["Corpus", "CBytes", "CStemmer"]),
    stage("InvertedIndex", ["Corpus", "Analysis", "CBytes", "CLinux", "CZstd"]),
    stage("Search", ["Corpus", "Analysis", "InvertedIndex"]),
    stage("Answering", ["Corpus", "Analysis", "InvertedIndex", "Search"]),
    // The program's library of indexes is part of an executable, which nothing can import:
    // `Measure/Program` holds links to its files.
    .executableTarget(
      name: "measure",
      dependencies: ["Corpus", "Analysis", "InvertedIndex", "Search", "Answering"],
      path: "Measure", swiftSettings: strict),
  ]
)
