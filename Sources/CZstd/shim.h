// Zstandard, the compressor of passages. ZDICT makes its dictionary.
#include <zdict.h>
#include <zstd.h>
