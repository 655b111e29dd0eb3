// The Snowball stemmers. Debian ships no pkg-config file for them.
#include <libstemmer.h>
