import Testing

@Suite struct FigureTextTests {
  @Test(
    arguments: [
      ("5-10%", "between 5 and 10 per cent of people"), ("5-10 per 100", "5 to 10 in every 100"),
      ("5-8%", "about 5–8% of them"), (">90%", "over 90% have pain"),
      ("3 layers", "there are three layers"), ("4 names", "4 other names for it"),
      ("16.1%", "it was 16.1% in all"), ("third", "it is the 3rd"), ("1st", "the first of them"),
      ("1st and 2nd lumbar vertebra", "between the first and second lumbar vertebrae"),
      ("35 (50%)", "35 people (50%) had it"), ("HR 2.73", "a hazard ratio of 2.73"),
      ("42 vs 21 patients", "42 people had one; the other 21 patients had none"),
      ("4.0 v 7.3 months", "4.0 months, and 7.3 months after"), ("3 Gy x 10", "10 doses of 3 Gy"),
      ("2105 patients", "2105 patients"), ("0808 800 4040", "ring 0808 800 4040"),
    ])
  func `a figure is found however it is written`(figure: String, text: String) {
    #expect(FigureText(text).holds(figure: figure))
  }

  @Test(
    arguments: [
      ("5%", "15% of people"), ("5%", "5 people"), ("5%", "0.5%"), ("16.1%", "16% and 1%"),
      ("5-10%", "10-5%"), ("5-10%", "5% of one kind of people, and of another 10%"),
      ("3 months", "3 weeks"),
      ("3 months", "in three years, or two, and some of them in one month"),
      ("42 vs 21 patients", "42 patients"), ("1st", "1"), ("2105", "21 05"), ("4", ""), ("-", "4"),
    ])
  func `another figure is not found`(figure: String, text: String) {
    #expect(!FigureText(text).holds(figure: figure))
  }
}
