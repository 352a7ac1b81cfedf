// What keys do that libedit does otherwise, or not at all.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { CONTROL_C = 3, CONTROL_N = 14, CONTROL_P = 16 };

yse_editor *yse_editor_of(EditLine *edit) {
  void *editor = NULL;
  return el_wget(edit, EL_CLIENTDATA, &editor) == 0 ? editor : NULL;
}

// MARK: Tasks

// A key's function cannot tell where on the screen the cursor is. So it only moves the cursor
// behind the entry; when libedit asks for the next key, the screen shows that, and the task is done.
unsigned char yse_put_off(yse_editor *editor, yse_task task) {
  const LineInfoW *line = el_wline(editor->edit);
  editor->task = task;
  editor->back = (int)(line->lastchar - line->cursor);
  el_cursor(editor->edit, editor->back);
  return CC_CURSOR;
}

static void show_text(yse_editor *editor) {
  fputc('\n', stdout);
  if (editor->shown != NULL) fputs(editor->shown, stdout);
  free(editor->shown);
  editor->shown = NULL;
  el_cursor(editor->edit, -editor->back);
  el_wset(editor->edit, EL_REFRESH);
}

bool yse_do_task(yse_editor *editor) {
  yse_task task = editor->task;
  editor->task = YSE_NOTHING;
  switch (task) {
    case YSE_NOTHING:
      return true;
    case YSE_SHOW_TEXT:
      show_text(editor);
      return true;
    case YSE_STOP_PROCESS:
      fputc('\n', stdout);
      fflush(stdout);
      el_cursor(editor->edit, -editor->back);
      yse_terminal_stop();
      return true;
    case YSE_DROP_ENTRY:
      fputs("^C\n", stdout);
      editor->outcome = YSE_INTERRUPTED;
      return false;
  }
  return true;
}

// MARK: Keys

static unsigned char on_interrupt(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  return editor == NULL ? CC_ERROR : yse_put_off(editor, YSE_DROP_ENTRY);
}

static unsigned char on_stop(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  return editor == NULL ? CC_ERROR : yse_put_off(editor, YSE_STOP_PROCESS);
}

/// Deletes the character under the cursor, or ends on an empty line.
static unsigned char on_end(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  const LineInfoW *line = el_wline(edit);
  if (editor == NULL) return CC_ERROR;
  if (line->buffer == line->lastchar) {
    fputc('\n', stdout);
    editor->outcome = YSE_END;
    return CC_EOF;
  }
  if (line->cursor == line->lastchar) return CC_ERROR;
  el_cursor(edit, 1);
  el_deletestr(edit, 1);
  return CC_REFRESH;
}

static unsigned char on_paste(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  wchar_t *text = yse_read_paste(editor);
  if (text == NULL) {
    editor->next_key = CONTROL_C;
    return CC_NORM;
  }
  bool is_empty = *text == L'\0';
  bool is_inserted = el_winsertstr(edit, text) == 0;
  free(text);
  return is_empty || is_inserted ? CC_REFRESH : CC_ERROR;
}

static bool is_blank_before_cursor(const LineInfoW *line) {
  for (const wchar_t *next = line->cursor; next > line->buffer && next[-1] != L'\n'; next--) {
    if (next[-1] != L' ' && next[-1] != L'\t') return false;
  }
  return true;
}

/// Completes the word before the cursor; where there is none, indents.
static unsigned char on_complete(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  if (is_blank_before_cursor(el_wline(edit))) {
    return el_winsertstr(edit, L"  ") == 0 ? CC_REFRESH : CC_ERROR;
  }
  editor->reply = CC_NORM;
  editor->complete(editor->context);
  return editor->reply;
}

static unsigned char on_search(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  return editor != NULL && yse_search_begin(editor) ? CC_REFRESH : CC_ERROR;
}

/// Shows what the search changed.
static unsigned char on_show(EditLine *edit, int key) {
  (void)edit;
  (void)key;
  return CC_REFRESH;
}

// MARK: Lines of one entry

static const wchar_t *line_start(const LineInfoW *line, const wchar_t *place) {
  while (place > line->buffer && place[-1] != L'\n') place--;
  return place;
}

static const wchar_t *line_end(const LineInfoW *line, const wchar_t *place) {
  while (place < line->lastchar && *place != L'\n') place++;
  return place;
}

/// Moves to the line of the entry that starts at `start`, staying in the column.
static unsigned char move_to_line(EditLine *edit, const LineInfoW *line, const wchar_t *start) {
  int wanted = 0, column = 0;
  for (const wchar_t *next = line_start(line, line->cursor); next < line->cursor; next++) {
    wanted += yse_width(*next, wanted);
  }
  const wchar_t *end = line_end(line, start), *target = start;
  for (; target < end && column < wanted; target++) column += yse_width(*target, column);
  el_cursor(edit, (int)(target - line->cursor));
  return CC_CURSOR;
}

/// Whether all of the entry is on the screen; libedit loses its way in what scrolled out.
static bool is_shown(yse_editor *editor) {
  int columns, rows;
  yse_size(&columns, &rows);
  const LineInfoW *line = el_wline(editor->edit);
  int back = (int)(line->lastchar - line->cursor);
  el_cursor(editor->edit, back);
  int row = yse_cursor_row(editor, columns);
  el_cursor(editor->edit, -back);
  return row + 1 < rows;
}

static unsigned char on_up(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  const LineInfoW *line = el_wline(edit);
  const wchar_t *start = line_start(line, line->cursor);
  if (start > line->buffer && is_shown(editor)) {
    return move_to_line(edit, line, line_start(line, start - 1));
  }
  editor->next_key = CONTROL_P;
  return CC_NORM;
}

static unsigned char on_down(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  const LineInfoW *line = el_wline(edit);
  const wchar_t *end = line_end(line, line->cursor);
  if (end < line->lastchar && is_shown(editor)) return move_to_line(edit, line, end + 1);
  editor->next_key = CONTROL_N;
  return CC_NORM;
}

static unsigned char on_home(EditLine *edit, int key) {
  (void)key;
  const LineInfoW *line = el_wline(edit);
  el_cursor(edit, (int)(line_start(line, line->cursor) - line->cursor));
  return CC_CURSOR;
}

static unsigned char on_line_end(EditLine *edit, int key) {
  (void)key;
  const LineInfoW *line = el_wline(edit);
  el_cursor(edit, (int)(line_end(line, line->cursor) - line->cursor));
  return CC_CURSOR;
}

// MARK: Bindings

static const struct {
  const wchar_t *name, *help;
  unsigned char (*function)(EditLine *, int);
} functions[] = {
    {L"yse-complete", L"Complete the word before the cursor", on_complete},
    {L"yse-down", L"Go to the next line, or entry", on_down},
    {L"yse-end", L"Delete a character, or end", on_end},
    {L"yse-home", L"Go to the start of the line", on_home},
    {L"yse-interrupt", L"Drop the entry", on_interrupt},
    {L"yse-line-end", L"Go to the end of the line", on_line_end},
    {L"yse-paste", L"Insert pasted text", on_paste},
    {L"yse-search", L"Search earlier entries", on_search},
    {L"yse-show", L"Show the line again", on_show},
    {L"yse-stop", L"Stop the process", on_stop},
    {L"yse-up", L"Go to the previous line, or entry", on_up},
};

static const struct {
  const wchar_t *key, *name;
} bindings[] = {
    {L"^I", L"yse-complete"},
    {L"^C", L"yse-interrupt"},
    {L"^D", L"yse-end"},
    {L"^Z", L"yse-stop"},
    {L"\\e[200~", L"yse-paste"},
    // What the up handler falls back on.
    {L"^P", L"ed-prev-history"},
    {L"^N", L"ed-next-history"},
    {L"\\e[A", L"yse-up"},
    {L"\\eOA", L"yse-up"},
    {L"\\e[B", L"yse-down"},
    {L"\\eOB", L"yse-down"},
    {L"^A", L"yse-home"},
    {L"\\e[H", L"yse-home"},
    {L"\\eOH", L"yse-home"},
    {L"\\e[1~", L"yse-home"},
    {L"^E", L"yse-line-end"},
    {L"\\e[F", L"yse-line-end"},
    {L"\\eOF", L"yse-line-end"},
    {L"\\e[4~", L"yse-line-end"},
    {L"\\e[3~", L"ed-delete-next-char"},
    {L"\\e[1;5C", L"em-next-word"},
    {L"\\e[1;5D", L"ed-prev-word"},
    {L"^R", L"yse-search"},
    {L"^S", L"yse-search"},
    {L"\x98", L"yse-show"},
    {L"^U", L"vi-kill-line-prev"},
    {L"^W", L"ed-delete-prev-word"},
};

void yse_bind_keys(EditLine *edit) {
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    el_wset(
        edit, EL_ADDFN, functions[index].name, functions[index].help, functions[index].function);
  }
  for (size_t index = 0; index < sizeof bindings / sizeof *bindings; index++) {
    el_wset(edit, EL_BIND, bindings[index].key, bindings[index].name, NULL);
  }
  // libedit takes these for a letter with Alt, which terminals send as Escape and the letter.
  for (wchar_t letter = 0xA0; letter <= 0xFF; letter++) {
    const wchar_t key[] = {letter, L'\0'};
    el_wset(edit, EL_BIND, key, L"ed-insert", NULL);
  }
}
