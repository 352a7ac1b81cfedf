// The C side of LineEditing: libedit behind functions of fixed arguments.
//
// libedit is set through functions of variable arguments, calls back without a context and edits
// wide characters; here are plain functions over UTF-8. Nothing here jumps (longjmp) or aborts.
//
// There is one terminal, so there can be one editor at a time in a process, used by one thread. The
// functions under "Interrupts" work without an editor too.
#ifndef CLINEEDITING_H
#define CLINEEDITING_H

#include <stdbool.h>
#include <stddef.h>

// MARK: Editing

/// An editor on the terminal that is standard input and output.
typedef struct yse_editor yse_editor;

/// How reading an entry ended.
typedef enum {
  /// It was entered.
  YSE_ENTRY,
  /// Ctrl-C, or an interrupt from elsewhere: what was typed is dropped.
  YSE_INTERRUPTED,
  /// Ctrl-D where nothing was typed.
  YSE_END,
  /// The terminal is gone.
  YSE_CLOSED,
} yse_outcome;

/// What the editor asks while an entry is edited; so the answers must not read another one.
typedef struct {
  /// Answers the completion key, through the functions under "While completing".
  void (*complete)(void *context);
  /// Whether a text is a whole entry: then Enter enters it, otherwise it begins a further line.
  bool (*is_whole)(void *context, const char *text, size_t length);
  void *context;
} yse_callbacks;

/// Opens the editor. From now until yse_close, the terminal itself does not echo typed keys, also
/// not between lines, so that what is typed ahead shows once, when its line is read.
///
/// `history` is the number of entries that can be recalled.
/// Returns NULL where standard input or output is no terminal (or TERM is `emacs`), where an editor
/// is open already, and without memory.
yse_editor *yse_open(const char *name, int history, yse_callbacks callbacks);

/// Gives the terminal back as it was, and ends the editor.
void yse_close(yse_editor *editor);

/// Reads an entry. `continuation` is the prompt of its further lines; both prompts may hold escape
/// sequences of the form ESC [ … m. `*text` (UTF-8, `*length` bytes) is valid until the next
/// call; it is empty unless YSE_ENTRY comes back.
yse_outcome yse_read(
    yse_editor *editor, const char *prompt, const char *continuation, const char **text,
    size_t *length);

/// Adds what can be recalled, newest last. The same text twice in a row is added once.
void yse_remember(yse_editor *editor, const char *text);

/// Gives the terminal its own line editing back, for programs that use it meanwhile.
void yse_suspend(yse_editor *editor);

/// Takes the terminal again.
void yse_resume(yse_editor *editor);

/// The size of the terminal in columns and rows; 80 by 24 where it does not tell.
void yse_size(int *columns, int *rows);

// MARK: While completing

/// What stands before the cursor: UTF-8, valid until the next call.
const char *yse_before_cursor(yse_editor *editor, size_t *length);

/// Replaces so many characters (code points) before the cursor. Returns false, changing nothing,
/// where there are fewer or there is no memory.
bool yse_replace_before_cursor(yse_editor *editor, size_t count, const char *text);

/// Shows text below what is being edited, which then is shown again.
void yse_show_below(yse_editor *editor, const char *text);

/// Rings the bell.
void yse_beep(yse_editor *editor);

// MARK: Interrupts

/// Lets SIGINT set a flag instead of ending the process; none is waiting then. Every successful
/// call needs one of yse_interrupts_release, and the last one restores the former handler. An open
/// editor counts as a call. Returns false, with errno, where that fails.
bool yse_interrupts_catch(void);

/// Undoes one yse_interrupts_catch.
void yse_interrupts_release(void);

/// A descriptor that polls as readable while an interrupt is waiting; -1 before the first catch.
int yse_interrupts_descriptor(void);

/// Whether an interrupt is waiting.
bool yse_interrupt_waits(void);

/// Takes the waiting interrupts away. Returns whether there were any.
bool yse_interrupt_take(void);

#endif
