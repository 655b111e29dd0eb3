import Glibc

/// Something of the program that takes bytes from outside.
///
/// Any input must end soon, without a trap and without wrong memory; a target besides states what
/// must hold of the result with `expect`.
protocol FuzzTarget: SendableMetatype {
  /// As `run` and the folders below `Seeds` name it.
  static var name: String { get }
  init()
  mutating func take(_ input: [UInt8])
}

/// All there are: a new one is one line here and a folder below `Seeds`.
let fuzzTargets: [any FuzzTarget.Type] = [
  IndexTarget.self, MarkdownTarget.self, PlainTextTarget.self, FrontMatterTarget.self,
  ThesaurusTarget.self, UrgentTarget.self, BibliographyTarget.self, BuildTarget.self,
  QueryTarget.self, JSONTarget.self,
]

/// Ends the process, so that the fuzzer keeps the input.
func expect(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  guard !condition else { return }
  print("expected otherwise: \(sentence())")
  fflush(nil)
  abort()
}

/// The one named by `FUZZ_TARGET` in the environment.
nonisolated(unsafe) private var target: any FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let type = fuzzTargets.first(where: { $0.name == name }) else {
    let names = fuzzTargets.map { $0.name }.joined(separator: " ")
    print("FUZZ_TARGET is \"\(name)\"; it must be one of: \(names)")
    exit(64)
  }
  return type.init()
}()

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  target.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// The entry point that the package manager links; libFuzzer's own `main` does no more.
@_cdecl("fuzz_main")
func fuzzMain(
  _ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  var (count, words) = (count, words)
  return runDriver(&count, &words, testOneInput)
}

/// libFuzzer.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
