// Limits that the kernel keeps on a process, whatever it runs.
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "layers.h"

/// Sets a limit's soft and hard value, unless it is lower already.
static int lower(int resource, uint64_t value) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return errno;
  if (value < limit.rlim_max) limit.rlim_max = (rlim_t)value;
  if (limit.rlim_max < limit.rlim_cur) limit.rlim_cur = limit.rlim_max;
  return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

/// Whether output goes to a file, which the limit of a file's size would stop.
static bool writes_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

int ys_lower_limits(const ys_sandbox_limits *limits) {
  const struct {
    int resource;
    uint64_t value;
    bool applies;
  } all[] = {
      {RLIMIT_CPU, limits->cpu_seconds, limits->cpu_seconds != 0},
      // A core dump holds the data of whoever is assessed.
      {RLIMIT_CORE, 0, true},
      {RLIMIT_FSIZE, 0, !writes_file(1) && !writes_file(2)},
#if defined(RLIMIT_MEMLOCK)
      {RLIMIT_MEMLOCK, 0, true},
#endif
#if defined(RLIMIT_NPROC)
      // A privileged user is exempt; there only the filter forbids new processes.
      {RLIMIT_NPROC, 0, true},
#endif
      // Open descriptors stay; no further one fits.
      {RLIMIT_NOFILE, 0, true},
#if defined(RLIMIT_AS)
      {RLIMIT_AS, limits->address_space, limits->address_space != 0},
#endif
  };
  int error = 0;
  for (size_t index = 0; index < sizeof all / sizeof *all; index++) {
    if (!all[index].applies) continue;
    int failure = lower(all[index].resource, all[index].value);
    if (error == 0) error = failure;
  }
#if !defined(RLIMIT_AS)
  if (limits->address_space != 0 && error == 0) error = ENOSYS;
#endif
  return error;
}
