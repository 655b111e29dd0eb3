// Zstandard, the compressor of passages. ZDICT makes its dictionary.
#include <zdict.h>
// For ZSTD_createDDict_byReference, which has been there since version 1.1.
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>
