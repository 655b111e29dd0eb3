/// What part a little word plays in how a question is put; a word may play several.
///
/// The lists are made by hand: they name what people in need and people who only want to know write
/// around a sign, not signs themselves. Words stand as `SpokenWords` gives them: lower case, without
/// apostrophes, "can't" as "can not".
struct WordRole: OptionSet {
  let rawValue: UInt32

  /// "no", "not", "without".
  static let negation = WordRole(rawValue: 1 << 0)
  /// May stand between a negation and what it denies: "has not had any fits".
  static let denialFiller = WordRole(rawValue: 1 << 1)
  /// May stand before the first word of a question: "hello, please, what …".
  static let leadIn = WordRole(rawValue: 1 << 2)
  /// Opens a question or a request to be told something: "what", "describe".
  static let opener = WordRole(rawValue: 1 << 3)
  /// A verb that opens a question: "does", "can".
  static let verbOpener = WordRole(rawValue: 1 << 4)
  /// After an opening verb these tell: "can not breathe", "has just had a fit".
  static let telling = WordRole(rawValue: 1 << 5)
  static let pronoun = WordRole(rawValue: 1 << 6)
  /// "my", "her": somebody follows, or something of theirs.
  static let owner = WordRole(rawValue: 1 << 7)
  /// A verb that waits for its subject in a question.
  static let asking = WordRole(rawValue: 1 << 8)
  /// What follows is not said to be so: "if", "whether".
  static let supposing = WordRole(rawValue: 1 << 9)
  /// After a person these say what is so: "she is", "dad collapsed".
  static let state = WordRole(rawValue: 1 << 10)
  /// What may be rather than what is: "could", "usually".
  static let possible = WordRole(rawValue: 1 << 11)
  /// It is so at this time: "now", "since".
  static let present = WordRole(rawValue: 1 << 12)
  /// Something happened, of whomever it is told: "shivering since chemo".
  static let happening = WordRole(rawValue: 1 << 13)
  /// Before "if": "not sure if he is breathing" tells.
  static let knowing = WordRole(rawValue: 1 << 14)
  static let person = WordRole(rawValue: 1 << 15)
  /// Says nothing between the words of a phrase: "her face has just dropped".
  static let gap = WordRole(rawValue: 1 << 16)
  /// As the first word these tell of somebody who is not named: "shivering and hot".
  static let firstTelling = WordRole(rawValue: 1 << 17)
  /// May stand in a bare report beside its signs: "stiff neck and headache".
  static let joining = WordRole(rawValue: 1 << 18)

  /// May speak of dying even where nobody is named: "how many tablets".
  static let grave = WordRole(rawValue: 1 << 19)

  /// Before "of" or "about": what follows is feared or prepared for, not so.
  static let fearing = WordRole(rawValue: 1 << 20)
  /// Before "about" or "on": what follows is what one wants to be told of.
  static let learning = WordRole(rawValue: 1 << 21)
  /// What somebody else said: "we read that".
  static let hearing = WordRole(rawValue: 1 << 22)

  static func of(_ word: String) -> WordRole { table.roles(of: word) }

  private static let table = {
    var table = WordRoleTable()
    table.add(.negation, "no not never without neither nor none nothing")
    table.add(
      .denialFiller,
      """
      had have has having been any a an the more of sign signs further got yet ever is are being real
      symptoms at all other another currently or nor from suffering even need actually me given
      caused experienced seen noticed like
      """)
    table.add(
      .leadIn,
      """
      and but so also please hi hello ok okay just sorry well then or wondering wonder because
      """)
    table.add(
      .opener,
      """
      what which who whose why how when where explain describe list define tell difference meaning
      symptoms signs whats
      """)
    table.add(
      .verbOpener,
      """
      is are was were can could does do did will would should may might must am has have
      """)
    table.add(
      .telling,
      """
      not hardly barely only just scarcely had been gone got lost started become now still suddenly
      stopped no very so
      """)
    table.add(.pronoun, "i he she it we they you this that")
    table.add(.owner, "my her his our")
    table.add(
      .asking,
      """
      do does did can could should would will may might must is are am was has have
      """)
    table.add(
      .supposing,
      """
      if when whether after before until unless while once because know whenever case
      """)
    table.add(
      .state,
      """
      is am are has have had keeps keep cannot not feel feels looks seems started went gone got woke
      fell collapsed just suddenly hurts was lost became says stopped still now
      """)
    table.add(
      .possible, "if could might would may should can likely usually normally often ever when")
    table.add(
      .present, "now today tonight suddenly since still keeps yesterday overnight so sudden")
    table.add(
      .happening,
      """
      now today tonight suddenly sudden since still yesterday overnight had ago hours hour hrs minutes
      mins twice started got keeps gone feeling help please morning evening afternoon night monday
      tuesday wednesday thursday friday saturday sunday lost woke went keep new acute acutely onset
      worsening persistent increasing increasingly developed developing progressive progressively
      rapidly reports reporting presents presenting presented complaining complains coming came won
      pressing pressed everything despite says heavily badly
      profusely pouring gushing weekend night days getting
      soaked gaping oozing weeping dripping gasping shivering choking seizing
      """)
    table.add(
      .knowing,
      """
      sure know wonder wondering tell see think as like check normal ok okay unsure bad serious
      """)
    table.add(
      .person,
      """
      i me my mine she he her his him mum mums mom moms mam mother mothers mummy dad dads father
      fathers daddy wife wifes wives husband husbands hubby partner partners son sons daughter
      daughters brother brothers sister sisters nan nans nana gran grans grandma granny grandad
      grandpa grandmother grandfather friend friends aunt auntie uncle cousin niece nephew boyfriend
      girlfriend fiance fiancee spouse we our us myself herself himself patient pt pts neighbour
      colleague mate stepdad stepmum lady gentleman
      """)
    table.add(
      .gap,
      """
      a an the my his her our their your its this that some so very really just now still all
      completely totally quite bit suddenly also already even actually again properly been
      absolutely fully only ever constantly too little rather extremely badly slightly almost nearly
      mostly always is are was were am be has have had having being feel feels feeling felt keeps
      keep getting gets got go goes going gone went become becomes became look looks looking seem
      seems seemed started starts starting turned left right both one other another same whole of
      first second two three several more few couple big bad massive terrible type kind sort
      horrible awful nasty proper full mine it any much own in at on from out up down
      complete total severe new able to
      """)
    table.add(
      .firstTelling,
      """
      leaking leeking shivering shaking convulsing jerking gasping choking fitting seizing burning
      oozing dripping struggling slurring collapsed woken has feel feels been very
      """)
    table.add(
      .grave, "die dying dead kill killing suicide suicidal overdose point tablets pills living")
    table.add(
      .fearing,
      """
      scared afraid frightened terrified fear risk chance chances worried worry worrying dread prone
      avoid history stories prepare preparing
      """)
    table.add(
      .learning,
      """
      know more else ask asking asked learn question questions leaflet information info advice read
      reading heard article talk talked curious understand mentioned warned
      """)
    table.add(.hearing, "read heard mentioned warned understand")
    table.add(
      .joining,
      """
      and with in the a an of my on at but also very really bad so is are or from to now it
      """)
    return table
  }()
}
