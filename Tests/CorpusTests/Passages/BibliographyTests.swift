import TestSupport
import Testing

@testable import Corpus

@Suite struct BibliographyTests {
  func read(_ json: String) throws -> Bibliography {
    try Bibliography(json: Array(json.utf8), path: "sources.json")
  }

  @Test func `a reference keeps what is shown, sorted by key`() throws {
    let bibliography = try read(
      """
      [{"id": "zed", "type": "webpage", "title": "Z", "publisher": "P", "container-title": "C",
        "URL": "https://z", "issued": {"date-parts": [[2023, 8, 30]]}, "author": [{"family": "F"}]},
       {"id": "a", "title": "A"}, {"id": "B", "container-title": "Journal"}]
      """)
    #expect(
      bibliography.references == [
        Reference(key: "B", title: "", publisher: "Journal", url: "", date: ""),
        Reference(key: "a", title: "A", publisher: "", url: "", date: ""),
        Reference(key: "zed", title: "Z", publisher: "P", url: "https://z", date: "2023-08-30"),
      ])
    #expect(bibliography["a"]?.title == "A")
    #expect(bibliography["b"] == nil)
  }

  @Test(arguments: [
    ("{\"date-parts\": [[2019]]}", "2019"),
    ("{\"date-parts\": [[2019, 8]]}", "2019-08"),
    ("{\"date-parts\": [[\"2019\", \"8\", \"3\"]]}", "2019-08-03"),
    ("{\"date-parts\": [[2019, 12, 31], [2020, 1, 2]]}", "2019-12-31"),
    ("{\"literal\": \"June 2016\"}", "June 2016"),
    ("{\"raw\": \"2016-06\", \"date-parts\": [[2016]]}", "2016-06"),
    ("{\"date-parts\": [[]]}", ""),
    ("{\"date-parts\": []}", ""),
    ("{\"season\": 1}", ""),
    ("null", ""),
  ])
  func `a date reads as its source gives it`(issued: String, date: String) throws {
    #expect(try read("[{\"id\": \"a\", \"issued\": \(issued)}]")["a"]?.date == date)
  }

  @Test(arguments: ["[]", " [ ] \n", "\u{FEFF}[]"])
  func `a list may be empty`(json: String) throws {
    #expect(try read(json).references.isEmpty)
  }

  @Test func `an id may be a number, and absent values may be null`() throws {
    let json = "[{\"id\": 12, \"title\": null, \"URL\": null, \"publisher\": null}]"
    #expect(
      try read(json).references
        == [Reference(key: "12", title: "", publisher: "", url: "", date: "")])
  }

  /// JSON that is no bibliography, and words that its reason must hold.
  @Test(arguments: [
    ("", "not valid JSON"), ("[", "not valid JSON"), ("[}", "not valid JSON"),
    ("\0", "not valid JSON"), ("nonsense", "not valid JSON"),
    ("[{\"id\": \"a\"},]x", "not valid JSON"),
    ("{}", "array"), ("{\"items\": []}", "array"), ("null", "null value"), ("[1]", "entry 1: "),
    ("[{\"id\": \"a\"}, {\"title\": \"x\"}]", "entry 2: no \"id\""),
    ("[{\"id\": true}]", "entry 1, \"id\": "),
    ("[{\"id\": \"a\", \"title\": 5}]", "entry 1, \"title\": "),
    ("[{\"id\": \"a\", \"issued\": \"2019\"}]", "entry 1, \"issued\": "),
    (
      "[{\"id\": \"a\", \"issued\": {\"date-parts\": [[2019, []]]}}]",
      "entry 1, \"issued\", \"date-parts\", entry 1, entry 2: "
    ),
    ("[{\"id\": \"b\"}, {\"id\": \"a\"}, {\"id\": \"b\"}]", "the id \"b\" stands twice"),
    ("[{\"id\": 1}, {\"id\": \"1\"}]", "the id \"1\" stands twice"),
  ])
  func `other JSON is an error that says where`(json: String, words: String) {
    let error = #expect(throws: CorpusError.self) { try read(json) }
    guard case .bibliographyMalformed("sources.json", _, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty && !reason.contains("\n"))
    #expect(reason.lowercased().contains(words.lowercased()))
  }

  @Test func `JSON nested too deep is an error`() {
    let json = String(repeating: "[", count: 100_000)
    #expect(throws: CorpusError.self) { try read(json) }
  }

  @Test func `the shipped bibliography has a title, publisher and link for every key`() throws {
    let path = Repository.corpus + "/" + Bibliography.fileName
    let bytes = try FileSystem.bytes(ofFile: path)
    let references = try Bibliography(json: bytes, path: path).references
    #expect(!references.isEmpty)
    for reference in references {
      #expect(!reference.title.isEmpty && !reference.publisher.isEmpty, "\(reference.key)")
      #expect(reference.url.hasPrefix("http"), "\(reference.key)")
    }
  }
}
