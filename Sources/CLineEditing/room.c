// A terminal for libedit that is larger than any entry.
//
// libedit writes beyond its picture of the screen when an entry is taller than that, or when it has
// lost its place among wide characters. What it shows goes nowhere, so its terminal can have any
// size.
#include "internal.h"

enum { COLUMNS = 80, FIRST_ROWS = 256 };

/// At least as many rows as libedit needs for a text.
static size_t rows_of(const wchar_t *text, size_t count) {
  size_t columns = 0, breaks = 0;
  for (size_t index = 0; index < count; index++) {
    wchar_t character = text[index];
    breaks += character == L'\n';
    // Tabs and characters that are shown by their numbers take up to eight.
    columns += character >= 0x20 && character < 0x7F ? 1 : 8;
  }
  return breaks + columns / (COLUMNS - 16) + 1;
}

void yse_expect_text(yse_editor *editor, const wchar_t *text, size_t count) {
  size_t rows = rows_of(text, count);
  if (rows > editor->largest) editor->largest = rows;
}

static void set_number(EditLine *edit, const wchar_t *name, size_t number) {
  wchar_t text[24];
  swprintf(text, sizeof text / sizeof *text, L"%zu", number);
  el_wset(edit, EL_SETTC, name, text, NULL);
}

void yse_make_room(yse_editor *editor) {
  const LineInfoW *line = el_wline(editor->edit);
  yse_expect_text(editor, line->buffer, (size_t)(line->lastchar - line->buffer));
  // Before the next look, what was killed may be inserted; it was part of an entry.
  size_t needed = editor->largest * 2 + FIRST_ROWS / 2;
  if (needed <= editor->rows) return;
  editor->rows = editor->rows == 0 ? FIRST_ROWS : needed * 2;
  set_number(editor->edit, L"co", COLUMNS);
  set_number(editor->edit, L"li", editor->rows);
  // Some versions take one for the other; this sets both right.
  el_resize(editor->edit);
}
