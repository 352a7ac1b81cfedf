// Memory accounting, the instruction budget, and the depth of calls.
#include <stdlib.h>

#include "internal.h"

// Instructions between two looks at the budget, and how deep Lua functions may call each other. Lua
// itself allows more than the default memory limit has room for, and a memory error has no place.
enum { INTERVAL = 1000, CALL_DEPTH = 20000 };

void *ysl_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  ysl_state *state = context;
  // For a new block Lua passes a type tag in place of the old size.
  if (block == NULL) old_size = 0;
  if (new_size == 0) {
    free(block);
    state->memory_used -= old_size;
    return NULL;
  }
  size_t others = state->memory_used - old_size;
  bool grows = new_size > old_size;
  if (grows && (others > state->memory_limit || new_size > state->memory_limit - others)) {
    state->memory_exceeded = true;
    return NULL;
  }
  void *result = realloc(block, new_size);
  if (result == NULL) {
    // Lua relies on shrinking to succeed.
    if (!grows) return block;
    state->memory_exceeded = true;
    return NULL;
  }
  state->memory_used = others + new_size;
  if (state->memory_used > state->memory_peak) state->memory_peak = state->memory_used;
  return result;
}

static void raise_abort(lua_State *L) __attribute__((noreturn));

/// Every hook from here on raises too, so that handlers which run on the way out stop as well.
static void abort_call(lua_State *L);

static void count_hook(lua_State *L, lua_Debug *info) {
  ysl_state *state = ysl_state_of(L);
  if (state->aborted == YSL_OK) {
    state->budget -= INTERVAL;
    if (state->budget <= 0) {
      state->aborted = YSL_INSTRUCTIONS;
    } else if (lua_getstack(L, CALL_DEPTH, info)) {
      state->aborted = YSL_RUNTIME;
    } else {
      return;
    }
  }
  abort_call(L);
}

static void abort_call(lua_State *L) {
  lua_sethook(L, count_hook, LUA_MASKCOUNT, 1);
  raise_abort(L);
}

static void raise_abort(lua_State *L) {
  if (ysl_state_of(L)->aborted == YSL_RUNTIME) {
    lua_pushliteral(L, "functions call each other too deeply; is there a recursion without end?");
  } else {
    lua_pushliteral(L, "a limit of the script was reached");
  }
  lua_error(L);
  abort();  // not reached
}

void ysl_reset_budget(ysl_state *state) {
  state->budget = state->instruction_limit;
  lua_sethook(state->main, count_hook, LUA_MASKCOUNT, INTERVAL);
}

void ysl_charge(lua_State *L, int64_t instructions) {
  ysl_state *state = ysl_state_of(L);
  if (state->depth == 0) return;
  state->budget -= instructions;
  if (state->budget <= 0 && state->aborted == YSL_OK) state->aborted = YSL_INSTRUCTIONS;
  ysl_check_aborted(L);
}

void ysl_check_aborted(lua_State *L) {
  if (ysl_state_of(L)->aborted != YSL_OK) abort_call(L);
}

void ysl_check_status(lua_State *L, int status) {
  ysl_state *state = ysl_state_of(L);
  if (status == LUA_ERRMEM && state->memory_exceeded && state->aborted == YSL_OK) {
    state->aborted = YSL_MEMORY;
  }
  ysl_check_aborted(L);
}
