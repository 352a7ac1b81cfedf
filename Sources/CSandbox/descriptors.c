// Closes what the process inherited or opened.
#include <errno.h>
#include <limits.h>
#include <sys/resource.h>
#include <unistd.h>

#include "CSandbox.h"

#if defined(__linux__)
#include <sys/syscall.h>
#endif

/// For kernels without close_range (Linux before 5.9).
static int close_one_by_one(int first) {
  // The most that Linux allows unless an administrator raised it.
  const int most = 1 << 20;
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return errno;
  int end = limit.rlim_max < (rlim_t)most ? (int)limit.rlim_max : most;
  for (int descriptor = first; descriptor < end; descriptor++) close(descriptor);
  return 0;
}

int ys_close_other_descriptors(int first) {
  if (first < 0) return EINVAL;
#if defined(SYS_close_range)
  if (syscall(SYS_close_range, (unsigned)first, UINT_MAX, 0) == 0) return 0;
#endif
  return close_one_by_one(first);
}
