// Searching earlier entries while the pattern is typed. libedit's own search reads each key as one
// byte, so it cannot look for Chinese, and takes the pattern for a regular expression.
#include <stdlib.h>

#include "internal.h"

enum {
  CONTROL_G = 7,
  BACKSPACE = 8,
  CONTROL_R = 18,
  CONTROL_S = 19,
  DELETE = 127,
};

// MARK: The line

static void set_line(EditLine *edit, const wchar_t *text, int cursor) {
  const LineInfoW *line = el_wline(edit);
  el_cursor(edit, (int)(line->lastchar - line->cursor));
  el_deletestr(edit, (int)(line->lastchar - line->buffer));
  if (*text != L'\0' && el_winsertstr(edit, text) == 0) {
    el_cursor(edit, cursor - (int)wcslen(text));
  }
  // libedit writes beyond its picture of the screen when the line changed behind its back.
  el_wset(edit, EL_REFRESH);
}

/// Words the prompt: what is looked for, and whether there is such an entry.
static void word_prompt(yse_search *search) {
  const wchar_t *word = search->is_missing ? L"not found" : L"search";
  swprintf(search->prompt, YSE_SEARCH_PROMPT, L"%ls [%ls]: ", word, search->pattern);
}

// MARK: Finding

/// Looks for the nearest entry that holds the pattern, `from` steps back from the newest or older
/// (else newer), and that is not what the line shows already.
static void find(yse_editor *editor, int from, bool is_older) {
  yse_search *search = &editor->search;
  const LineInfoW *line = el_wline(editor->edit);
  size_t length = (size_t)(line->lastchar - line->buffer);
  HistEventW event;
  int found = -1, at = 0;
  int status = history_w(editor->history, &event, H_FIRST);
  for (int index = 0; status >= 0; index++, status = history_w(editor->history, &event, H_NEXT)) {
    if (is_older ? index < from : index > from) continue;
    const wchar_t *match = wcsstr(event.str, search->pattern);
    bool is_shown = wcslen(event.str) == length && wmemcmp(event.str, line->buffer, length) == 0;
    if (match == NULL || (is_shown && search->index != index)) continue;
    found = index;
    at = (int)(match - event.str);
    if (is_older) break;
  }
  search->is_missing = found < 0;
  if (found < 0) return;
  search->index = found;
  status = history_w(editor->history, &event, H_FIRST);
  for (int index = 0; status >= 0 && index < found; index++) {
    status = history_w(editor->history, &event, H_NEXT);
  }
  if (status >= 0) set_line(editor->edit, event.str, at);
}

// MARK: Keys

bool yse_search_begin(yse_editor *editor) {
  yse_search *search = &editor->search;
  const LineInfoW *line = el_wline(editor->edit);
  size_t length = (size_t)(line->lastchar - line->buffer);
  free(search->before);
  search->before = calloc(length + 1, sizeof *search->before);
  if (search->before == NULL) return false;
  wmemcpy(search->before, line->buffer, length);
  search->before_cursor = (int)(line->cursor - line->buffer);
  search->is_on = true;
  search->is_missing = false;
  search->index = -1;
  search->length = 0;
  search->pattern[0] = L'\0';
  word_prompt(search);
  return true;
}

void yse_search_end(yse_editor *editor) {
  editor->search.is_on = false;
  free(editor->search.before);
  editor->search.before = NULL;
}

bool yse_search_take_key(yse_editor *editor, wchar_t key) {
  yse_search *search = &editor->search;
  const int current = search->index < 0 ? 0 : search->index;
  if (key == CONTROL_R && search->length > 0) {
    find(editor, search->index + 1, true);
  } else if (key == CONTROL_S && search->length > 0) {
    find(editor, search->index - 1, false);
  } else if ((key == BACKSPACE || key == DELETE) && search->length > 0) {
    search->pattern[--search->length] = L'\0';
    search->is_missing = false;
    if (search->length > 0) find(editor, 0, true);
  } else if (key >= L' ' && key != DELETE && search->length + 1 < YSE_SEARCH_PATTERN) {
    search->pattern[search->length++] = key;
    search->pattern[search->length] = L'\0';
    find(editor, current, true);
  } else if (key == CONTROL_G) {
    set_line(editor->edit, search->before, search->before_cursor);
    yse_search_end(editor);
    return true;
  } else if (key != CONTROL_R && key != CONTROL_S && key != BACKSPACE && key != DELETE) {
    // Any other key goes on with what was found.
    yse_search_end(editor);
    return false;
  }
  word_prompt(search);
  return true;
}
