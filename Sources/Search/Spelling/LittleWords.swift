/// Little words as they are mistyped or shortened in messages.
///
/// They are too short to be corrected by likeness. The list holds common slips of English question
/// and function words: letters swapped, left out, or written as spoken.
enum LittleWords {
  /// The word meant; nil if the typed one is not in the list.
  static func meant(by typed: String) -> String? {
    list.first { $0.slips.contains(typed) }?.word
  }

  private static let list: [(word: String, slips: [String])] = [
    ("the", ["teh", "hte", "th"]), ("and", ["adn"]),
    ("what", ["wat", "wot", "waht", "whta", "wht"]), ("which", ["wich", "whcih", "whitch"]),
    ("when", ["wen", "whne", "wehn"]), ("where", ["wher", "wheer", "whre"]),
    ("why", ["wy", "wyh"]),
    ("how", ["hwo"]), ("with", ["wiht", "wth"]), ("from", ["frm", "fom"]),
    ("does", ["deos", "duz", "dus"]), ("is", ["iz"]), ("are", ["aer"]), ("was", ["wsa"]),
    ("have", ["hav", "ahve", "haev", "hve"]), ("has", ["hsa"]), ("can", ["cna"]),
    ("could", ["cud", "culd", "coud", "cuold"]),
    ("should", ["shud", "shuld", "shoud", "shold"]), ("would", ["wud", "wuld", "woud"]),
    ("will", ["wil"]), ("you", ["yuo", "u", "yu"]), ("your", ["yor", "yuor"]),
    ("they", ["tehy", "thye"]), ("their", ["thier"]), ("there", ["theer"]),
    ("this", ["tihs", "thsi"]), ("that", ["taht", "tht"]), ("for", ["fro"]),
    ("because", ["cos", "coz", "cuz"]), ("about", ["abt", "abuot"]),
    ("after", ["aftr", "afetr"]), ("before", ["befor"]), ("please", ["pls", "plz"]),
    ("not", ["nto"]), ("without", ["witout"]), ("done", ["dun"]), ("tired", ["tyred"]),
    ("somebody", ["sumbody"]), ("someone", ["sumone", "somone"]),
    ("something", ["sumthing", "somthing", "sumthin"]), ("want", ["wnat"]),
    ("know", ["kno", "konw", "knwo"]), ("just", ["jsut"]), ("make", ["mak", "maek"]),
    ("like", ["liek", "lik"]), ("need", ["nead"]), ("take", ["tak", "taek"]),
    ("people", ["ppl"]), ("who", ["hoo"]), ("doctor", ["dr"]),
  ]
}
