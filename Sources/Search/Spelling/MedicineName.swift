/// Tells a medicine's name by its ending.
enum MedicineName {
  /// Whether a folded word ends as the names of medicines do.
  ///
  /// The endings are stems of the World Health Organization's International Nonproprietary Names
  /// (the "stem book") that no everyday word ends in. Such a word may be misspelt, but it is never
  /// read as a common word.
  static func isLikely(_ word: String) -> Bool {
    guard word.utf8.count >= 6 else { return false }
    return stems.contains { word.hasSuffix($0) }
  }

  private static let stems = [
    "mab", "nib", "platin", "taxel", "rubicin", "azole", "trozole", "statin", "sartan", "olol",
    "cillin", "mycin", "micin", "oxacin", "parin", "xaban", "setron", "tidine", "olone", "asone",
    "nisone", "azepam", "zolam", "citabine", "ciclib", "parib", "rolimus", "trexate", "trexed",
    "bicin", "poside", "tecan", "racetam", "triptan", "gliptin", "gliflozin", "glutide", "dipine",
    "oxetine", "pramine", "triptyline", "profen", "caine", "codone", "phylline", "terol",
    "zumab", "tinib", "lukast", "dronate", "dronic", "mustine", "zolomide", "fosfamide",
    "gabalin", "gabapentin", "bactam", "cycline",
  ]
}
