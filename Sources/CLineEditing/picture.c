// What an entry looks like on the screen, as characters and their places.
#define _XOPEN_SOURCE 700  // wcwidth
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "internal.h"

// MARK: Composing

static bool append(yse_picture *picture, const wchar_t *text, size_t count) {
  size_t needed = picture->length + count + 1;
  if (picture->capacity < needed) {
    size_t capacity = needed * 2;
    wchar_t *larger = realloc(picture->text, capacity * sizeof *larger);
    if (larger == NULL) return false;
    picture->text = larger;
    picture->capacity = capacity;
  }
  wmemcpy(picture->text + picture->length, text, count);
  picture->length += count;
  picture->text[picture->length] = L'\0';
  return true;
}

bool yse_compose(yse_picture *picture, yse_editor *editor) {
  const LineInfoW *line = el_wline(editor->edit);
  const wchar_t *prompt = editor->search.is_on ? editor->search.prompt : editor->prompt;
  picture->length = 0;
  if (!append(picture, prompt, wcslen(prompt))) return false;
  picture->prompt_end = picture->length;
  picture->cursor = picture->length;
  for (const wchar_t *next = line->buffer; next < line->lastchar;) {
    const wchar_t *end = next;
    while (end < line->lastchar && *end != L'\n') end++;
    bool has_break = end < line->lastchar;
    if (has_break) end++;
    if (next <= line->cursor && line->cursor <= end) {
      picture->cursor = picture->length + (size_t)(line->cursor - next);
    }
    if (!append(picture, next, (size_t)(end - next))) return false;
    if (has_break) {
      if (!append(picture, editor->continuation, wcslen(editor->continuation))) return false;
      if (line->cursor == end) picture->cursor = picture->length;
    }
    next = end;
  }
  return true;
}

// MARK: Places

size_t yse_escape_length(const wchar_t *text, size_t count) {
  if (count < 3 || text[0] != L'\033' || text[1] != L'[') return 0;
  for (size_t index = 2; index < count; index++) {
    if (text[index] >= 0x40 && text[index] <= 0x7E) return index + 1;
  }
  return 0;
}

static bool is_shown(wchar_t character) {
  return iswprint((wint_t)character) && wcwidth(character) >= 0;
}

int yse_width(wchar_t character, int column) {
  if (character == L'\t') return 8 - column % 8;
  // Control characters are shown as ^A, others that cannot be shown as a replacement character.
  if (character < 0x20 || character == 0x7F) return 2;
  return is_shown(character) ? wcwidth(character) : 1;
}

void yse_write(yse_editor *editor, const wchar_t *text, size_t count, int width) {
  size_t length;
  wchar_t first = *text;
  if (count == 1 && first == L'\t') {
    for (int space = 0; space < width; space++) fputc(' ', stdout);
  } else if (count == 1 && (first < 0x20 || first == 0x7F)) {
    fputc('^', stdout);
    fputc((int)first ^ 0x40, stdout);
  } else {
    wchar_t replacement = YSE_REPLACEMENT;
    bool is_replaced = count == 1 && !is_shown(first);
    fputs(yse_utf8(editor, is_replaced ? &replacement : text, count, &length), stdout);
  }
}

/// Goes to the next row where a character of a width does not fit on this one.
static void wrap(yse_place *place, int width, int columns) {
  if (place->column + width <= columns) return;
  place->row++;
  place->column = 0;
}

void yse_advance(yse_walk *walk, int columns) {
  const yse_picture *picture = walk->picture;
  const wchar_t *next = picture->text + walk->index;
  size_t escape = yse_escape_length(next, picture->length - walk->index);
  if (escape > 0) {
    walk->index += escape;
    return;
  }
  walk->index++;
  if (*next == L'\n') {
    walk->place.row++;
    walk->place.column = 0;
    return;
  }
  int width = yse_width(*next, walk->place.column);
  if (*next == L'\t' && walk->place.column + width > columns) width = columns - walk->place.column;
  wrap(&walk->place, width, columns);
  walk->place.column += width;
}

yse_place yse_place_of(const yse_picture *picture, size_t index, int columns) {
  yse_walk walk = {.picture = picture};
  while (walk.index < index) yse_advance(&walk, columns);
  bool is_end = index >= picture->length;
  wchar_t next = is_end ? L'\0' : picture->text[index];
  if (next == L'\n') {
    // Behind a full row there is no column left for the cursor.
    if (walk.place.column == columns) walk.place.column--;
  } else {
    wrap(&walk.place, is_end || next == L'\t' ? 1 : yse_width(next, walk.place.column), columns);
  }
  return walk.place;
}

size_t yse_row_start(const yse_picture *picture, int row, int columns) {
  yse_walk walk = {.picture = picture};
  while (walk.index < picture->length) {
    yse_walk next = walk;
    yse_advance(&next, columns);
    // A character is on the row that it ends on, except for a line break.
    bool is_break = picture->text[walk.index] == L'\n';
    if (!is_break && next.place.row >= row) return walk.index;
    if (is_break && next.place.row > row) return walk.index;
    walk = next;
  }
  return picture->length;
}

static bool is_combining(const yse_picture *picture, size_t index) {
  return index < picture->length && yse_width(picture->text[index], 0) == 0;
}

size_t yse_first_difference(const yse_picture *old, const yse_picture *new, int columns) {
  size_t most = old->length < new->length ? old->length : new->length, index = 0;
  while (index < most && old->text[index] == new->text[index]) index++;
  if (index < new->prompt_end || old->prompt_end != new->prompt_end) return 0;
  // Not in an escape sequence, not before a combining character, and not behind a full row, where
  // terminals put off going to the next one.
  yse_walk walk = {.picture = new};
  size_t start = 0;
  while (walk.index < index) {
    yse_advance(&walk, columns);
    bool is_safe = walk.index <= index && walk.place.column < columns &&
                   !is_combining(new, walk.index) && !is_combining(old, walk.index);
    if (is_safe) start = walk.index;
  }
  return start;
}
