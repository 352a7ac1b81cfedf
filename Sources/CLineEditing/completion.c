// What the answer to the completion key does to the line.
#include <stdlib.h>

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
  yse_make_room(editor);
  return true;
}

void yse_show_below(yse_editor *editor, const char *text) {
  yse_leave_entry(editor, "");
  fputs(text, stdout);
}

void yse_beep(yse_editor *editor) {
  (void)editor;
  fputc('\a', stdout);
}
