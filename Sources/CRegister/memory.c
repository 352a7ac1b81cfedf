// What becomes of memory that is freed.
#ifdef __linux__
#include <malloc.h>
#endif

#include "CRegister.h"

void ysr_keep_freed_memory(void) {
#ifdef __GLIBC__
  enum { MOST = 64 << 20 };
  mallopt(M_MMAP_THRESHOLD, MOST);
  mallopt(M_TRIM_THRESHOLD, MOST);
#endif
}
