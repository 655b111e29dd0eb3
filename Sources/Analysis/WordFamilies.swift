internal import Corpus

/// Forms of one word that the stemmer would part, brought to one form before it runs.
///
/// Only forms of the same word stand here: irregular inflections, Greek and Latin endings, and
/// British and American spellings. Different words for the same thing belong in a thesaurus.
/// The leptomeninges are headed by their singular, because the stemmer would join the plural with
/// "leptomeningeal", which people say for the disease.
package struct WordFamilies: TokenFilter {
  package var fingerprint: String { "families-\(ContentHash(Self.source))" }

  package init() {}

  package func term(for term: String) -> String? { Self.table.head(of: term) ?? term }

  /// Whether the term of a word starts with the letter that the word starts with: neither folding nor
  /// the stemmer ever changes that letter, but "undiagnosed" is one of the forms of "diagnosis".
  ///
  /// - Parameter word: small letters of ASCII.
  package static func keepsFirstLetter(of word: String) -> Bool { !table.contains(word) }

  /// The families as the list below writes them: the head, then its other forms.
  package static var families: [[String]] {
    source.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  /// The same of a word that starts with two letters of ASCII, small or capital, whatever follows
  /// them: no folding changes what a word starts with.
  package static func keepsFirstLetter(ofWordsWith first: UInt8, _ second: UInt8) -> Bool {
    table.keepsFirstLetter(of: first, second)
  }

  private static let table = WordTable(families: source)

  /// One family a line.
  private static let source = """
    diagnosis diagnoses diagnosed diagnose diagnosing diagnostic diagnostics diagnosable undiagnosed
    metastasis metastases metastatic metastasise metastasised metastasises metastasising metastasize metastasized metastasizes metastasizing mets
    prognosis prognoses prognostic
    paralysis paralyses paralysed paralyse paralysing paralyzed paralyze paralyzing paralytic paralyzes
    treat treats treated treating treatment treatments treatable untreated
    cure cures cured curing curable curative incurable
    swell swells swelling swellings swollen swelled
    tumour tumours tumor tumors tumoral tumorous
    oedema edema oedemas edemas oedematous edematous
    diarrhoea diarrhea diarrhoeal diarrheal
    haematology hematology haematological hematological haematologic hematologic haematologist hematologist haematologists hematologists
    haemorrhage hemorrhage haemorrhages hemorrhages haemorrhaging hemorrhaging haemorrhagic hemorrhagic haemorrhaged hemorrhaged
    haemoglobin hemoglobin
    anaemia anemia anaemic anemic
    leukaemia leukemia leukaemias leukemias leukaemic leukemic
    oesophagus esophagus oesophageal esophageal
    paediatric pediatric paediatrics pediatrics paediatrician pediatrician paediatricians pediatricians
    gynaecology gynecology gynaecological gynecological gynaecologist gynecologist gynaecologists gynecologists
    anaesthetic anesthetic anaesthetics anesthetics anaesthesia anesthesia anaesthetist anesthetist anaesthetised anesthetized anaesthetists anesthetists anaesthetise anesthetize
    orthopaedic orthopedic orthopaedics orthopedics
    foetus fetus foetal fetal foetuses fetuses
    ischaemia ischemia ischaemic ischemic
    septicaemia septicemia
    lymphoedema lymphedema
    papilloedema papilledema
    paraesthesia paresthesia paraesthesias paresthesias
    dyspnoea dyspnea
    apnoea apnea
    oestrogen estrogen oestrogens estrogens
    aetiology etiology
    haematoma hematoma haematomas hematomas
    hypercalcaemia hypercalcemia
    hyponatraemia hyponatremia
    hypoglycaemia hypoglycemia
    hyperglycaemia hyperglycemia
    leucocyte leukocyte leucocytes leukocytes
    faeces feces faecal fecal
    coeliac celiac
    behaviour behavior behaviours behaviors behavioural behavioral
    colour color colours colors coloured colored colouring coloring
    favour favor favours favors favourable favorable unfavourable unfavorable
    labour labor
    odour odor
    honour honor
    centre center centres centers centred centered
    fibre fiber fibres fibers
    litre liter litres liters
    metre meter metres meters
    programme program programmes programs
    counselling counseling counsel counsellor counselor counsellors counselors
    sulphate sulfate sulphates sulfates
    analyse analysed analyses analysing analyze analyzed analyzes analyzing analysis
    recognise recognised recognises recognising recognize recognized recognizes recognizing
    organise organised organising organize organized organizing organisation organization organisations organizations organises organizes
    localise localised localize localized localising localizing localisation localization
    hospitalise hospitalised hospitalize hospitalized hospitalisation hospitalization
    immunise immunised immunize immunized immunisation immunization
    stabilise stabilised stabilises stabilising stabilize stabilized stabilizes stabilizing
    randomise randomised randomising randomize randomized randomizing
    specialise specialised specialises specialising specialize specialized specializes specializing
    practise practised practising practice practices practiced practicing
    surgery surgeries surgical surgically surgeon surgeons
    inflammation inflamed inflame inflames inflammatory inflammations
    irradiation irradiate irradiated irradiating
    radiation radiate radiations
    therapy therapies therapeutic therapeutics therapist therapists
    malignant malignancy malignancies
    carcinomatosis carcinomatous
    neoplasm neoplasms neoplastic neoplasia
    meninges meninx meningeal
    leptomeninx leptomeninges
    spine spinal spines
    ventricle ventricles ventricular
    cerebrum cerebral
    cranium cranial
    vertebra vertebrae vertebral
    thorax thoracic
    neurology neurological neurologic neurologist neurologists neurologically
    oncology oncological oncologic oncologist oncologists
    radiology radiological radiologist radiologists
    cytology cytological cytologic cytologically
    pathology pathological pathologic pathologist pathologists
    psychology psychological psychologist psychologists
    hydrocephalus hydrocephalic
    nausea nauseous nauseated
    vision visual visually
    memory memories memorise memorize
    allergy allergies allergic
    anxiety anxious anxieties
    pregnancy pregnant pregnancies
    heredity hereditary
    toxic toxicity toxicities
    hormone hormones hormonal
    infection infections infect infects infected infectious
    nutrient nutrients nutrition nutritional
    breathe breathes breathed breathing breath breaths breathless breathlessness
    weak weaker weakest weakness weaknesses weaken weakens weakened weakening
    pain pains painful painfully
    strong stronger strongest strength strengths strengthen
    long longer longest length lengths lengthen lengthens lengthened lengthening
    short shorter shortest shorten shortens shortened
    high higher highest height
    low lower lowest
    big bigger biggest
    large larger largest
    small smaller smallest
    late later latest
    early earlier earliest
    soon sooner soonest
    good better best
    bad worse worst worsen worsens worsened worsening badly
    common commoner commonest commonly uncommon uncommonly
    rare rarer rarest rarely rarity
    likelihood likely likelier likeliest
    efficacy effective effectively effectiveness ineffective
    meds medication medications medicated
    safe safer safest safety safely
    deep deeper deepest depth deeply
    wide wider widest width widely
    old older oldest
    young younger youngest
    fast faster fastest
    slow slower slowest slowly
    people person persons
    child children childs
    man men
    woman women
    foot feet
    tooth teeth
    die dies died dying death deaths dead
    live lives lived living life alive
    survive survives survived surviving survival survivor survivors
    begin begins began begun beginning
    break breaks broke broken breaking
    bring brings brought bringing
    buy buys bought
    catch catches caught catching
    choose chooses chose chosen choosing choice choices
    come comes came coming
    drink drinks drank drunk drinking
    drive drives drove driven driving driver
    eat eats ate eaten eating
    fall falls fell fallen falling
    feel feels felt feeling feelings
    fight fights fought fighting
    find finds found finding findings
    fly flies flew flown flying flight flights
    forget forgets forgot forgotten forgetting forgetful
    get gets got gotten getting
    give gives gave given giving
    go goes went gone going
    grow grows grew grown growing growth
    hear hears heard hearing
    hold holds held holding
    keep keeps kept keeping
    know knows knew known knowing knowledge
    lie lies lay lain lying
    lose loses lost losing loss losses
    make makes made making
    mean means meant meaning
    meet meets meeting meetings
    pay pays paid paying payment
    ring rings rang rung ringing
    run runs ran running
    say says said saying
    see sees saw seen seeing sight
    shake shakes shook shaken shaking shaky
    sleep sleeps slept sleeping asleep sleepy sleepiness
    speak speaks spoke spoken speaking speech
    spread spreads spreading
    stand stands stood standing
    stick sticks stuck sticking
    take takes took taken taking
    teach teaches taught teaching
    tell tells told telling
    think thinks thought thoughts thinking
    wake wakes woke woken waking awake
    wear wears wore worn wearing
    write writes wrote written writing
    not cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt mustnt neednt
    """
}
