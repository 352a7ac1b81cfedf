// The editor: opened on the terminal, read from, closed.
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "internal.h"

// MARK: Opening and closing

/// Makes the C library read and measure UTF-8, whatever the environment says.
static void choose_character_set(void) {
  const char *const locales[] = {"", "C.UTF-8", "UTF-8", "en_US.UTF-8"};
  for (size_t index = 0; index < sizeof locales / sizeof *locales; index++) {
    if (setlocale(LC_CTYPE, locales[index]) == NULL) continue;
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  }
}

static bool start(yse_editor *editor, const char *name, int history) {
  HistEventW event;
  editor->history = history_winit();
  if (editor->history == NULL) return false;
  history_w(editor->history, &event, H_SETSIZE, history);
  history_w(editor->history, &event, H_SETUNIQUE, 1);

  // libedit edits, but does not show: what it writes goes nowhere.
  editor->nowhere = fopen("/dev/null", "r+");
  if (editor->nowhere == NULL) return false;
  fflush(stdout);
  editor->edit = el_init_fd(
      name, stdin, editor->nowhere, editor->nowhere, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
  if (editor->edit == NULL) return false;
  EditLine *edit = editor->edit;
  el_wset(edit, EL_CLIENTDATA, editor);
  el_wset(edit, EL_EDITOR, L"emacs");
  el_wset(edit, EL_EDITMODE, 1);
  el_wset(edit, EL_SIGNAL, 0);
  el_wset(edit, EL_GETCFN, yse_read_key);
  el_wset(edit, EL_HIST, history_w, editor->history);
  // It believes the terminal set as it needs it, and can neither set nor measure it from now on.
  el_wset(edit, EL_PREP_TERM, 1);
  el_wset(edit, EL_SETFP, 0, editor->nowhere);
  yse_make_room(editor);
  yse_bind_keys(edit);
  yse_terminal_enter();
  return true;
}

yse_editor *yse_open(const char *name, int history, yse_callbacks callbacks) {
  if (!yse_interrupts_catch()) return NULL;
  if (!yse_terminal_take()) {
    yse_interrupts_release();
    return NULL;
  }
  choose_character_set();
  yse_editor *editor = calloc(1, sizeof *editor);
  if (editor != NULL) {
    editor->callbacks = callbacks;
    editor->display.is_plain = yse_terminal_is_plain();
    if (start(editor, name, history)) return editor;
    yse_close(editor);
    return NULL;
  }
  yse_terminal_release();
  yse_interrupts_release();
  return NULL;
}

void yse_close(yse_editor *editor) {
  if (editor == NULL) return;
  fflush(stdout);
  yse_terminal_release();
  yse_interrupts_release();
  if (editor->edit != NULL) el_end(editor->edit);
  if (editor->nowhere != NULL) fclose(editor->nowhere);
  if (editor->history != NULL) history_wend(editor->history);
  yse_search_end(editor);
  free(editor->prompt);
  free(editor->continuation);
  free(editor->display.shown.text);
  free(editor->display.next.text);
  free(editor->text);
  free(editor);
}

void yse_suspend(yse_editor *editor) {
  (void)editor;
  fflush(stdout);
  yse_terminal_leave();
}

void yse_resume(yse_editor *editor) {
  (void)editor;
  yse_terminal_enter();
}

// MARK: Reading

yse_outcome yse_read(
    yse_editor *editor, const char *prompt, const char *continuation, const char **text,
    size_t *length) {
  free(editor->prompt);
  free(editor->continuation);
  editor->prompt = yse_wide(prompt);
  editor->continuation = yse_wide(continuation);
  editor->next_key = 0;
  editor->takes_runs = true;
  editor->outcome = YSE_CLOSED;
  editor->display.is_drawn = false;
  yse_terminal_take_news();

  const wchar_t *line = NULL;
  int count = 0;
  if (editor->prompt != NULL && editor->continuation != NULL) {
    yse_terminal_set_reading(true);
    line = el_wgets(editor->edit, &count);
    yse_terminal_set_reading(false);
  }
  yse_search_end(editor);
  fflush(stdout);
  // The line break behind the entry is libedit's.
  bool is_entry = line != NULL && count > 0;
  *text = yse_utf8(editor, line, is_entry ? (size_t)count - 1 : 0, length);
  return is_entry ? YSE_ENTRY : editor->outcome;
}

void yse_remember(yse_editor *editor, const char *text) {
  HistEventW event;
  wchar_t *wide = yse_wide(text);
  if (wide == NULL) return;
  yse_expect_text(editor, wide, wcslen(wide));
  history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
}

void yse_size(int *columns, int *rows) {
  struct winsize size;
  bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  *columns = is_known && size.ws_col > 1 ? size.ws_col : 80;
  *rows = is_known && size.ws_row > 0 ? size.ws_row : 24;
}
