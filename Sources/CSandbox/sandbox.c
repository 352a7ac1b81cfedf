// Enters the sandbox layer by layer, and reports which are in force.
#include <errno.h>
#include <signal.h>
#include <stddef.h>

#include "layers.h"

#if defined(__linux__)
#include <sys/prctl.h>

int ys_drop_privileges(void) {
  int error = 0;
  // Also what lets a process without privileges install a filter.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) error = errno;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 && error == 0) error = errno;
  return error;
}
#else
int ys_drop_privileges(void) { return ENOSYS; }
#endif

/// Whoever waits for this process learns how it ended, not that a handler was not allowed to run.
static int restore_default_actions(void) {
  static const int signals[] = {SIGABRT, SIGBUS,  SIGFPE,  SIGILL, SIGQUIT,
                                SIGSEGV, SIGTRAP, SIGXCPU, SIGSYS};
  struct sigaction action = {.sa_handler = SIG_DFL};
  int error = 0;
  for (size_t index = 0; index < sizeof signals / sizeof *signals; index++) {
    if (sigaction(signals[index], &action, NULL) != 0 && error == 0) error = errno;
  }
  return error;
}

/// Whether a layer is in force; remembers the first error.
static int in_force(int error, ys_sandbox_report *report) {
  if (report->error == 0) report->error = error;
  return error == 0;
}

int ys_sandbox_enter(const ys_sandbox_limits *limits, ys_sandbox_report *report) {
  *report = (ys_sandbox_report){0};
  in_force(restore_default_actions(), report);
  report->no_new_privileges = in_force(ys_drop_privileges(), report);
  report->rlimits = in_force(ys_lower_limits(limits), report);
  report->seccomp = in_force(ys_filter_calls(), report);
  return report->error;
}
