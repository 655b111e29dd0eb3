// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same strict settings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// One target a stage. A target imports only targets above it in this list.
let stages: [Target] = [
  .target(name: "Corpus", dependencies: ["CCommonMark", "CLinux"], swiftSettings: strict),
  .target(name: "Analysis", dependencies: ["Corpus", "CBytes", "CStemmer"], swiftSettings: strict),
  .target(
    name: "InvertedIndex", dependencies: ["Corpus", "Analysis", "CBytes", "CLinux", "CZstd"],
    swiftSettings: strict),
  .target(
    name: "Search", dependencies: ["Corpus", "Analysis", "InvertedIndex"], swiftSettings: strict),
  .target(
    name: "Answering", dependencies: ["Corpus", "Analysis", "InvertedIndex", "Search"],
    swiftSettings: strict),
  .executableTarget(
    name: "lmask",
    dependencies: [
      "Corpus", "Analysis", "InvertedIndex", "Search", "Answering", "CReadline",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: strict),
]

/// The only places where C is met.
let systemLibraries: [Target] = [
  .systemLibrary(name: "CBytes"),
  .systemLibrary(name: "CLinux"),
  .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
  .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
  .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
  .systemLibrary(name: "CReadline", pkgConfig: "readline", providers: [.apt(["libreadline-dev"])]),
]

/// Tests mirror the stages; `lmaskTests` runs the built program, `RankingTests` holds goldens.
let tests: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["Corpus", "Analysis", "InvertedIndex"],
    path: "Tests/TestSupport"),
  .testTarget(
    name: "CorpusTests", dependencies: ["Corpus", "CLinux", "TestSupport"],
    exclude: ["Coverage/coverage.tsv"]),
  .testTarget(name: "AnalysisTests", dependencies: ["Corpus", "Analysis", "TestSupport"]),
  .testTarget(
    name: "InvertedIndexTests",
    dependencies: ["Corpus", "Analysis", "InvertedIndex", "TestSupport"],
    exclude: ["Fixtures"]),
  .testTarget(
    name: "SearchTests",
    dependencies: ["Corpus", "Analysis", "InvertedIndex", "Search", "TestSupport"]),
  .testTarget(
    name: "AnsweringTests",
    dependencies: ["Corpus", "Analysis", "InvertedIndex", "Search", "Answering", "TestSupport"],
    exclude: ["Notices/Questions"]),
  .testTarget(
    name: "RankingTests",
    dependencies: ["Corpus", "Analysis", "InvertedIndex", "Search", "Answering", "TestSupport"],
    exclude: ["Questions", "Goldens"]),
  .testTarget(
    name: "lmaskTests",
    dependencies: [
      "lmask", "Corpus", "Analysis", "InvertedIndex", "Search", "Answering", "TestSupport",
    ],
    exclude: ["Goldens"]),
]

let package = Package(
  name: "lmask",
  products: [.executable(name: "lmask", targets: ["lmask"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: systemLibraries + stages + tests
)
