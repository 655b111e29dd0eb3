/// Words as people write them, for measuring the corrections.
enum SpellingTable {
  /// How a word was typed and what was meant.
  static let slips = list(pairs)
  /// The same for words that are told by their neighbours, or written as two or as one.
  static let phrases: [(typed: String, meant: String)] = [
    ("lumber puncher", "lumbar puncture"),
    ("lumbr puncture", "lumbar puncture"),
    ("spinel tap", "spinal tap"),
    ("spinle fluid", "spinal fluid"),
    ("head ache", "headache"),
    ("brestcancer", "breast cancer"),
    ("lumberpuncture", "lumbar puncture"),
    ("spinaltap", "spinal tap"),
    ("spinalfluid", "spinal fluid"),
    ("sideeffects", "side effects"),
    ("braintumour", "brain tumour"),
    ("stif neck", "stiff neck"),
    ("dubble vision", "double vision"),
    ("clinikal trial", "clinical trial"),
    ("life expectansy", "life expectancy"),
    ("wate loss", "weight loss"),
    ("protin beam", "proton beam"),
  ]
  /// Ordinary words, some with endings, which stay even where the corpus holds a word like them.
  static let ordinary = words.split(whereSeparator: \.isWhitespace).map(String.init)
  /// Words of the corpus that lie one slip from ordinary ones.
  static let neighbours =
    "gene telly fire leads cent paint stall step list guts sample wander crushing bung burn rule water"

  private static func list(_ text: String) -> [(typed: String, meant: String)] {
    text.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return (String(words[0]), String(words[1]))
    }
  }

  private static let words = """
    particular skull pig parliament regret stolen eject eagle remind possess tiptoe teddy eastern
    celebrity oxford holder current carry seafood write tore bang such mice passion unlock temper
    unable detect thirst american samantha bomb bizarre avalanche elderly fortune supermarket
    asset philip internet original strode empty ride flick treaty helium raspberry add vessel
    california peanut upset guard mother short cactus garbage impact finland represent hazard
    aspect bravo slow citizen minority circus heap mark boundary ankle william about export
    exercise belfast plus loop midday new briefcase soda tip enterprise weak gradual jet candid
    husband jacob amid mum commit crawl freezer chef album bled physics program drawing whoever
    skin edward pace reindeer electric cotton neutral truly manchester comfort message nick
    explode ability strung homeless anybody exotic edible mention susan tries spoken cheer banjo
    david explosion ought geography aid talk ireland her maria brighton britain careless except
    stapler tournament foundation among surround limb litter these passport contest privacy
    spelling creature dull thursday department hurricane fight tambourine fry device tim shrunk
    endure wisdom massive primary sweater bump nigeria beautiful china clash bacon renew gave
    footpath mechanic generation suggest pudding held rising dove brain consume precise skip gone
    tell fare lose says stopped stopping walked walking played playing carried carries tried hoped
    hoping cooked baking baked dances danced driving drove cakes boxes dishes watches kisses
    stories cities parties babies happier happiest louder loudest colder quickly slowly kindly
    badly happily sadness darkness hopeless helpful painter singer farmers dancing sailed sailing
    cooking washes cleaned cleaning shouted shouting jumped jumping kicked lifted loading parked
    parking pushed pulled rained raining rolled roofs rooms rubbed running sandy selling shaped
    shared shining shopped signed sitting skating sleeping smiling smoked snowing sorted spending
    spilled sprayed standing starred stirred swimming taxis teaching tidied tied tipped trading
    travelled trusted tunes turned typing visited voting waited wanted warmed washed wasted
    watered waving wearing winning wished wondered writing yawned Leeds Monday Wednesday
    Birmingham Australia Netflix Manchester Sunday December Oliver Margaret
    """

  private static let pairs = """
    wurking working
    keemo chemo
    chemotheropy chemotherapy
    chemothrapy chemotherapy
    cheemotherapy chemotherapy
    radeation radiation
    raditaion radiation
    radiotherepy radiotherapy
    radeotherapy radiotherapy
    hedake headache
    hedaches headaches
    headeck headache
    headacke headache
    nurological neurological
    newrological neurological
    immunotheropy immunotherapy
    immuntherapy immunotherapy
    diahrea diarrhoea
    diarea diarrhoea
    diarhoea diarrhoea
    tyred tired
    tierd tired
    tiredniss tiredness
    resavoir reservoir
    reservor reservoir
    rezervoir reservoir
    hydrosefalus hydrocephalus
    hydrocefalus hydrocephalus
    hydrocephalis hydrocephalus
    serebral cerebral
    cerebrospynal cerebrospinal
    sereebrospinal cerebrospinal
    leptomenengeal leptomeningeal
    leptomeningael leptomeningeal
    leptomeninjeal leptomeningeal
    menengies meninges
    mennenges meninges
    metastasees metastases
    metastacis metastasis
    metastises metastases
    siezure seizure
    seezure seizure
    seazures seizures
    seisures seizures
    seezhures seizures
    nawsea nausea
    nausia nausea
    naushea nausea
    vommiting vomiting
    vomating vomiting
    simptoms symptoms
    symtems symptoms
    sympthoms symptoms
    symptons symptoms
    diagnosys diagnosis
    dyagnosis diagnosis
    diagnozis diagnosis
    progknosis prognosis
    stearoids steroids
    steroyds steroids
    dexamethazone dexamethasone
    dexamethsone dexamethasone
    methotrexat methotrexate
    cytarabeen cytarabine
    sitarabine cytarabine
    payliative palliative
    palative palliative
    hosspis hospice
    medisin medicine
    medicin medicine
    medecine medicine
    swolen swollen
    swoling swelling
    sweling swelling
    weekness weakness
    weaknes weakness
    numness numbness
    nummness numbness
    confusd confused
    confushun confusion
    konfused confused
    infektion infection
    infexion infection
    bleading bleeding
    surgury surgery
    opperation operation
    inflammashun inflammation
    memmory memory
    balanse balance
    ballance balance
    blader bladder
    bowle bowel
    bowell bowel
    preshure pressure
    preasure pressure
    breething breathing
    breating breathing
    fatige fatigue
    fateeg fatigue
    appitite appetite
    anestetic anaesthetic
    anisthetic anaesthetic
    annesthetic anaesthetic
    lukemia leukaemia
    leukeamia leukaemia
    lukeemia leukaemia
    lymfoma lymphoma
    limphoma lymphoma
    melinoma melanoma
    mellanoma melanoma
    nek neck
    dubble double
    vishun vision
    hering hearing
    heering hearing
    stomack stomach
    skalp scalp
    needel needle
    nedle needle
    scann scan
    skan scan
    sckan scan
    trile trial
    survivle survival
    servival survival
    survivul survival
    treetment treatment
    tretment treatment
    kure cure
    cancor cancer
    toomer tumour
    tumuor tumour
    hosptial hospital
    physeo physio
    fysio physio
    physiotherepy physiotherapy
    emergancy emergency
    ambulanse ambulance
    temprature temperature
    temperchure temperature
    feever fever
    antibiotocs antibiotics
    antybiotics antibiotics
    paralised paralysed
    paralized paralysed
    brething breathing
    hadache headache
    headahce headache
    seizur seizure
    seizhure seizure
    surgerie surgery
    nauzea nausea
    nausous nauseous
    dizzyness dizziness
    dizines dizziness
    palitive palliative
    oncoligist oncologist
    onkologist oncologist
    neurologyst neurologist
    newrologist neurologist
    radiolagist radiologist
    catheder catheter
    cathater catheter
    cafeter catheter
    ventrical ventricle
    ventrikle ventricle
    aracnoid arachnoid
    arachnoyd arachnoid
    proggression progression
    progreshun progression
    remision remission
    remishun remission
    reaccurence recurrence
    recurence recurrence
    reccurrance recurrence
    membrain membrane
    membrayne membrane
    injecshun injection
    injektion injection
    sedashun sedation
    sedasion sedation
    constipashun constipation
    hallucinashun hallucination
    halucination hallucination
    swollowing swallowing
    swallowin swallowing
    speach speech
    speeche speech
    numnes numbness
    tingeling tingling
    incontinance incontinence
    incontinense incontinence
    unconshus unconscious
    unconcious unconscious
    phisician physician
    fisician physician
    rehabilitashun rehabilitation
    nursse nurse
    """
}
