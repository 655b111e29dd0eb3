import Testing

@testable import lmask

@Suite struct HyperlinkTests {
  @Test(arguments: [
    ("https://example.org/a?b=c#d", true), ("http://example.org", true), ("", false),
    ("ftp://example.org", false), ("javascript:alert(1)", false), ("file:///etc/passwd", false),
    ("https://example.org/a b", false), ("https://example.org/\u{1B}]8;;", false),
    ("https://example.org/\u{7}", false), ("https://example.org/\u{9C}", false),
    ("https://exämple.org", false),
  ])
  func `only plain addresses of the web become links`(address: String, isLink: Bool) {
    #expect((Hyperlink(address) != nil) == isLink)
  }

  @Test(arguments: [
    ([:], false), (["TERM": "xterm-256color"], false), (["TERM": "xterm-kitty"], true),
    (["TERM": "foot"], true), (["TERM": "xterm-256color", "VTE_VERSION": "6800"], true),
    (["TERM": "xterm-256color", "VTE_VERSION": "5001"], false),
    (["TERM": "xterm-256color", "VTE_VERSION": "new"], false),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], true),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], false),
    (["TERM": "xterm-256color", "KONSOLE_VERSION": "220400"], true),
    (["TERM": "screen-256color", "VTE_VERSION": "6800"], false),
    (["TERM": "tmux-256color", "TERM_PROGRAM": "tmux"], false),
    (["TERM": "xterm-256color", "TMUX": "/tmp/t", "VTE_VERSION": "6800"], false),
    (["TERM": "dumb", "VTE_VERSION": "6800"], false), (["VTE_VERSION": "6800"], false),
  ])
  func `terminals that are known to take links get them`(
    variables: [String: String], areTaken: Bool
  ) {
    #expect(Hyperlink.areTaken(Environment { variables[$0] }) == areTaken)
  }
}
