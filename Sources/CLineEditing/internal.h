// What the files of this target share.
#ifndef CLINEEDITING_INTERNAL_H
#define CLINEEDITING_INTERNAL_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

#include "CLineEditing.h"

/// Stands for bytes that are not UTF-8, and for NUL, which would end a text.
#define YSE_REPLACEMENT ((wchar_t)0xFFFD)

/// What remains to be done once the cursor stands behind the whole entry on the screen.
typedef enum {
  YSE_NOTHING,
  YSE_SHOW_TEXT,
  YSE_DROP_ENTRY,
  YSE_STOP_PROCESS,
} yse_task;

enum { YSE_SEARCH_PATTERN = 100, YSE_SEARCH_PROMPT = YSE_SEARCH_PATTERN + 20 };

/// The search for earlier entries.
typedef struct {
  bool is_on;
  /// No entry holds the pattern; the line shows the last one that held its beginning.
  bool is_missing;
  wchar_t pattern[YSE_SEARCH_PATTERN], prompt[YSE_SEARCH_PROMPT];
  size_t length;
  /// The entry that the line shows, counted back from the newest; -1 before one was found.
  int index;
  /// The line as it was before.
  wchar_t *before;
  int before_cursor;
} yse_search;

struct yse_editor {
  EditLine *edit;
  HistoryW *history;
  yse_complete complete;
  void *context;

  wchar_t *prompt;
  wchar_t literal;
  /// What the completion key does to the screen, as libedit's CC_ codes.
  unsigned char reply;
  /// How reading ends when libedit hands back no line.
  yse_outcome outcome;

  yse_task task;
  /// How far the cursor goes back to the left after the task.
  int back;
  /// The text of YSE_SHOW_TEXT.
  char *shown;
  /// A key to take before those of the terminal; 0 for none.
  wchar_t next_key;
  /// While it is on, its prompt takes the place of `prompt`.
  yse_search search;

  /// Bytes that were read from the terminal and not used yet.
  unsigned char bytes[4096];
  size_t next_byte, end_byte;

  /// Text on its way out, as UTF-8.
  char *text;
  size_t text_capacity;
};

// MARK: text.c

/// A copy as wide characters for free(), NULL without memory. What is not UTF-8 is replaced.
wchar_t *yse_wide(const char *text);

/// The UTF-8 of wide characters in the editor's buffer, NUL-terminated; empty without memory.
const char *yse_utf8(yse_editor *editor, const wchar_t *text, size_t count, size_t *length);

/// Decodes the sequence that begins a text of `count` bytes (at least one): its length, or 0 where
/// more bytes are needed. What is not UTF-8 decodes as one replacement character.
size_t yse_decode(const unsigned char *bytes, size_t count, wchar_t *character);

// MARK: input.c

/// Answers libedit's wish for a key: 1 and the key, 0 at the end, -1 on failure.
int yse_read_key(EditLine *edit, wchar_t *key);

/// Reads pasted text up to the mark that ends it, for free(); NULL when it was interrupted.
wchar_t *yse_read_paste(yse_editor *editor);

// MARK: keys.c

/// Binds the keys that are not libedit's own.
void yse_bind_keys(EditLine *edit);

/// Puts a task off until the cursor stands behind the entry; what a key's function hands back.
unsigned char yse_put_off(yse_editor *editor, yse_task task);

/// Does what was put off until the cursor stands behind the entry. Returns false to end the line.
bool yse_do_task(yse_editor *editor);

/// The prompt that is on the screen.
const wchar_t *yse_prompt(const yse_editor *editor);

/// The editor that libedit calls back for.
yse_editor *yse_editor_of(EditLine *edit);

/// A key that nobody types: libedit shows the line again when it reads it.
#define YSE_SHOW_KEY ((wchar_t)0x98)

// MARK: search.c

/// Begins to search. Returns false without memory.
bool yse_search_begin(yse_editor *editor);

/// Ends the search with the line as it is.
void yse_search_end(yse_editor *editor);

/// Does what a key means for the search that is on.
void yse_search_take_key(yse_editor *editor, wchar_t key);

// MARK: layout.c

/// The row of the screen, counted from the prompt's, that the cursor is on at a width in columns.
int yse_cursor_row(yse_editor *editor, int columns);

/// How many columns a character takes at a column of the screen, tabs included.
int yse_width(wchar_t character, int column);

// MARK: terminal.c

/// Remembers how the terminal is, so that every way out restores it. Returns false if it cannot.
bool yse_terminal_take(void);

/// Restores what yse_terminal_take remembered, and the signals' handlers.
void yse_terminal_release(void);

/// Says that the terminal is in the editor's hands: pastes come marked, and ways out restore it.
void yse_terminal_enter(void);

/// Gives the terminal back for a while. Safe in signal handlers.
void yse_terminal_leave(void);

/// Stops the process, and those it works with, until it is continued.
void yse_terminal_stop(void);

/// What happened since the last look: the window changed, or the process was continued.
typedef struct {
  bool resized, continued;
} yse_terminal_news;

/// Takes the news away.
yse_terminal_news yse_terminal_take_news(void);

/// A descriptor that polls as readable when there are news.
int yse_terminal_descriptor(void);

// MARK: wake.c

/// A pipe that wakes whoever polls it; zero-initialised, then opened once.
typedef struct {
  int ends[2];
  bool is_open;
} yse_wake;

/// Opens it, unless it is open. Returns false, with errno, where that fails.
bool yse_wake_open(yse_wake *wake);

/// Makes it readable. Safe in signal handlers.
void yse_wake_up(const yse_wake *wake);

/// Makes it unreadable again.
void yse_wake_drain(const yse_wake *wake);

/// The descriptor to poll, -1 while it is not open.
int yse_wake_descriptor(const yse_wake *wake);

#endif
