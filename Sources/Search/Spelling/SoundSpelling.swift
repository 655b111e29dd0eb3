/// Writes a word as it sounds, so that "compreshun" and "compression" come out alike.
///
/// Rules of English spelling, applied from left to right, the longest first: spellings of one sound
/// become one code, silent letters none, double letters one. Vowels stay apart; how far they are
/// from each other is for `SlipDistance` to say. In the manner of L. Philips's Metaphone (Computer
/// Language 7, 1990), but with the vowels kept and our own list of rules.
struct SoundSpelling {
  /// Appends the codes of a word of the letters a to z. Time is linear in its length.
  static func append(_ word: [UInt8], to sounds: inout [UInt8]) {
    let start = sounds.count
    var next = 0
    while next < word.count {
      guard let rule = rule(for: word, at: next) else {
        append(code(of: word, at: next), to: &sounds, from: start)
        next += 1
        continue
      }
      for code in rule.codes { append(code, to: &sounds, from: start) }
      next += rule.length
    }
  }

  static func sounds(of word: [UInt8]) -> [UInt8] {
    var sounds: [UInt8] = []
    append(word, to: &sounds)
    return sounds
  }

  private static func append(_ code: UInt8?, to sounds: inout [UInt8], from start: Int) {
    guard let code, sounds.count == start || sounds[sounds.count - 1] != code else { return }
    sounds.append(code)
  }

  /// What a letter sounds like by itself; nil for a silent one.
  private static func code(of word: [UInt8], at index: Int) -> UInt8? {
    switch word[index] {
    case UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "k")
    case UInt8(ascii: "z"): UInt8(ascii: "s")
    // Silent at the end, but not in the shortest words nor after a vowel.
    case UInt8(ascii: "e")
    where word.isEnd(index + 1) && index > 1 && !word.hasVowel(at: index - 1):
      nil
    case UInt8(ascii: "y") where index > 0: UInt8(ascii: "i")
    case UInt8(ascii: "h") where index > 0 && !word.hasVowel(at: index + 1): nil
    default: word[index]
    }
  }

  private struct Rule {
    let pattern: [UInt8]
    let codes: [UInt8]
    /// Letters of the pattern that the codes stand for; the others only have to follow.
    let length: Int
    let isAtStart: Bool
    let isAtEnd: Bool

    init(_ text: Substring) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      let letters = parts[0].filter { !"^$|".contains($0) }
      pattern = Array(letters.utf8)
      codes = parts.count > 1 ? Array(parts[1].utf8) : []
      length = parts[0].split(separator: "|").first.map { $0.count { $0 != "^" && $0 != "$" } } ?? 0
      isAtStart = parts[0].first == "^"
      isAtEnd = parts[0].last == "$"
    }

    func fits(_ word: [UInt8], at index: Int) -> Bool {
      let end = index + pattern.count
      guard end <= word.count, !isAtStart || index == 0 else { return false }
      if isAtEnd, !word.isEnd(end) { return false }
      for offset in 1..<pattern.count where word[index + offset] != pattern[offset] { return false }
      return true
    }
  }

  private static func rule(for word: [UInt8], at index: Int) -> Rule? {
    let letter = Int(word[index] - UInt8(ascii: "a"))
    // Most letters have no rule with the next one, and thousands of words are asked for.
    let second = index + 1 < word.count ? word[index + 1] & 31 : 0
    guard seconds[letter] & (1 << UInt32(second)) != 0 else { return nil }
    for rule in rules[letter] where rule.fits(word, at: index) { return rule }
    return nil
  }

  /// By first letter, the longest first.
  private static let rules: [[Rule]] = {
    let all = list.split(whereSeparator: \.isWhitespace).map { Rule($0) }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
      all.filter { $0.pattern[0] == letter }.sorted { $0.pattern.count > $1.pattern.count }
    }
  }()

  /// For each first letter, which second letters a rule has; every bit if one has no second.
  private static let seconds: [UInt32] = rules.map { rules in
    rules.reduce(0) { $0 | ($1.pattern.count > 1 ? 1 << UInt32($1.pattern[1] & 31) : .max) }
  }

  /// `pattern=codes`; ^ and $ are the start and the end, what follows | is looked at only.
  /// S is sh, C is ch, T is th.
  private static let list = """
    aught=ot augh=of ache=ak ach$=ak ae=e ai=a ay=a au=o aw=o al$=l ar$=r
    chem=kem chron=kron chol=kol chure=Cr cher$=Cr cian=Sn cial=Sl cient=Snt cious=Sus cean$=Sn
    ch=C ck=k cc|e=ks cc|i=ks c|e=s c|i=s c|y=s cq=k dge=j dg=j dj=j
    ieght=at eight=at eigh=a exh=eks eye=i ee=e ea=e ei=e ey$=i ey=e eu=u ew=u er$=r el$=l ed$=d
    ght=t gh$= gh|t= ^gn=n gn$=n gue$=g gu|e=g gu|i=g g|e=j g|i=j g|y=j
    ight=it igh=i ie$=i ie=e il$=l ir$=r ^kn=n le$=l mb$=m mn$=m mpt=mt
    ncture=nCr nct=nt ought=ot ough=of ould=ud ous=us our$=r or$=r oo=u ou=u oa=o ow=o oe=e oy=oi
    ph=f ^ps=s ^pn=n ^pt=t que$=k qu=kw rrhoea=re rrhea=re rrh=r rh=r re$=r
    ssion=Sn sion=Sn shion=Sn shon=Sn shun$=Sn ssure=Sr sure=Sr shure=Sr sher$=Sr scious=Sus
    sch=sk sc|e=s sc|i=s scle$=sl sten$=sn stle$=sl sthm=sm sh=S
    tcher$=Cr tch=C ture=Cr tion=Sn tian=Sn tial=Sl tious=Sus tient=Snt th=T
    ure$=r ur$=r ui=u ue=u wh=w ^wr=r xion=kSn xious=kSus xc|e=ks xc|i=ks ^x=s x=ks ych=ik yr$=r
    """
}

extension [UInt8] {
  /// The end of a word is also before its last s.
  fileprivate func isEnd(_ index: Int) -> Bool {
    index == count || index + 1 == count && self[index] == UInt8(ascii: "s")
  }

  fileprivate func hasVowel(at index: Int) -> Bool { index < count && self[index].isVowel }
}
