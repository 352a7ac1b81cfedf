// Whose terminal it is, and that every way out gives it back: the end, exit, signals, Ctrl-Z.
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

/// What the terminal sends around pasted text from now on, or no longer.
static const char pastes_marked[] = "\033[?2004h";
static const char pastes_plain[] = "\033[?2004l";

/// How the terminal treats what is typed.
typedef enum {
  /// As it did before the editor was opened.
  ORDINARY,
  /// Keys wait until an entry is read, and do not show before. Ctrl-C and Ctrl-Z are signals.
  WAITING,
  /// Each key is the editor's.
  READING,
} mode;

// Signal handlers see these at any time.
static struct termios original;
static _Atomic mode current;
static atomic_bool marks_pastes, was_resized, was_continued;
static yse_wake wake;

static bool is_taken, restores_at_exit;

// MARK: Entering and leaving

static void send(const char *sequence, size_t length) {
  ssize_t written = write(STDOUT_FILENO, sequence, length);
  (void)written;  // a terminal that is gone needs no mode
}

/// Neither waits for output nor drops input, so that it is safe in signal handlers.
static void set_mode(mode next) {
  struct termios settings = original;
  if (next != ORDINARY) {
    settings.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL);
    settings.c_iflag &= ~(tcflag_t)ISTRIP;
    settings.c_oflag |= OPOST | ONLCR;
    settings.c_cc[VMIN] = 1;
    settings.c_cc[VTIME] = 0;
  }
  if (next == READING) {
    settings.c_lflag &= ~(tcflag_t)(ISIG | IEXTEN);
    settings.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON);
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  mode before = atomic_exchange(&current, next);
  if (!marks_pastes || (before == ORDINARY) == (next == ORDINARY)) return;
  if (next == ORDINARY) {
    send(pastes_plain, sizeof pastes_plain - 1);
  } else {
    send(pastes_marked, sizeof pastes_marked - 1);
  }
}

void yse_terminal_enter(void) {
  if (is_taken) set_mode(WAITING);
}

void yse_terminal_leave(void) {
  if (current != ORDINARY) set_mode(ORDINARY);
}

void yse_terminal_set_reading(bool is_reading) {
  if (current != ORDINARY) set_mode(is_reading ? READING : WAITING);
}

bool yse_terminal_is_plain(void) {
  const char *kind = getenv("TERM");
  return kind == NULL || *kind == '\0' || strcmp(kind, "dumb") == 0;
}

// MARK: Signals

/// When a signal that has a handler already is watched too.
typedef enum {
  /// Never: that handler may let the process live.
  IF_DEFAULT,
  /// Always: the process is lost, and the handler only tells how.
  EVEN_IF_HANDLED,
} watching;

typedef struct {
  int number;
  void (*handler)(int, siginfo_t *, void *);
  watching watching;
  bool is_installed;
  struct sigaction former;
} watched_signal;

static void on_ending(int number, siginfo_t *info, void *context);
static void on_stop(int number, siginfo_t *info, void *context);
static void on_resize(int number, siginfo_t *info, void *context);

static watched_signal signals[] = {
    {.number = SIGHUP, .handler = on_ending},
    {.number = SIGTERM, .handler = on_ending},
    {.number = SIGQUIT, .handler = on_ending, .watching = EVEN_IF_HANDLED},
    {.number = SIGABRT, .handler = on_ending, .watching = EVEN_IF_HANDLED},
    {.number = SIGBUS, .handler = on_ending, .watching = EVEN_IF_HANDLED},
    {.number = SIGFPE, .handler = on_ending, .watching = EVEN_IF_HANDLED},
    {.number = SIGILL, .handler = on_ending, .watching = EVEN_IF_HANDLED},
    {.number = SIGSEGV, .handler = on_ending, .watching = EVEN_IF_HANDLED},
    {.number = SIGTRAP, .handler = on_ending, .watching = EVEN_IF_HANDLED},
    {.number = SIGTSTP, .handler = on_stop},
    {.number = SIGWINCH, .handler = on_resize},
};
static const size_t signal_count = sizeof signals / sizeof *signals;

static watched_signal *watched(int number) {
  for (size_t index = 0; index < signal_count; index++) {
    if (signals[index].number == number) return &signals[index];
  }
  return NULL;
}

static bool install(watched_signal *signal) {
  // Where the stack has overflowed, only the alternate one is left.
  struct sigaction action = {.sa_flags = SA_RESTART | SA_ONSTACK | SA_SIGINFO};
  action.sa_sigaction = signal->handler;
  sigemptyset(&action.sa_mask);
  return sigaction(signal->number, &action, NULL) == 0;
}

/// Gives the terminal back, and the signal to whoever had it before.
static void on_ending(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  watched_signal *signal = watched(number);
  if (current == READING) send("\r\n", 2);
  yse_terminal_leave();
  if (signal != NULL) sigaction(number, &signal->former, NULL);
  // A faulty instruction is run again on return; another signal is delivered then.
  bool is_fault = info->si_code > 0 && number != SIGABRT && number != SIGQUIT;
  if (!is_fault || signal == NULL || signal->watching == IF_DEFAULT) raise(number);
  errno = saved;
}

/// Gives the terminal back, stops, and takes it again when the process is continued.
static void on_stop(int number, siginfo_t *info, void *context) {
  (void)info;
  (void)context;
  int saved = errno;
  watched_signal *signal = watched(number);
  mode before_stop = current;
  yse_terminal_leave();

  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, number);
  if (signal != NULL) sigaction(number, &signal->former, NULL);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &stop, &before);
  // Stopped here.
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (signal != NULL) install(signal);

  // It may have been set differently meanwhile.
  tcgetattr(STDIN_FILENO, &original);
  if (before_stop != ORDINARY) set_mode(before_stop);
  atomic_store(&was_continued, true);
  yse_wake_up(&wake);
  errno = saved;
}

static void on_resize(int number, siginfo_t *info, void *context) {
  (void)number;
  (void)info;
  (void)context;
  int saved = errno;
  atomic_store(&was_resized, true);
  yse_wake_up(&wake);
  errno = saved;
}

static void watch_signals(void) {
  for (size_t index = 0; index < signal_count; index++) {
    watched_signal *signal = &signals[index];
    if (sigaction(signal->number, NULL, &signal->former) != 0) continue;
    // Where it is ignored (nohup, no job control) or handled already, that was meant.
    bool is_default =
        (signal->former.sa_flags & SA_SIGINFO) == 0 && signal->former.sa_handler == SIG_DFL;
    if (!is_default && signal->watching == IF_DEFAULT) continue;
    signal->is_installed = install(signal);
  }
}

static void unwatch_signals(void) {
  for (size_t index = 0; index < signal_count; index++) {
    if (signals[index].is_installed) sigaction(signals[index].number, &signals[index].former, NULL);
    signals[index].is_installed = false;
  }
}

void yse_terminal_stop(void) {
  watched_signal *signal = watched(SIGTSTP);
  // As the terminal's own Ctrl-Z does, to all processes of the job.
  if (signal != NULL && signal->is_installed) kill(0, SIGTSTP);
  // Also shows the prompt again where nothing was stopped.
  atomic_store(&was_continued, true);
  yse_wake_up(&wake);
}

// MARK: Taking and releasing

bool yse_terminal_take(void) {
  // SIGINT is not watched: the editor catches it.
  if (is_taken || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return false;
  // There libedit does not edit, nor learn how the terminal is set.
  const char *kind = getenv("TERM");
  if (kind != NULL && strcmp(kind, "emacs") == 0) return false;
  if (!yse_wake_open(&wake) || tcgetattr(STDIN_FILENO, &original) != 0) return false;
  marks_pastes = !yse_terminal_is_plain();
  if (!restores_at_exit) restores_at_exit = atexit(yse_terminal_leave) == 0;
  is_taken = true;
  watch_signals();
  return true;
}

void yse_terminal_release(void) {
  if (!is_taken) return;
  yse_terminal_leave();
  unwatch_signals();
  is_taken = false;
}

yse_terminal_news yse_terminal_take_news(void) {
  yse_wake_drain(&wake);
  return (yse_terminal_news){
      .resized = atomic_exchange(&was_resized, false),
      .continued = atomic_exchange(&was_continued, false),
  };
}

int yse_terminal_descriptor(void) { return yse_wake_descriptor(&wake); }
