// CommonMark's reference parser, cmark.
#include <cmark.h>
#include <stdlib.h>
