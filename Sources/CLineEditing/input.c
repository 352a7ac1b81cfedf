// Keys from the terminal: UTF-8 to characters, pastes in one piece, and signals meanwhile.
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

enum { CONTROL_C = 3 };

// MARK: Waiting

static const char *capability(yse_editor *editor, const char *name) {
  char *sequence = NULL;
  int status = el_get(editor->edit, EL_GETTC, name, &sequence, NULL);
  return status == 0 && sequence != NULL && *sequence != '\0' ? sequence : NULL;
}

/// Shows the entry again after the window changed.
///
/// Terminals wrap their rows anew by themselves, so the cursor's row follows from the new width.
static void show_resized(yse_editor *editor) {
  int columns, rows;
  yse_size(&columns, &rows);
  int row = yse_cursor_row(editor, columns);
  if (row >= rows) row = rows - 1;
  const char *up = capability(editor, "up"), *clear = capability(editor, "cd");
  if (up != NULL && clear != NULL) {
    fputc('\r', stdout);
    while (row-- > 0) fputs(up, stdout);
    fputs(clear, stdout);
  } else {
    fputc('\n', stdout);
  }
  el_resize(editor->edit);
  el_wset(editor->edit, EL_REFRESH);
}

/// Waits until there are bytes: 1, or 0 for an interrupt, or -1 for a failure.
static int wait_for_bytes(yse_editor *editor) {
  for (;;) {
    struct pollfd sources[] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = yse_terminal_descriptor(), .events = POLLIN},
        {.fd = yse_interrupts_descriptor(), .events = POLLIN},
    };
    if (poll(sources, 3, -1) < 0 && errno != EINTR) return -1;
    yse_terminal_news news = yse_terminal_take_news();
    if (news.continued) {
      el_resize(editor->edit);
      el_wset(editor->edit, EL_REFRESH);
    } else if (news.resized) {
      show_resized(editor);
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
  editor->next_byte = editor->end_byte = 0;
  int ready = wait_for_bytes(editor);
  if (ready < 0) return -1;
  if (ready == 0) {
    editor->bytes[0] = CONTROL_C;
    editor->end_byte = 1;
    return 1;
  }
  ssize_t count;
  do {
    count = read(STDIN_FILENO, editor->bytes, most);
  } while (count < 0 && (errno == EINTR || errno == EAGAIN));
  if (count <= 0) return (int)count;
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

int yse_read_key(EditLine *edit, wchar_t *key) {
  yse_editor *editor = yse_editor_of(edit);
  *key = L'\0';
  if (editor == NULL || !yse_do_task(editor)) return 0;
  if (editor->next_key != 0) {
    *key = editor->next_key;
    editor->next_key = 0;
    return 1;
  }
  int status = read_character(editor, 1, key);
  if (status <= 0) {
    editor->outcome = YSE_CLOSED;
  } else if (editor->search.is_on) {
    yse_search_take_key(editor, *key);
    *key = YSE_SHOW_KEY;
  }
  return status;
}

// MARK: Pastes

/// Whether the text ends in the mark that terminals put after a paste; its length, else 0.
static size_t end_mark(const wchar_t *text, size_t count) {
  static const wchar_t mark[] = L"\033[201~";
  const size_t length = sizeof mark / sizeof *mark - 1;
  if (count < length || wmemcmp(text + count - length, mark, length) != 0) return 0;
  return length;
}

wchar_t *yse_read_paste(yse_editor *editor) {
  size_t count = 0, capacity = 4096, mark = 0;
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
    text[count++] = after_return ? L'\n' : character;
    if (character == L'~') mark = end_mark(text, count);
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
