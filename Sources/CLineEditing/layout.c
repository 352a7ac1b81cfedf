// Where on the screen libedit shows what, which it does not tell.
#define _XOPEN_SOURCE 700  // wcwidth
#include <wctype.h>

#include "internal.h"

int yse_width(wchar_t character, int column) {
  if (character == L'\t') return 8 - column % 8;
  // Control characters are shown as ^A, others that cannot be shown as \U+00000.
  if (character < 0x20 || character == 0x7F) return 2;
  if (!iswprint((wint_t)character)) return character > 0xFFFF ? 8 : 7;
  int width = wcwidth(character);
  return width < 0 ? 0 : width;
}

typedef struct {
  int row, column, columns;
} position;

static void advance(position *place, wchar_t character) {
  if (character == L'\n') {
    place->row++;
    place->column = 0;
    return;
  }
  int width = yse_width(character, place->column);
  // What does not fit on the row is moved to the next one.
  if (place->column + width > place->columns) {
    place->row++;
    place->column = 0;
  }
  place->column += width;
  if (place->column >= place->columns) {
    place->row++;
    place->column = 0;
  }
}

int yse_cursor_row(yse_editor *editor, int columns) {
  position place = {.columns = columns < 2 ? 80 : columns};
  bool is_literal = false;
  for (const wchar_t *next = yse_prompt(editor); *next != L'\0'; next++) {
    if (*next == editor->literal) {
      is_literal = !is_literal;
    } else if (!is_literal) {
      advance(&place, *next);
    }
  }
  const LineInfoW *line = el_wline(editor->edit);
  for (const wchar_t *next = line->buffer; next < line->cursor; next++) advance(&place, *next);
  return place.row;
}
