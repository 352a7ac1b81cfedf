// What the files of this target share.
#ifndef CLINEEDITING_INTERNAL_H
#define CLINEEDITING_INTERNAL_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

#include "CLineEditing.h"

/// Stands for bytes that are not UTF-8, and in texts for NUL, which would end them.
#define YSE_REPLACEMENT ((wchar_t)0xFFFD)

/// A place on the screen, counted from where the prompt begins.
typedef struct {
  int row, column;
} yse_place;

/// The prompt and the entry with its line breaks, behind which the prompt of further lines stands.
typedef struct {
  wchar_t *text;
  size_t length, capacity;
  /// Where the prompt ends, and where the cursor is.
  size_t prompt_end, cursor;
} yse_picture;

/// What is on the screen.
typedef struct {
  /// The terminal cannot move its cursor.
  bool is_plain;
  /// Without it the next entry is drawn where the cursor is.
  bool is_drawn;
  int columns, rows;
  /// The first row of the picture that is on the screen.
  int top;
  yse_place cursor;
  yse_picture shown, next;
} yse_display;

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
  yse_callbacks callbacks;
  /// Takes what libedit would show.
  FILE *nowhere;

  /// The rows that libedit believes its terminal to have, and those of the largest entry so far.
  size_t rows, largest;

  wchar_t *prompt, *continuation;
  yse_display display;
  /// How reading ends when libedit hands back no line.
  yse_outcome outcome;
  /// A key to take before those of the terminal; 0 for none.
  wchar_t next_key;
  /// Text that comes faster than it is taken is inserted at once.
  bool takes_runs;
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

/// Reads pasted text up to the mark that ends it, for free(); NULL when it was interrupted. Of one
/// that is too long, only the end comes back.
wchar_t *yse_read_paste(yse_editor *editor, bool *is_too_long);

// MARK: keys.c

/// Binds the keys that are not libedit's own.
void yse_bind_keys(EditLine *edit);

/// Whether the text is an entry that needs no further line.
bool yse_is_whole(yse_editor *editor);

/// The editor that libedit calls back for.
yse_editor *yse_editor_of(EditLine *edit);

// MARK: room.c

/// Gives libedit a terminal that is larger than what is edited, and than what can be recalled.
void yse_make_room(yse_editor *editor);

/// Takes a text into account that can be recalled.
void yse_expect_text(yse_editor *editor, const wchar_t *text, size_t count);

// MARK: search.c

/// Begins to search. Returns false without memory.
bool yse_search_begin(yse_editor *editor);

/// Ends the search with the line as it is.
void yse_search_end(yse_editor *editor);

/// Does what a key means for the search that is on. Returns false for one that ends it, and that
/// libedit then gets.
bool yse_search_take_key(yse_editor *editor, wchar_t key);

// MARK: picture.c

/// Composes what the entry looks like. Returns false without memory.
bool yse_compose(yse_picture *picture, yse_editor *editor);

/// The length of the escape sequence that a text begins with; 0 where there is none.
size_t yse_escape_length(const wchar_t *text, size_t count);

/// How many columns a character takes when it is shown at a column.
int yse_width(wchar_t character, int column);

/// A character of a picture, and the place behind the one before it. A column that is the number of
/// columns stands for a full row, which the terminal leaves when something follows.
typedef struct {
  const yse_picture *picture;
  size_t index;
  yse_place place;
} yse_walk;

/// Goes on by one character, or one escape sequence.
void yse_advance(yse_walk *walk, int columns);

/// The place of a character, or behind the last one.
yse_place yse_place_of(const yse_picture *picture, size_t index, int columns);

/// The index of the first character on a row, or of the line break before it.
size_t yse_row_start(const yse_picture *picture, int row, int columns);

/// Where to begin to write so that the one picture becomes the other.
size_t yse_first_difference(const yse_picture *old, const yse_picture *new, int columns);

/// Writes a character, shown in so many columns, or an escape sequence.
void yse_write(yse_editor *editor, const wchar_t *text, size_t count, int width);

// MARK: display.c

/// Shows a picture where the cursor cannot be moved.
void yse_draw_plain(yse_editor *editor, const yse_picture *picture);

/// Shows the entry as it is.
void yse_draw(yse_editor *editor);

/// Shows the entry where the window changed its size.
void yse_draw_again(yse_editor *editor);

/// Goes to the start of the line below the entry, after a mark behind it.
void yse_leave_entry(yse_editor *editor, const char *mark);

/// Clears the screen.
void yse_clear_screen(yse_editor *editor);

// MARK: terminal.c

/// Remembers how the terminal is, so that every way out restores it. Returns false if it cannot.
bool yse_terminal_take(void);

/// Restores what yse_terminal_take remembered, and the signals' handlers.
void yse_terminal_release(void);

/// Takes the terminal into the editor's hands: pastes come marked, and keys wait without being
/// echoed. Every way out restores it.
void yse_terminal_enter(void);

/// Gives the terminal back for a while. Safe in signal handlers.
void yse_terminal_leave(void);

/// Whether the terminal can do nothing but write.
bool yse_terminal_is_plain(void);

/// Says whether an entry is read: then all keys are the editor's, Ctrl-C included.
void yse_terminal_set_reading(bool is_reading);

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
