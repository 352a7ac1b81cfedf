// What keys do that libedit does otherwise, or not at all.
#include <stdlib.h>

#include "internal.h"

enum { CONTROL_C = 3, CONTROL_N = 14, CONTROL_P = 16 };

yse_editor *yse_editor_of(EditLine *edit) {
  void *editor = NULL;
  return el_wget(edit, EL_CLIENTDATA, &editor) == 0 ? editor : NULL;
}

// MARK: Keys

/// Ends reading with the entry as it is.
static unsigned char enter(yse_editor *editor) {
  const LineInfoW *line = el_wline(editor->edit);
  yse_leave_entry(editor, "");
  // libedit takes an empty line for the end, and a line break for the end of the line.
  el_cursor(editor->edit, (int)(line->lastchar - line->cursor));
  return el_winsertstr(editor->edit, L"\n") == 0 ? CC_NEWLINE : CC_ERROR;
}

bool yse_is_whole(yse_editor *editor) {
  const LineInfoW *line = el_wline(editor->edit);
  size_t length;
  const char *text =
      yse_utf8(editor, line->buffer, (size_t)(line->lastchar - line->buffer), &length);
  return editor->callbacks.is_whole(editor->callbacks.context, text, length);
}

/// Enters a whole entry; otherwise begins a further line.
static unsigned char on_enter(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  if (yse_is_whole(editor)) return enter(editor);
  return el_winsertstr(edit, L"\n") == 0 ? CC_REFRESH : CC_ERROR;
}

static unsigned char on_interrupt(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  yse_leave_entry(editor, "^C");
  editor->outcome = YSE_INTERRUPTED;
  return CC_EOF;
}

static unsigned char on_stop(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  yse_leave_entry(editor, "");
  yse_terminal_stop();
  return CC_NORM;
}

/// Deletes the character under the cursor; ends where nothing was typed, and the entry on an empty
/// further line, whole or not.
static unsigned char on_end(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  const LineInfoW *line = el_wline(edit);
  if (editor == NULL) return CC_ERROR;
  if (line->buffer == line->lastchar) {
    yse_leave_entry(editor, "");
    editor->outcome = YSE_END;
    return CC_EOF;
  }
  if (line->cursor < line->lastchar) {
    el_cursor(edit, 1);
    el_deletestr(edit, 1);
    return CC_REFRESH;
  }
  if (line->cursor[-1] != L'\n') return CC_ERROR;
  el_deletestr(edit, 1);
  return enter(editor);
}

static unsigned char on_clear(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  yse_clear_screen(editor);
  return CC_NORM;
}

static unsigned char on_paste(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  bool is_too_long;
  wchar_t *text = yse_read_paste(editor, &is_too_long);
  if (text == NULL) {
    editor->next_key = CONTROL_C;
    return CC_NORM;
  }
  if (is_too_long) {
    free(text);
    yse_show_below(editor, "pasted text of more than a million characters is not taken\n");
    return CC_REFRESH;
  }
  bool is_empty = *text == L'\0';
  bool is_inserted = el_winsertstr(edit, text) == 0;
  free(text);
  yse_make_room(editor);
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
  editor->callbacks.complete(editor->callbacks.context);
  return CC_REFRESH;
}

static unsigned char on_search(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  return editor != NULL && yse_search_begin(editor) ? CC_REFRESH : CC_ERROR;
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

static unsigned char on_up(EditLine *edit, int key) {
  (void)key;
  yse_editor *editor = yse_editor_of(edit);
  if (editor == NULL) return CC_ERROR;
  const LineInfoW *line = el_wline(edit);
  const wchar_t *start = line_start(line, line->cursor);
  if (start > line->buffer) {
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
  if (end < line->lastchar) return move_to_line(edit, line, end + 1);
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

// libedit kills up to the start or the end of all lines. For one line, the cursor moves between two
// of its functions, on keys that nobody types.
#define MARK_KEY L"\x95"
#define KILL_KEY L"\x96"
#define HOME_KEY L"\x97"
#define END_KEY L"\x98"

/// Kills to the end of the line, or joins it with the next one.
static unsigned char on_kill(EditLine *edit, int key) {
  (void)key;
  const LineInfoW *line = el_wline(edit);
  if (line->cursor == line->lastchar) return CC_ERROR;
  if (*line->cursor == L'\n') {
    el_cursor(edit, 1);
    el_deletestr(edit, 1);
    return CC_REFRESH;
  }
  el_wpush(edit, MARK_KEY END_KEY KILL_KEY);
  return CC_NORM;
}

/// Kills to the start of the line.
static unsigned char on_kill_before(EditLine *edit, int key) {
  (void)key;
  const LineInfoW *line = el_wline(edit);
  if (line->cursor == line_start(line, line->cursor)) return CC_ERROR;
  el_wpush(edit, MARK_KEY HOME_KEY KILL_KEY);
  return CC_NORM;
}

// MARK: Bindings

static const struct {
  const wchar_t *name, *help;
  unsigned char (*function)(EditLine *, int);
} functions[] = {
    {L"yse-clear", L"Clear the screen", on_clear},
    {L"yse-complete", L"Complete the word before the cursor", on_complete},
    {L"yse-down", L"Go to the next line, or entry", on_down},
    {L"yse-end", L"Delete a character, or end", on_end},
    {L"yse-enter", L"Enter the entry, or begin a line", on_enter},
    {L"yse-home", L"Go to the start of the line", on_home},
    {L"yse-interrupt", L"Drop the entry", on_interrupt},
    {L"yse-kill", L"Kill to the end of the line", on_kill},
    {L"yse-kill-before", L"Kill to the start of the line", on_kill_before},
    {L"yse-line-end", L"Go to the end of the line", on_line_end},
    {L"yse-paste", L"Insert pasted text", on_paste},
    {L"yse-search", L"Search earlier entries", on_search},
    {L"yse-stop", L"Stop the process", on_stop},
    {L"yse-up", L"Go to the previous line, or entry", on_up},
};

static const struct {
  const wchar_t *key, *name;
} bindings[] = {
    {L"^I", L"yse-complete"},
    {L"^J", L"yse-enter"},
    {L"^M", L"yse-enter"},
    {L"^L", L"yse-clear"},
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
    {L"^K", L"yse-kill"},
    {L"^U", L"yse-kill-before"},
    // libedit gives it to whatever the terminal has no key for.
    {L"^@", L"em-set-mark"},
    {MARK_KEY, L"em-set-mark"},
    {KILL_KEY, L"em-kill-region"},
    {HOME_KEY, L"yse-home"},
    {END_KEY, L"yse-line-end"},
    // It would take the entry's place to ask for a command of libedit, and crashes on some.
    {L"\\ex", L"ed-unassigned"},
    {L"\\eX", L"ed-unassigned"},
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
