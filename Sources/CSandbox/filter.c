// The system calls that a locked process may make, as a seccomp filter.
#include <errno.h>

#include "layers.h"

#if defined(__linux__) && (defined(__x86_64__) || (defined(__aarch64__) && !defined(__AARCH64EB__)))

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// Kernels before 4.14 read this as: end the thread. With one thread that is the same.
#define KILL SECCOMP_RET_KILL_PROCESS
#define ALLOW SECCOMP_RET_ALLOW
#define REFUSE (SECCOMP_RET_ERRNO | EPERM)

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
// The low half, which is all that the kernel reads of a descriptor, a signal, protection or flags.
#define ARGUMENT(index) LOAD(args[index])
#define END(action) BPF_STMT(BPF_RET | BPF_K, action)
// Both skip so many instructions when it holds, and when it does not.
#define EQUAL(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, yes, no)
#define ANY_BIT(bits, yes, no) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, yes, no)

// Rules expect the call's number in the accumulator. One that applies ends the filter; one that
// does not leaves the accumulator as it was.
#define CALL(name, length) EQUAL(__NR_##name, 0, length)
#define ALWAYS(name, action) CALL(name, 1), END(action)
#define WHERE(name, index, value) \
  CALL(name, 4), ARGUMENT(index), EQUAL(value, 0, 1), END(ALLOW), END(KILL)
#define WHERE_EITHER(name, index, value, other, otherwise)                              \
  CALL(name, 5), ARGUMENT(index), EQUAL(value, 1, 0), EQUAL(other, 0, 1), END(ALLOW), \
      END(otherwise)

int ys_filter_calls(void) {
  struct sock_filter rules[] = {
      LOAD(arch),
      EQUAL(ARCHITECTURE, 1, 0),
      END(KILL),
      LOAD(nr),
      // The x32 convention has the same architecture, but a bit of its own in every number, so none
      // of its calls is among these.

      // Input, results and messages, and nothing else that happens to be open.
      WHERE(read, 0, STDIN_FILENO),
      WHERE_EITHER(write, 0, STDOUT_FILENO, STDERR_FILENO, KILL),
      WHERE_EITHER(writev, 0, STDOUT_FILENO, STDERR_FILENO, KILL),
      ALWAYS(close, ALLOW),

      // malloc: brk for small blocks; mmap, mremap and munmap for large ones, and where the heap
      // cannot grow; mprotect and madvise in the heaps of further threads and as they end. Memory
      // is never a file's and never becomes executable.
      ALWAYS(brk, ALLOW),
      ALWAYS(munmap, ALLOW),
      ALWAYS(mremap, ALLOW),
      CALL(mmap, 6),
      ARGUMENT(2),
      ANY_BIT(PROT_EXEC, 3, 0),
      ARGUMENT(3),
      ANY_BIT(MAP_ANONYMOUS, 0, 1),
      END(ALLOW),
      END(KILL),
      CALL(mprotect, 4),
      ARGUMENT(2),
      ANY_BIT(PROT_EXEC, 1, 0),
      END(ALLOW),
      END(KILL),
      WHERE_EITHER(madvise, 2, MADV_DONTNEED, MADV_FREE, REFUSE),

      // Swift seeds the hashing of each dictionary's storage and its random numbers with it.
      ALWAYS(getrandom, ALLOW),

      // Locks of the Swift runtime and the C library, when threads meet.
      ALWAYS(futex, ALLOW),
      ALWAYS(sched_yield, ALLOW),

      // Clocks, on machines where reading them needs the kernel.
      ALWAYS(clock_gettime, ALLOW),
      ALWAYS(clock_getres, ALLOW),
      ALWAYS(gettimeofday, ALLOW),
#if defined(__NR_time)
      ALWAYS(time, ALLOW),
#endif

      // abort, which Swift calls when memory runs out; no other signal, to no other process.
      ALWAYS(rt_sigprocmask, ALLOW),
      ALWAYS(getpid, ALLOW),
      ALWAYS(gettid, ALLOW),
      CALL(tgkill, 6),
      ARGUMENT(0),
      EQUAL((uint32_t)getpid(), 0, 3),
      ARGUMENT(2),
      EQUAL(SIGABRT, 0, 1),
      END(ALLOW),
      END(KILL),

      // The way back from handlers that were there before, and from being stopped and continued.
      ALWAYS(rt_sigreturn, ALLOW),
      ALWAYS(restart_syscall, ALLOW),

      ALWAYS(exit, ALLOW),
      ALWAYS(exit_group, ALLOW),

      // What stdio asks about a stream on first use and at the end; without an answer it buffers.
      // Answering newfstatat could tell of any path.
      ALWAYS(newfstatat, REFUSE),
      ALWAYS(fstat, REFUSE),
      ALWAYS(lseek, REFUSE),
      ALWAYS(ioctl, REFUSE),

      END(KILL),
  };
  struct sock_fprog program = {sizeof rules / sizeof *rules, rules};
  long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
  if (result < 0) return errno;
  // A thread that has a filter of its own, and so cannot take this one.
  return result == 0 ? 0 : ESRCH;
}

#else

int ys_filter_calls(void) { return ENOSYS; }

#endif
