import Foundation
import TestSupport

/// A small corpus in which there is nothing to mend, and the program to check it with.
///
/// It holds what a hasty rule would take for a fault: digits in names, code, like sentences of
/// different sources, links of every kind, and words and sentences just short enough.
struct CheckFixture {
  let program: Program

  static let files = [
    "scan.md": """
    ---
    title: Scans
    reviewed: 2025-06-01
    review-by: 2026-06-01
    ---

    # Scans

    ## How do doctors find LM? {#found}

    <!-- asked as
    which scan shows LM
    how is LM seen
    -->

    Doctors look at the brain with a scan [@one]. It takes about 40 minutes and does not
    hurt, says one page [@one; @two]. The picture shows the lining of the brain. HER2 is no
    part of it. See [drugs](drugs.md#drugs) and [the site](https://example.org).

    ## What happens before the scan? {#before}

    <!-- asked as
    what do I do before it
    -->

    People take off their rings and watches before the scan [@two]. It takes about 15 minutes
    to get ready for it, and nobody is in a hurry [@one]. It takes about 20 minutes
    to get ready for it, and nobody is in a hurry [@two].

    ```
    scan --minutes 99 [@nobody]
    ```

    """,
    "more/drugs.md": """
    # Drugs by name

    ## Why are names hard? {#names}

    Names of drugs are long because each part of a name means something to the makers. It
    tells them where it works and what it is made of [@one]. They are [in the list](../drugs.md),
    [here](#names) and by [mail](mailto:a@example.org).

    """,
    "drugs.md": """
    # Drugs

    ## Which drugs slow LM? {#drugs}

    <!-- asked as
    medicines against LM
    -->

    Two drugs are given by mouth or into a vein [@one]:

    - dexamethasone, 4 a day [@one]
    - immunotherapy

    Information on each is [here](#drugs). Doctors choose by the first cancer and by how the
    person is, and they speak about it with the family at home before they start.

    """,
    "sources.json": """
    [
      {"id": "one", "title": "One"},
      {
        "id": "two",
        "title": "Two"
      },
      {"id": "three", "title": "Three"}
    ]

    """,
    "thesaurus.txt": """
    # Words that mean the same.

    scan
      also: magnetic picture

    immunotherapy
      also: immune drugs
      meaning: drugs that help the body fight cancer

    steroid
      also: dexamethasone
      meaning: a drug against swelling

    """,
    "urgent.txt": """
    numbers: UK
    emergency: 999 [@one]
    crisis: 116 123

    sign: fit
    kind: urgent
    title: A fit
    when: having a fit
    card: Stay with the person [@three].
    call: {emergency}

    """,
  ]

  /// A day on which no review is due.
  static let today = "2026-01-01"

  init() throws {
    program = try Program()
    for (name, text) in Self.files { try write(text, to: name) }
  }

  func write(_ text: String, to name: String) throws {
    try program.folder.write(text, to: "Corpus/" + name)
  }

  func text(of name: String) throws -> String {
    String(decoding: try program.folder.bytes(of: "Corpus/" + name), as: UTF8.self)
  }

  /// Changes the first occurrence of some words, which must be there.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(of: name)
    guard let range = text.range(of: old) else { throw CocoaError(.formatting) }
    try write(text.replacingCharacters(in: range, with: new), to: name)
  }

  /// The line, counted from 1, on which some words first stand, as a rule would name it.
  func place(of words: String, in name: String) throws -> String {
    let lines = try text(of: name).components(separatedBy: "\n")
    guard let index = lines.firstIndex(where: { $0.contains(words) }) else {
      throw CocoaError(.formatting)
    }
    return "\(name):\(index + 1)"
  }

  func check(_ options: String...) throws -> Program.Result {
    let arguments = ["check", "--quiet", "--today", Self.today] + options
    return try program.run(bytes: arguments.map { Array($0.utf8) })
  }

  /// Everything found, a line each, as the program prints it.
  func findings() throws -> [String] {
    let run = try check()
    if run.status != 0 || !run.errors.isEmpty { return ["status \(run.status): \(run.errors)"] }
    return run.output == "Corpus: nothing to mend\n" ? [] : run.outputLines
  }
}

extension String {
  /// As many words, none of them hard, as a sentence without its full stop.
  static func words(_ count: Int) -> String {
    (1...count).map { "w\(String(repeating: "o", count: $0 % 9))rd" }.joined(separator: " ")
  }
}
