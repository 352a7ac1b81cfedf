// Showing the entry where the cursor cannot be moved: the line with the cursor, on one row.
#include "internal.h"

/// A stretch of the picture without line breaks.
typedef struct {
  size_t start, end;
  int number;
} line;

static line line_of(const yse_picture *picture, size_t index) {
  line result = {0};
  for (size_t next = 0; next < index; next++) {
    if (picture->text[next] != L'\n') continue;
    result.start = next + 1;
    result.number++;
  }
  result.end = index;
  while (result.end < picture->length && picture->text[result.end] != L'\n') result.end++;
  return result;
}

/// The index and the column behind a character, or an escape sequence.
static size_t step(const yse_picture *picture, size_t index, int *column) {
  size_t escape = yse_escape_length(picture->text + index, picture->length - index);
  if (escape > 0) return index + escape;
  *column += yse_width(picture->text[index], *column);
  return index + 1;
}

/// Writes a part of a line from a column on. Returns the column behind it.
static int write_part(
    yse_editor *editor, const yse_picture *picture, size_t from, size_t until, int column) {
  while (from < until) {
    int before = column;
    size_t next = step(picture, from, &column);
    yse_write(editor, picture->text + from, next - from, column - before);
    from = next;
  }
  return column;
}

/// Writes a line over what is on the row, as much as fits around the cursor.
static void draw_line(yse_editor *editor, const yse_picture *new, line line, size_t cursor) {
  yse_display *display = &editor->display;
  const int most = display->columns - 1;
  // A line that is too long begins where the cursor would leave the row.
  size_t from = line.start, until;
  int column = 0;
  for (size_t next = from; next < cursor;) {
    size_t here = next;
    next = step(new, next, &column);
    if (column < most) continue;
    from = here;
    column = 0;
    step(new, here, &column);
  }
  column = 0;
  for (until = from; until < line.end;) {
    size_t next = step(new, until, &column);
    if (column >= most) break;
    until = next;
  }
  fputc('\r', stdout);
  for (column = write_part(editor, new, from, until, 0); column < most; column++) {
    fputc(' ', stdout);
  }
  fputc('\r', stdout);
  display->cursor.column = write_part(editor, new, from, cursor, 0);
}

/// What is typed at the end is just written. Returns false where it is something else.
static bool draw_more(yse_editor *editor, const yse_picture *new) {
  yse_display *display = &editor->display;
  const yse_picture *old = &display->shown;
  bool is_longer = old->cursor == old->length && new->cursor == new->length &&
                   new->length >= old->length && wmemcmp(new->text, old->text, old->length) == 0;
  if (!is_longer) return false;
  int column = display->cursor.column;
  for (size_t next = old->length; next < new->length;) next = step(new, next, &column);
  if (column >= display->columns - 1) return false;
  write_part(editor, new, old->length, new->length, display->cursor.column);
  display->cursor.column = column;
  return true;
}

void yse_draw_plain(yse_editor *editor, const yse_picture *new) {
  yse_display *display = &editor->display;
  line current = line_of(new, new->cursor);
  int number = display->is_drawn ? display->cursor.row : 0;
  display->cursor.row = current.number;
  if (display->is_drawn && number == current.number && draw_more(editor, new)) return;
  // The lines that were passed meanwhile, as they are now.
  size_t start = 0;
  for (int passed = 0; passed < current.number; passed++) {
    line before = line_of(new, start);
    if (passed >= number) {
      draw_line(editor, new, before, before.end);
      fputc('\n', stdout);
    }
    start = before.end + 1;
  }
  if (number > current.number) fputc('\n', stdout);
  draw_line(editor, new, current, new->cursor);
}
