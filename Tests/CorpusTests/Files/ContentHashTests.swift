import Testing

@testable import Corpus

/// Vectors computed with the reference implementation, xxHash 0.8.
@Suite struct ContentHashTests {
  @Test(arguments: [
    ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
    ("Nobody inspects the spammish repetition", "fbcea83c8a378bf1"),
  ])
  func `published vectors hold`(text: String, digits: String) {
    #expect(ContentHash(text).description == digits)
    #expect(ContentHash(Array(text.utf8)) == ContentHash(text))
  }

  /// Lengths on both sides of every step of the algorithm: 4, 8 and 32 bytes.
  @Test(
    arguments: [
      (1, 0x2078_e1ad_38ad_738b), (2, 0x1616_f09d_84ec_c412), (3, 0xbdef_762e_8804_c53e),
      (4, 0x6bb9_9866_cb63_c0a8), (5, 0x94b8_26c2_dbb0_fe8e), (7, 0x3136_5618_ad87_4893),
      (8, 0x3ba0_0067_9fbe_e7b5), (9, 0xc768_4ea3_ee9e_6072), (11, 0x71bb_4137_6403_51ff),
      (12, 0x16db_5bec_86b7_f42a), (13, 0xcc9d_e9a2_5916_9bd5), (15, 0xa366_6d45_2d79_e70d),
      (16, 0x201b_d743_88e1_fae2), (17, 0xd7ab_41f8_a7f2_fa16), (20, 0x3d3c_1977_09d9_2f12),
      (24, 0xfca4_d032_f914_7bb8), (28, 0x99bc_eafc_8773_7f14), (31, 0x7231_3803_63bb_4388),
      (32, 0x5669_9a69_da28_fd3b), (33, 0xd477_4475_9312_4012), (35, 0xab58_7ace_b55e_4ae0),
      (36, 0x3701_9587_3173_b1fb), (39, 0xe56e_6055_463e_9e14), (40, 0xf85f_a532_e727_e82e),
      (41, 0xf82c_6c27_034b_c478), (47, 0xa113_904d_ac10_7d57), (48, 0x574c_6578_f846_d0fb),
      (55, 0x9368_bd6d_d77c_0d71), (63, 0x8898_cd82_19f4_57fc), (64, 0xbad3_3106_0e4c_d79a),
      (65, 0x693d_dd99_7dbe_1542), (71, 0xd6d8_9de4_2e40_bc16), (76, 0xf688_f5fb_c9bd_fe06),
      (95, 0x57ae_0053_2dc6_e097), (96, 0x79b5_e66e_9457_47b6), (97, 0x5db6_d40b_7960_c2e6),
      (100, 0xfb44_3e08_ef7b_1ef3),
    ] as [(Int, UInt64)])
  func `every length of tail is hashed`(count: Int, value: UInt64) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 13) }
    #expect(ContentHash(bytes).value == value)
  }

  @Test func `memory that is not aligned gives the same hash`() {
    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 * 7 + 13) }
    for offset in 0..<9 {
      let padded = [UInt8](repeating: 0xAA, count: offset) + bytes
      let hash = ContentHash(padded.span.bytes.extracting(offset..<padded.count))
      #expect(hash == ContentHash(bytes))
    }
  }

  @Test func `the description is always sixteen digits`() {
    #expect(ContentHash(value: 0).description == "0000000000000000")
    #expect(ContentHash(value: 0xAB).description == "00000000000000ab")
    #expect(ContentHash(value: .max).description == "ffffffffffffffff")
  }
}
