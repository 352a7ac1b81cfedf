// Showing the entry, because libedit loses its way among wide characters and long entries.
//
// What is on the screen is remembered; showing an entry moves to the first difference, clears what
// follows and writes it again. The terminal wraps rows by itself, so that it knows which belong
// together when its window changes, or text is copied. Of an entry that is taller than the window,
// the part around the cursor shows.
#include "internal.h"

// MARK: Writing

/// Writes a part of the picture from a place on. Returns the column behind it.
static int write_part(yse_editor *editor, yse_walk walk, size_t until) {
  const yse_picture *picture = walk.picture;
  while (walk.index < until) {
    yse_walk before = walk;
    yse_advance(&walk, editor->display.columns);
    if (picture->text[before.index] == L'\n') {
      fputs("\r\n", stdout);
    } else {
      int width = walk.place.column - before.place.column;
      yse_write(editor, picture->text + before.index, walk.index - before.index, width);
    }
  }
  return walk.place.column;
}

static void move(yse_place from, yse_place to) {
  if (to.row < from.row) printf("\033[%dA", from.row - to.row);
  if (to.row > from.row) printf("\033[%dB", to.row - from.row);
  if (to.row == from.row && to.column == from.column) return;
  fputc('\r', stdout);
  if (to.column > 0) printf("\033[%dC", to.column);
}

// MARK: Terminals that can move the cursor

/// The first row to show: as it is, but with the cursor on the screen, and no room left over.
static int top_row(const yse_display *display, int cursor, int count) {
  int top = display->is_drawn ? display->top : 0, rows = display->rows;
  if (cursor < top) top = cursor;
  if (cursor >= top + rows) top = cursor - rows + 1;
  if (top > count - rows) top = count - rows;
  return top < 0 ? 0 : top;
}

static void draw(yse_editor *editor, const yse_picture *new) {
  yse_display *display = &editor->display;
  int columns = display->columns;
  yse_place cursor = yse_place_of(new, new->cursor, columns);
  yse_place end = yse_place_of(new, new->length, columns);
  int top = top_row(display, cursor.row, end.row + 1);
  size_t first = top > 0 ? yse_row_start(new, top, columns) : 0;
  bool is_cut = end.row >= top + display->rows;
  size_t until = is_cut ? yse_row_start(new, top + display->rows, columns) : new->length;
  // The line break before the first row below the window would scroll it.
  if (is_cut && until > first && new->text[until - 1] == L'\n') until--;

  yse_place now = {.row = display->is_drawn ? display->cursor.row - display->top : 0};
  now.column = display->is_drawn ? display->cursor.column : 0;
  size_t from = first;
  if (display->is_drawn && display->top == top) {
    size_t difference = yse_first_difference(&display->shown, new, columns);
    if (difference > from) from = difference;
  }
  bool is_same = display->is_drawn && display->top == top && from >= new->length &&
                 display->shown.length == new->length;
  if (!is_same) {
    yse_walk walk = {.picture = new};
    while (walk.index < from) yse_advance(&walk, columns);
    walk.place.row -= top;
    // What begins the window begins its first row, also behind a row that is full.
    if (from == first) walk.place = (yse_place){0};
    move(now, walk.place);
    fputs("\033[J", stdout);
    now.column = write_part(editor, walk, until);
    now.row = end.row - top;
    if (is_cut) {
      fputc('\r', stdout);
      now = (yse_place){.row = display->rows - 1};
    } else if (now.column == columns) {
      // Makes the terminal go to the next row, where the cursor belongs.
      fputs(" \r", stdout);
      now.column = 0;
    }
  }
  yse_place target = {.row = cursor.row - top, .column = cursor.column};
  move(now, target);
  display->top = top;
  display->cursor = cursor;
}

// MARK: Drawing

void yse_draw(yse_editor *editor) {
  yse_display *display = &editor->display;
  if (!display->is_drawn) yse_size(&display->columns, &display->rows);
  if (!yse_compose(&display->next, editor)) return;
  if (display->is_plain) {
    yse_draw_plain(editor, &display->next);
  } else {
    draw(editor, &display->next);
  }
  yse_picture shown = display->shown;
  display->shown = display->next;
  display->next = shown;
  display->is_drawn = true;
  fflush(stdout);
}

void yse_leave_entry(yse_editor *editor, const char *mark) {
  const LineInfoW *line = el_wline(editor->edit);
  int back = (int)(line->lastchar - line->cursor);
  el_cursor(editor->edit, back);
  yse_draw(editor);
  el_cursor(editor->edit, -back);
  fputs(mark, stdout);
  fputc('\n', stdout);
  fflush(stdout);
  editor->display.is_drawn = false;
}

void yse_draw_again(yse_editor *editor) {
  yse_display *display = &editor->display;
  if (display->is_drawn && !display->is_plain) {
    // Terminals wrap their rows anew by themselves, so the row follows from the new width.
    yse_size(&display->columns, &display->rows);
    yse_place cursor = yse_place_of(&display->shown, display->shown.cursor, display->columns);
    int row = cursor.row < display->rows ? cursor.row : display->rows - 1;
    move((yse_place){.row = row, .column = 1}, (yse_place){0});
    fputs("\033[J", stdout);
  } else if (display->is_drawn) {
    fputc('\n', stdout);
  }
  display->is_drawn = false;
  yse_draw(editor);
}

void yse_clear_screen(yse_editor *editor) {
  fputs(editor->display.is_plain ? "\n" : "\033[H\033[2J", stdout);
  editor->display.is_drawn = false;
}
