// What the answer to the completion key does to the line.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

const char *yse_before_cursor(yse_editor *editor, size_t *length) {
  const LineInfoW *line = el_wline(editor->edit);
  return yse_utf8(editor, line->buffer, (size_t)(line->cursor - line->buffer), length);
}

bool yse_replace_before_cursor(yse_editor *editor, size_t count, const char *text) {
  const LineInfoW *line = el_wline(editor->edit);
  if (count > (size_t)(line->cursor - line->buffer)) return false;
  wchar_t *wide = yse_wide(text);
  if (wide == NULL) return false;
  // Inserted behind what is replaced, so that nothing is gone if there is no memory.
  bool is_inserted = *wide == L'\0' || el_winsertstr(editor->edit, wide) == 0;
  int inserted = (int)wcslen(wide);
  free(wide);
  if (!is_inserted) return false;
  el_cursor(editor->edit, -inserted);
  el_deletestr(editor->edit, (int)count);
  el_cursor(editor->edit, inserted);
  editor->reply = CC_REFRESH;
  return true;
}

void yse_show_below(yse_editor *editor, const char *text) {
  free(editor->shown);
  editor->shown = strdup(text);
  editor->reply = yse_put_off(editor, YSE_SHOW_TEXT);
}

void yse_beep(yse_editor *editor) { el_beep(editor->edit); }
