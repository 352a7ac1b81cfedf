// SIGINT as a flag and a readable descriptor instead of the end of the process.
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>

#include "internal.h"

// Signal handlers see these at any time, so they are never taken down, only reset.
static atomic_bool waits;
static yse_wake wake;
static int catches;
static struct sigaction former;

static void on_interrupt(int number) {
  (void)number;
  int saved = errno;
  atomic_store(&waits, true);
  yse_wake_up(&wake);
  errno = saved;
}

bool yse_interrupts_catch(void) {
  if (!yse_wake_open(&wake)) return false;
  if (catches == 0) {
    struct sigaction action = {.sa_flags = SA_RESTART};
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGINT, &action, &former) != 0) return false;
  }
  catches++;
  yse_interrupt_take();
  return true;
}

void yse_interrupts_release(void) {
  if (catches == 0) return;
  catches--;
  if (catches > 0) return;
  sigaction(SIGINT, &former, NULL);
  yse_interrupt_take();
}

int yse_interrupts_descriptor(void) { return yse_wake_descriptor(&wake); }

bool yse_interrupt_waits(void) { return atomic_load(&waits); }

bool yse_interrupt_take(void) {
  // Drained first: an interrupt between the two is then reported now, never lost.
  yse_wake_drain(&wake);
  return atomic_exchange(&waits, false);
}
