// Keys from the terminal: UTF-8 to characters, pastes in one piece, and signals meanwhile.
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "internal.h"

enum {
  CONTROL_C = 3,
  /// The most characters that are inserted at once when they come faster than they are taken.
  RUN_LIMIT = 1024,
  /// The most characters of a paste; libedit needs a hundred bytes and more for each.
  PASTE_LIMIT = 1 << 20,
  /// What is kept of a longer one, to find its end.
  PASTE_TAIL = 16,
};

// MARK: Waiting

/// Waits until there are bytes: 1, or 0 for an interrupt, or -1 for a failure.
static int wait_for_bytes(yse_editor *editor) {
  bool is_drawn = false;
  for (;;) {
    struct pollfd sources[] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = yse_terminal_descriptor(), .events = POLLIN},
        {.fd = yse_interrupts_descriptor(), .events = POLLIN},
    };
    // Nothing is shown while more keys wait, so that they cannot come faster than they show.
    int count = poll(sources, 3, is_drawn ? -1 : 0);
    if (count < 0 && errno != EINTR) return -1;
    if (count == 0) {
      yse_draw(editor);
      is_drawn = true;
    }
    if (count <= 0) continue;
    yse_terminal_news news = yse_terminal_take_news();
    if (news.continued) {
      editor->display.is_drawn = false;
      yse_draw(editor);
    } else if (news.resized) {
      yse_draw_again(editor);
    }
    if (yse_interrupt_take()) return 0;
    if (sources[0].revents != 0) return 1;
  }
}

/// Makes sure that there is a byte: 1, or 0 at the end, or -1 on failure.
///
/// Byte by byte unless a paste is read, so that what is typed ahead stays with the terminal, for
/// whoever reads it next.
static int fill(yse_editor *editor, size_t most) {
  if (editor->next_byte < editor->end_byte) return 1;
  ssize_t count;
  do {
    int ready = wait_for_bytes(editor);
    if (ready < 0) return -1;
    editor->bytes[0] = CONTROL_C;
    count = ready == 0 ? 1 : read(STDIN_FILENO, editor->bytes, most);
  } while (count < 0 && (errno == EINTR || errno == EAGAIN));
  if (count <= 0) return (int)count;
  editor->next_byte = 0;
  editor->end_byte = (size_t)count;
  return 1;
}

// MARK: Characters

/// Reads a character, and lets `most` bytes be read at once.
static int read_character(yse_editor *editor, size_t most, wchar_t *character) {
  unsigned char bytes[4];
  size_t count = 0;
  for (;;) {
    int status = fill(editor, most);
    if (status <= 0) return status;
    bytes[count++] = editor->bytes[editor->next_byte++];
    size_t used = yse_decode(bytes, count, character);
    if (used == 0) continue;
    // The byte that showed the sequence to be broken begins the next one.
    if (used < count) editor->next_byte--;
    return 1;
  }
}

// MARK: Keys

static bool is_typed_text(wchar_t character) {
  return character >= 0x20 && (character < 0x7F || character >= 0xA0);
}

static bool is_enter(wchar_t character) { return character == L'\n' || character == L'\r'; }

/// Whether there is a further byte already.
static bool more_waits(const yse_editor *editor) {
  int count = 0;
  return editor->next_byte < editor->end_byte
      || (ioctl(STDIN_FILENO, FIONREAD, &count) == 0 && count > 0);
}

/// Inserts what came faster than it was taken, as far as it is text and lines of one entry: true and
/// the key behind it, or false when nothing more waits.
///
/// libedit goes through the whole entry for each key; what is pasted into a terminal that marks no
/// pastes would take it a time that grows with the square of its length.
static bool take_run(yse_editor *editor, wchar_t *key) {
  wchar_t run[RUN_LIMIT + 1];
  size_t count = 0;
  bool is_over = false, is_key = false;
  while (!is_over) {
    is_key = !is_typed_text(*key);
    if (!is_key) run[count++] = *key;
    if (is_key || count == RUN_LIMIT) {
      run[count] = L'\0';
      if (count > 0) el_winsertstr(editor->edit, run);
      count = 0;
    }
    if (is_key) {
      if (!is_enter(*key) || yse_is_whole(editor)) break;
      el_winsertstr(editor->edit, L"\n");
      is_key = false;
    }
    is_over = !more_waits(editor) || read_character(editor, 1, key) <= 0;
  }
  run[count] = L'\0';
  if (count > 0) el_winsertstr(editor->edit, run);
  yse_make_room(editor);
  el_wset(editor->edit, EL_REFRESH);
  return is_key;
}

/// Reads the next key; `*key` is only set with 1.
static int next_key(yse_editor *editor, wchar_t *key) {
  if (editor->next_key != 0) {
    *key = editor->next_key;
    editor->next_key = 0;
    return 1;
  }
  int status;
  do {
    status = read_character(editor, 1, key);
  } while (status > 0 && editor->search.is_on && yse_search_take_key(editor, *key));
  return status;
}

int yse_read_key(EditLine *edit, wchar_t *key) {
  yse_editor *editor = yse_editor_of(edit);
  *key = L'\0';
  if (editor == NULL) return 0;
  yse_make_room(editor);
  for (;;) {
    int status = next_key(editor, key);
    if (status <= 0) {
      editor->outcome = YSE_CLOSED;
      return status;
    }
    bool begins_run = is_typed_text(*key) && editor->takes_runs && !editor->search.is_on;
    if (begins_run && more_waits(editor) && !take_run(editor, key)) continue;
    // Behind other keys than Enter, text may be part of a sequence.
    if (!is_typed_text(*key)) editor->takes_runs = is_enter(*key);
    return 1;
  }
}

// MARK: Pastes

/// Whether the text ends in the mark that terminals put after a paste; its length, else 0.
static size_t end_mark(const wchar_t *text, size_t count) {
  static const wchar_t mark[] = L"\033[201~";
  const size_t length = sizeof mark / sizeof *mark - 1;
  if (count < length || wmemcmp(text + count - length, mark, length) != 0) return 0;
  return length;
}

wchar_t *yse_read_paste(yse_editor *editor, bool *is_too_long) {
  size_t count = 0, capacity = 4096, mark = 0;
  *is_too_long = false;
  wchar_t *text = calloc(capacity, sizeof *text);
  bool after_return = false;
  while (text != NULL && mark == 0) {
    wchar_t character;
    // Ctrl-C helps where the mark never comes.
    if (read_character(editor, sizeof editor->bytes, &character) <= 0 || character == CONTROL_C) {
      free(text);
      return NULL;
    }
    // Terminals send line breaks as the key that makes them, and some as both characters.
    bool is_second = after_return && character == L'\n';
    after_return = character == L'\r';
    if (is_second) continue;
    text[count++] = after_return ? L'\n' : character == L'\0' ? YSE_REPLACEMENT : character;
    if (character == L'~') mark = end_mark(text, count);
    if (count == PASTE_LIMIT) {
      // Read to its end all the same: it must not be taken for typing.
      *is_too_long = true;
      wmemmove(text, text + count - PASTE_TAIL, PASTE_TAIL);
      count = PASTE_TAIL;
    }
    if (count + 1 < capacity) continue;
    capacity *= 2;
    wchar_t *larger = realloc(text, capacity * sizeof *text);
    if (larger == NULL) free(text);
    text = larger;
  }
  if (text == NULL) return NULL;
  count -= mark;
  // The line break after the last line is the Enter that is still to come.
  if (count > 0 && text[count - 1] == L'\n') count--;
  text[count] = L'\0';
  return text;
}
