// The target has declarations only; a target needs a source file.
#include "CFuzzer.h"
