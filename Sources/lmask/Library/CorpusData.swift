internal import Analysis
internal import Corpus

/// The files that describe a corpus, each read with its errors put into a sentence.
enum CorpusData {
  /// An empty one if the corpus has none.
  static func thesaurus(
    _ reader: CorpusReader, _ listing: CorpusListing
  ) throws(Trouble) -> Thesaurus {
    guard let source = try file(Thesaurus.fileName, reader, listing) else { return Thesaurus() }
    var analyzer = Analyzer.standard()
    do throws(ThesaurusError) { return try Thesaurus(source, analyzer: &analyzer) } catch {
      throw Trouble(error)
    }
  }

  /// None if the corpus has no such file; their cards' citations are checked.
  static func urgentSigns(
    _ reader: CorpusReader, _ listing: CorpusListing, citing bibliography: Bibliography?
  ) throws(Trouble) -> UrgentSigns {
    guard let source = try file(UrgentSigns.fileName, reader, listing) else { return UrgentSigns() }
    do throws(CorpusError) {
      let signs = try UrgentSigns(source)
      try signs.checkCitations(path: source.path, in: bibliography)
      return signs
    } catch { throw Trouble(error) }
  }

  private static func file(
    _ name: String, _ reader: CorpusReader, _ listing: CorpusListing
  ) throws(Trouble) -> SourceText? {
    do throws(CorpusError) { return try reader.dataFile(name, in: listing) } catch {
      throw Trouble(error)
    }
  }
}
