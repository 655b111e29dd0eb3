import Testing

@testable import Search

@Suite struct MedicineNameTests {
  @Test(arguments: ["pembrolizumab", "letrozole", "cisplatin", "prednisone"])
  func `names of medicines are told by their ending`(name: String) {
    #expect(MedicineName.isLikely(name))
  }

  @Test(arguments: ["cancer", "spine", "nib", "medicine", "orphan"])
  func `other words are not medicines`(word: String) {
    #expect(!MedicineName.isLikely(word))
  }
}
