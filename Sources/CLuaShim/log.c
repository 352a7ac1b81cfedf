// print, which writes to a log that the host reads.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum { CAPACITY = 64 * 1024 };

/// Adds a text as far as there is room, without cutting a UTF-8 sequence.
static void append(ysl_state *state, const char *text, size_t length) {
  if (state->log == NULL) state->log = malloc(CAPACITY + 1);
  if (state->log == NULL) state->log_cut = true;
  if (state->log_cut) return;
  size_t room = CAPACITY - state->log_length;
  state->log_cut = length > room;
  state->log_length += ysl_copy_text(state->log + state->log_length, room + 1, text, length);
}

static int print(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  int count = lua_gettop(L);
  for (int i = 1; i <= count; i++) {
    size_t length;
    // Metamethods run as part of the script and on its budget.
    ysl_push_text(L, i);
    const char *text = lua_tolstring(L, -1, &length);
    ysl_charge(L, "print", 1 + (int64_t)length / 64);
    if (i > 1) append(state, "\t", 1);
    append(state, text, length);
    lua_pop(L, 1);
  }
  append(state, "\n", 1);
  return 0;
}

void ysl_set_print(lua_State *L) { ysl_set_function(L, "print", print, 0); }

const char *ysl_log(const ysl_state *state, size_t *length, bool *cut) {
  *length = state->log_length;
  *cut = state->log_cut;
  return state->log;
}

void ysl_clear_log(ysl_state *state) {
  state->log_length = 0;
  state->log_cut = false;
}
