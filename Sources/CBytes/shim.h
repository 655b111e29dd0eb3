// What Swift cannot say: comparisons of many bytes as the bits of one number, and what is read soon.

// A bit for each of 64 bytes, the first one lowest.
typedef struct {
  // Letters and digits of ASCII.
  unsigned long long words;
  unsigned long long spaces;
  // Not ASCII.
  unsigned long long wide;
} ByteKinds;

// The kinds of the first 64 bytes; what is missing of them counts as spaces.
static inline ByteKinds byte_kinds(const unsigned char *bytes, unsigned long count) {
  typedef signed char Bytes __attribute__((ext_vector_type(64)));
  typedef _Bool Bits __attribute__((ext_vector_type(64)));
  Bytes all = ' ';
  if (count >= 64) {
    __builtin_memcpy(&all, bytes, 64);
  } else {
    __builtin_memcpy(&all, bytes, count);
  }
  Bytes small = all | 0x20;
  Bits words = __builtin_convertvector(
      ((small >= 'a') & (small <= 'z')) | ((all >= '0') & (all <= '9')), Bits);
  Bits spaces = __builtin_convertvector(all == ' ', Bits);
  Bits wide = __builtin_convertvector(all < 0, Bits);
  ByteKinds kinds;
  __builtin_memcpy(&kinds.words, &words, 8);
  __builtin_memcpy(&kinds.spaces, &spaces, 8);
  __builtin_memcpy(&kinds.wide, &wide, 8);
  return kinds;
}

// Has memory sent for; the program goes on at once. An address where nothing stands does no harm.
static inline void will_read(unsigned long address) {
  __builtin_prefetch((const void *)address);
}
