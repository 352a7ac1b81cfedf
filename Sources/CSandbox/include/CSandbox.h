// How a process locks itself down before it runs what it does not trust.
//
// Call, in this order: ys_close_other_descriptors, then ys_sandbox_enter. What they set is kept by
// the kernel and cannot be taken back; this target keeps no state of its own. On Linux (x86-64 and
// 64-bit ARM) all layers are there; elsewhere the report says which are not.
//
// After ys_sandbox_enter the process can compute, use memory within its limit, read(2) descriptor
// 0, write(2) descriptors 1 and 2, abort and exit. Anything else ends it with SIGSYS, except for
// the few questions of the C library that are answered with EPERM. So threads must be there
// beforehand, and input and output must be read(2), write(2) and writev(2) that wait (poll is not
// allowed). Nothing may open a file late: locales, time zones, libraries loaded on demand.
#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stdint.h>

/// What the process may use from now on. 0 leaves a limit as it is; a limit is never raised.
typedef struct {
  /// Bytes of address space, everything already mapped included: beyond it, malloc returns NULL.
  uint64_t address_space;
  /// Seconds of processor time since the process started: beyond it, the kernel sends SIGKILL.
  uint64_t cpu_seconds;
} ys_sandbox_limits;

/// Which layers are in force: 1, or 0 where the kernel has none or refused.
typedef struct {
  /// No program that it could start gains privileges, and no other process may look into it.
  int no_new_privileges;
  /// The limits, and: no core dump, no descriptor, no process, no locked memory, no file growth.
  int rlimits;
  /// The filter of system calls, on every thread.
  int seccomp;
  /// The errno of the first failure; 0 when there was none.
  int error;
} ys_sandbox_report;

/// Enters the sandbox, as far as the kernel goes: a layer that fails does not keep the next ones
/// from being tried. Returns 0 when all are in force, else the report's `error`.
///
/// Signals that tell of a crash get their default action back, because a handler that starts a
/// process (as Swift's backtraces do) would turn every crash into SIGSYS. Standard output and error
/// that are regular files can still grow.
int ys_sandbox_enter(const ys_sandbox_limits *limits, ys_sandbox_report *report);

/// Closes every descriptor from `first` on. Returns 0, or an errno.
int ys_close_other_descriptors(int first);

#endif
