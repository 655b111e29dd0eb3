/// Words of everyday talk that say little about a question's subject: they are searched for like
/// any other, but that a passage lacks them is no sign that it does not answer.
package enum LightWords {
  /// Whether every word of a typed word or phrase is light.
  package static func contains(_ typed: String) -> Bool {
    if isWord(typed) { return table.contains(typed) || StopWordFilter.isStopWord(typed) }
    let folding = CaseFoldingFilter()
    let words = Tokenizer().words(of: typed).compactMap { folding.term(for: $0.term) }
    return words.allSatisfy {
      $0.utf8.allSatisfy { $0 < 0x3A } || table.contains($0) || StopWordFilter.isStopWord($0)
    }
  }

  /// Small letters of ASCII alone, as folding leaves them: most words, which need no cutting.
  private static func isWord(_ typed: String) -> Bool {
    let bytes = typed.utf8.span
    guard (1...Tokenizer.longestWord).contains(bytes.count) else { return false }
    for index in bytes.indices where !(0x61...0x7A).contains(bytes[index]) { return false }
    return true
  }

  private static let table = WordTable(families: list)

  /// Verbs and nouns without a subject, times, counts, degrees, and the people one asks for: chosen
  /// by kind from English usage, not from any question.
  private static let list = """
    say says said tell tells told ask asks asked asking speak talk talks talked talking mention mentioned explain explained mutter muttered
    get gets got getting give gives gave given giving go goes went gone going come comes came coming put puts putting take takes took taken taking
    make makes made making keep keeps kept keeping leave leaves leaving left let lets bring brings brought send sent hold set
    want wants wanted need needs needed try tries tried trying like likes start starts started begin begins began begun beginning end ends ended finish finished
    find finds found look looks looked looking see sees saw seen seeing watch know knows knew known think thinks thought feel feels felt feeling seem seems seemed
    happen happens happened happening mean means meant use uses used using work works worked working show shows shown turn turns turned change changes
    become became move moves stay stays sit sits stand live lived wonder wondering hope hoping believe understand remember forget forgets
    decide decided choose chose wait waiting call called hear heard read point ought able allowed allow achieve linked involve involved
    thing things something anything everything nothing somebody anybody everybody nobody someone anyone everyone somewhere anywhere everywhere nowhere
    one ones two three four five six seven eight nine ten first second third last next other others another same different else besides instead
    year years month months week weeks day days hour hours minute minutes time times today yesterday tomorrow tonight morning mornings night nights now ago then
    still already yet always usually often sometimes soon later early lately recently again once twice while until since whenever whether
    kind kinds sort sorts type types way ways part parts lot lots loads bit bits piece pieces side sides place places point points case cases reason number
    little few much many more most less least enough all each every both half whole several only almost nearly about around among between
    really actually exactly simply maybe perhaps probably definitely thoroughly suddenly quickly slowly earth honestly basically
    good better best bad worse worst big bigger biggest small smaller smallest long short high low old new young full nice fine normal
    right wrong true sure clear certain possible likely unlikely lucky unlucky funny fancy fancier proper plain main major important
    mum mummy mom mother dad daddy father husband wife partner sister brother son daughter daughters sons child kids children aunt uncle gran grandma granddad grandson granddaughter friend friends family girlfriend boyfriend
    doctor doctors doc docs consultant consultants nurse nurses specialist appointment appointments hospital
    people person man woman lady guy folk
    down over under through across along away back out off up per
    """
}
