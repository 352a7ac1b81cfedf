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

const wchar_t *yse_prompt(const yse_editor *editor) {
  if (editor->search.is_on) return editor->search.prompt;
  return editor->prompt == NULL ? L"" : editor->prompt;
}

static const wchar_t *prompt(EditLine *edit) {
  yse_editor *editor = yse_editor_of(edit);
  return editor == NULL ? L"" : yse_prompt(editor);
}

static bool start(yse_editor *editor, const char *name, int history) {
  HistEventW event;
  editor->history = history_winit();
  if (editor->history == NULL) return false;
  history_w(editor->history, &event, H_SETSIZE, history);
  history_w(editor->history, &event, H_SETUNIQUE, 1);

  fflush(stdout);
  editor->edit = el_init(name, stdin, stdout, stderr);
  if (editor->edit == NULL) return false;
  EditLine *edit = editor->edit;
  el_wset(edit, EL_CLIENTDATA, editor);
  el_wset(edit, EL_EDITOR, L"emacs");
  el_wset(edit, EL_SIGNAL, 0);
  el_wset(edit, EL_GETCFN, yse_read_key);
  el_wset(edit, EL_HIST, history_w, editor->history);
  // Between lines, the terminal neither echoes nor collects lines: what is typed then waits for the
  // editor, and shows once. It still makes SIGINT of Ctrl-C; while a line is read, that is a key.
  el_wset(edit, EL_SETTY, L"-x", L"-icanon", L"-echo", NULL);
  el_wset(edit, EL_SETTY, L"-d", L"-isig", NULL);
  yse_bind_keys(edit);
  yse_terminal_enter();
  return true;
}

yse_editor *yse_open(const char *name, int history, yse_complete complete, void *context) {
  if (!yse_terminal_take()) return NULL;
  choose_character_set();
  yse_editor *editor = calloc(1, sizeof *editor);
  if (editor != NULL) {
    editor->complete = complete;
    editor->context = context;
    if (start(editor, name, history)) return editor;
    yse_close(editor);
    return NULL;
  }
  yse_terminal_release();
  return NULL;
}

void yse_close(yse_editor *editor) {
  fflush(stdout);
  yse_terminal_release();
  if (editor == NULL) return;
  if (editor->edit != NULL) {
    // el_end sets the terminal once more, and would throw away what was typed ahead.
    FILE *nothing = fopen("/dev/null", "r");
    if (nothing != NULL) el_wset(editor->edit, EL_SETFP, 0, nothing);
    el_end(editor->edit);
    if (nothing != NULL) fclose(nothing);
  }
  if (editor->history != NULL) history_wend(editor->history);
  free(editor->prompt);
  yse_search_end(editor);
  free(editor->shown);
  free(editor->text);
  free(editor);
}

void yse_suspend(yse_editor *editor) {
  (void)editor;
  fflush(stdout);
  yse_terminal_leave();
}

void yse_resume(yse_editor *editor) {
  // libedit believes itself in its state between lines; this brings the terminal there.
  el_wset(editor->edit, EL_PREP_TERM, 1);
  el_wset(editor->edit, EL_PREP_TERM, 0);
  yse_terminal_enter();
}

// MARK: Reading

yse_outcome yse_read(
    yse_editor *editor, const char *prompt_text, char literal, const char **text, size_t *length) {
  free(editor->prompt);
  editor->prompt = yse_wide(prompt_text);
  editor->literal = literal;
  editor->task = YSE_NOTHING;
  editor->next_key = 0;
  editor->outcome = YSE_CLOSED;
  el_wset(editor->edit, EL_PROMPT_ESC, prompt, (int)literal);
  // libedit measures the window itself before each line.
  yse_terminal_take_news();

  int count = 0;
  const wchar_t *line = el_wgets(editor->edit, &count);
  yse_search_end(editor);
  fflush(stdout);
  bool is_line = line != NULL && count > 0;
  size_t end = is_line ? (size_t)count : 0;
  if (end > 0 && (line[end - 1] == L'\n' || line[end - 1] == L'\r')) end--;
  *text = yse_utf8(editor, line, end, length);
  return is_line ? YSE_LINE : editor->outcome;
}

void yse_remember(yse_editor *editor, const char *text) {
  HistEventW event;
  wchar_t *wide = yse_wide(text);
  if (wide != NULL) history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
}

void yse_size(int *columns, int *rows) {
  struct winsize size;
  bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  *columns = is_known && size.ws_col > 1 ? size.ws_col : 80;
  *rows = is_known && size.ws_row > 0 ? size.ws_row : 24;
}
