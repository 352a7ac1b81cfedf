// Opening and closing a state, and what it reports about itself.
#include <stdlib.h>

#include "internal.h"

ysl_state *ysl_open(const ysl_host *host, uint16_t plain_unit, const ysl_limits *limits) {
  ysl_state *state = calloc(1, sizeof *state);
  if (state == NULL) return NULL;
  state->host = *host;
  state->plain_unit = plain_unit;
  state->memory_limit = limits->memory;
  state->instruction_limit = limits->instructions;
  state->source_limit = limits->source;
  state->budget = limits->instructions;
  state->main = lua_newstate(ysl_allocate, state);
  if (state->main == NULL) {
    free(state);
    return NULL;
  }
  // New threads copy this space of the main thread.
  *(ysl_state **)lua_getextraspace(state->main) = state;
  state->current = state->main;
  state->running = state->main;
  if (!ysl_open_stacks(state) || ysl_run(state, ysl_open_environment, NULL) != YSL_OK) {
    ysl_close(state);
    return NULL;
  }
  return state;
}

void ysl_close(ysl_state *state) {
  lua_close(state->main);
  ysl_free_coverage(state->coverage);
  free(state->log);
  free(state->held_text);
  free(state->free_references);
  free(state);
}

const ysl_error *ysl_last_error(const ysl_state *state) { return &state->error; }

size_t ysl_memory_in_use(const ysl_state *state) { return state->memory_used; }

size_t ysl_peak_memory(const ysl_state *state) { return state->memory_peak; }

void ysl_set_memory_limit(ysl_state *state, size_t bytes) { state->memory_limit = bytes; }

static int collect(lua_State *L) {
  lua_gc(L, LUA_GCCOLLECT);
  return 0;
}

void ysl_collect(ysl_state *state) {
  if (state->depth == 0) ysl_run(state, collect, NULL);
}

int64_t ysl_instructions_used(const ysl_state *state) {
  return state->instruction_limit - state->budget;
}

const char *ysl_stopped_in(const ysl_state *state) { return state->stopped_in; }

int ysl_depth(const ysl_state *state) { return state->depth; }

int ysl_current_line(const ysl_state *state) {
  lua_Debug info;
  for (int level = 0; lua_getstack(state->current, level, &info); level++) {
    if (lua_getinfo(state->current, "l", &info) && info.currentline > 0) return info.currentline;
  }
  return 0;
}
