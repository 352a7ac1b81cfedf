// A pipe to oneself, which carries a signal into a poll.
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "internal.h"

bool yse_wake_open(yse_wake *wake) {
  if (wake->is_open) return true;
  if (pipe(wake->ends) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(wake->ends[end], F_SETFD, FD_CLOEXEC);
    // A full pipe must not hold up a signal handler, nor an empty one its reader.
    fcntl(wake->ends[end], F_SETFL, O_NONBLOCK);
  }
  wake->is_open = true;
  return true;
}

void yse_wake_up(const yse_wake *wake) {
  if (!wake->is_open) return;
  ssize_t written = write(wake->ends[1], "", 1);
  (void)written;  // a full pipe is readable already
}

void yse_wake_drain(const yse_wake *wake) {
  char bytes[64];
  if (!wake->is_open) return;
  while (read(wake->ends[0], bytes, sizeof bytes) > 0) continue;
}

int yse_wake_descriptor(const yse_wake *wake) { return wake->is_open ? wake->ends[0] : -1; }
