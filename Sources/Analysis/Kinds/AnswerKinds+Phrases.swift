/// The words that tell what is asked for or given.
extension AnswerKinds {
  static let questionPhrases = {
    var phrases = PhraseKinds()
    phrases.add(
      KindWord.Roles(.share),
      """
      how common, how often, how rare, how likely, how frequent, how frequently, how unusual,
      how many people, how many patients, how many of, how many others, percent, per cent,
      percentage, proportion, odds, chance, chances, likelihood, incidence, prevalence, rate, rates,
      frequency, what share
      """)
    phrases.add(
      KindWord.Roles(.duration),
      """
      how long, how soon, how quickly, how many months, how many weeks, how many years,
      how many days, how many hours, how many minutes, how much time, how much longer, survival,
      survive, survived, lifespan, life expectancy, time left, median, gap
      """)
    phrases.add(
      KindWord.Roles(.amount),
      "how much, how many, how big, how large, how small, how high, how fast, what size")
    phrases.add(
      KindWord.Roles(.names),
      """
      other name, other names, another name, different name, other word, other words, another word,
      called, same thing as, same disease as, same illness as, same as, also known, known as,
      synonym, synonyms
      """)
    phrases.add(
      KindWord.Roles(.reason),
      "why, what causes, what makes, how come, cause of, mechanism, mechanisms, reason")
    phrases.add(
      KindWord.Roles(.list),
      """
      symptoms, signs, treatments, options, which drugs, what drugs, which medicines,
      what medicines, which medications, what medications, which tests, what tests, side effects,
      risks, what causes, which cancers, what cancers, which factors, what factors, what questions,
      which questions, complications, kinds of, types of, list of, other names, synonyms
      """)
    return phrases
  }()

  static let textPhrases = {
    var phrases = PhraseKinds()
    phrases.add(.few, "a, an, few, several, one, two, three, four, five, six, ten, half")
    phrases.add(
      .unitOfTime,
      """
      month, months, year, years, week, weeks, day, days, hour, hours, minute, minutes, second,
      seconds
      """)
    phrases.add(.link, "in, of, out")
    phrases.add(.ten, "ten")
    phrases.add(
      KindWord.Roles(.share),
      """
      per cent, percent, third of, half of, quarter of, most people, few people, many people,
      most common, commonest, rare, rarely, uncommon, majority
      """)
    phrases.add(
      KindWord.Roles(.names),
      "called, known as, other names, names for, name for, same as, same thing, many names")
    phrases.add(
      KindWord.Roles(.reason),
      """
      because, so that, due to, caused by, happens when, happen when, occurs when, occur when,
      reason, leads to, lead to, results in, result in, results from, as a result, causes, cause
      """)
    return phrases
  }()
}
