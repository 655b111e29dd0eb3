import Foundation
import TestSupport
import Testing

@testable import lmask

@Suite struct JSONWriterTests {
  @Test func `keys stay in the order given and everything is on one line`() {
    var json = JSONWriter()
    json.object { json in
      json.key("b")
      json.array { json in
        json.integer(-1)
        json.integer(0)
        json.integer(1_090)
        json.object { _ in }
        json.array { _ in }
        json.string(nil)
      }
      json.key("a")
      json.number(Float(0.5))
    }
    #expect(json.text == #"{"b":[-1,0,1090,{},[],null],"a":0.5}"#)
  }

  @Test(arguments: [
    ("\"\\\n\t", #""\"\\\n\t""#), ("\u{0}\u{1B}\u{7F}\u{9B}", #""\u0000\u001b\u007f\u009b""#),
    ("\u{202E}\u{2028}", #""\u202e\u2028""#), ("é🧠/", "\"é🧠/\""),
  ])
  func `strings are escaped where a terminal or a parser would trip`(value: String, json: String) {
    var writer = JSONWriter()
    writer.string(value)
    #expect(writer.text == json)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `what is no number becomes null`(value: Double) {
    var json = JSONWriter()
    json.array {
      $0.number(value)
      $0.number(Float(value))
      $0.number(Optional<Double>.none)
    }
    #expect(json.text == "[null,null,null]")
  }

  @Test func `random strings and numbers are read back the same by another parser`() throws {
    for seed in UInt64(1)...300 {
      var random = SeededGenerator(seed: seed)
      let strings = (0..<5).map { _ in Self.randomString(&random) }
      let numbers = (0..<5).map { _ in
        Double(bitPattern: UInt64.random(in: 0..<0x7FE0_0000_0000_0000, using: &random))
      }
      var json = JSONWriter()
      json.object { json in
        json.key(strings[0])
        json.strings(strings)
        json.key(strings[0] + "n")
        json.array { json in for number in numbers { json.number(number) } }
      }
      let data = Data(json.text.utf8)
      let object = try #require(
        try JSONSerialization.jsonObject(with: data) as? [String: [Any]], "seed \(seed)")
      #expect(object[strings[0]] as? [String] == strings, "seed \(seed)")
      let read = try #require(object[strings[0] + "n"] as? [Double], "seed \(seed)")
      // Foundation's parser is off by the last digit at times.
      for (one, other) in zip(read, numbers) {
        #expect(abs(one - other) <= other * 1e-14, "seed \(seed)")
      }
      #expect(!json.text.unicodeScalars.contains { $0.isControl || $0 == "\n" }, "seed \(seed)")
    }
  }

  private static func randomString(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    let bounds: [UInt32] = [0x20, 0x80, 0x300, 0x2100, 0xFFFF, 0x10FFFF]
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let bound = bounds.randomElement(using: &random)!
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...bound, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
