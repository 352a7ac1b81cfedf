// Memory accounting, the instruction budget, and the depth of calls.
#include <stdlib.h>

#include "internal.h"

// Instructions between two looks at the budget.
enum { INTERVAL = 1000 };

// Bytes that cost an instruction, and from where on texts are paid for: short ones Lua shares.
enum { BYTES_PER_INSTRUCTION = 64, LONG_TEXT = 128 };

// Collecting goes through objects and not through their bytes, so it costs less for each byte.
enum { COLLECTED_PER_BYTE = 4 };

static void count_hook(lua_State *L, lua_Debug *info);

/// What the hook is called for: also for every line while lines are counted.
static int hook_mask(const ysl_state *state) {
  return state->coverage != NULL ? LUA_MASKCOUNT | LUA_MASKLINE : LUA_MASKCOUNT;
}

static void set_hook(lua_State *L, const ysl_state *state, int interval) {
  lua_sethook(L, count_hook, hook_mask(state), interval);
}

/// Takes work from the budget where nothing may raise. The next instruction finds it used up.
static void pay_for_bytes(ysl_state *state, size_t bytes) {
  if (!state->metered) return;
  int64_t instructions = (int64_t)(bytes / BYTES_PER_INSTRUCTION);
  state->budget = instructions < state->budget ? state->budget - instructions : 0;
  if (state->budget == 0) set_hook(state->running, state, 1);
}

/// Notes that an allocation failed. Lua now goes through all it has, looking for what can be freed,
/// and asks again; if that fails too, the script ends, its closing handlers included.
static void *refuse(ysl_state *state, bool *reason, size_t size) {
  bool is_second = state->memory_denied == size;
  *reason = true;
  state->memory_denied = is_second ? 0 : size;
  pay_for_bytes(state, state->memory_used / COLLECTED_PER_BYTE);
  if (is_second && state->metered && state->aborted == YSL_OK) {
    state->aborted = state->memory_exceeded ? YSL_MEMORY : YSL_STACK;
    ysl_note_place(state);
    set_hook(state->running, state, 1);
  }
  return NULL;
}

/// Whether Lua asks again for a block that is no object but belongs to one. Lua 5.4.4 may be adding
/// to a table that has just been collected, because only a weak one held it; so the script ends.
static bool is_unsafe(const ysl_state *state, size_t kind, size_t size) {
  return state->metered && kind == 0 && state->memory_denied == size;
}

/// Collects before all memory is in use, at the next instruction, where that is safe.
static void collect_soon(ysl_state *state) {
  if (!state->metered || state->memory_used <= state->memory_trigger) return;
  state->memory_trigger = SIZE_MAX;
  set_hook(state->running, state, 1);
}

void *ysl_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  ysl_state *state = context;
  // For a new block Lua passes a type tag, or nothing, in place of the old size.
  size_t kind = block == NULL ? old_size : 0;
  if (block == NULL) old_size = 0;
  if (new_size == 0) {
    free(block);
    state->memory_used -= old_size;
    return NULL;
  }
  if (block == NULL && kind == 0) {
    if (ysl_is_growth(state, new_size)) return refuse(state, &state->stacks.refused, new_size);
    state->stacks.allocated = new_size;
  }
  if (kind == LUA_TSTRING && new_size >= LONG_TEXT) pay_for_bytes(state, new_size);
  size_t others = state->memory_used - old_size;
  bool grows = new_size > old_size;
  bool fits = others <= state->memory_limit && new_size <= state->memory_limit - others;
  if (grows && (!fits || is_unsafe(state, kind, new_size))) {
    return refuse(state, &state->memory_exceeded, new_size);
  }
  void *result = realloc(block, new_size);
  if (result == NULL) {
    // Lua relies on shrinking to succeed.
    return grows ? refuse(state, &state->memory_exceeded, new_size) : block;
  }
  state->memory_denied = 0;
  state->memory_used = others + new_size;
  if (state->memory_used > state->memory_peak) state->memory_peak = state->memory_used;
  collect_soon(state);
  return result;
}

static void raise_abort(lua_State *L) __attribute__((noreturn));

/// Every hook from here on raises too, so that handlers which run on the way out stop as well.
static void abort_call(lua_State *L);

/// How many instructions one of the running function counts for. `...` with thousands of values
/// takes one instruction to copy, however many there are.
static int64_t weight(lua_State *L, lua_Debug *info) {
  if (!lua_getinfo(L, "u", info) || !info->isvararg) return 1;
  int64_t result = 1;
  for (int count = 256; count < (1 << 20) && lua_getlocal(L, info, -count) != NULL; count *= 2) {
    lua_pop(L, 1);
    result = 1 + count / 64;
  }
  return result;
}

/// Collects when three quarters of the memory are in use, and again whenever half of what was left
/// after that is, until there is little left. Then Lua collects when it is refused memory.
static void collect(lua_State *L, ysl_state *state) {
  lua_gc(L, LUA_GCCOLLECT);
  pay_for_bytes(state, state->memory_used / COLLECTED_PER_BYTE);
  size_t limit = state->memory_limit;
  size_t left = state->memory_used < limit ? limit - state->memory_used : 0;
  size_t early = limit / 4 * 3, late = state->memory_used + left / 2;
  state->memory_trigger = left < limit / 16 ? limit : early > late ? early : late;
}

/// Instructions until the next look: fewer near the end of the budget.
static int interval_for(const ysl_state *state) {
  return state->budget > INTERVAL ? INTERVAL : state->budget > 0 ? (int)state->budget : 1;
}

static void set_interval(lua_State *L, const ysl_state *state) {
  int interval = interval_for(state);
  if (interval != lua_gethookcount(L)) set_hook(L, state, interval);
}

static void count_hook(lua_State *L, lua_Debug *info) {
  ysl_state *state = ysl_state_of(L);
  if (info->event == LUA_HOOKLINE) {
    ysl_count_line(L, info);
    return;
  }
  int counted = lua_gethookcount(L);
  if (state->memory_trigger == SIZE_MAX && state->aborted == YSL_OK) {
    // The hook may have been set for the next instruction only, at any place of an interval.
    counted = INTERVAL;
    collect(L, state);
  }
  if (state->aborted == YSL_OK) {
    state->budget -= counted * weight(L, info);
    if (state->budget <= 0) {
      state->budget = 0;
      state->aborted = YSL_INSTRUCTIONS;
    } else if (ysl_is_deep(L)) {
      state->aborted = YSL_STACK;
    } else {
      set_interval(L, state);
      return;
    }
  }
  abort_call(L);
}

static void abort_call(lua_State *L) {
  set_hook(L, ysl_state_of(L), 1);
  raise_abort(L);
}

static void raise_abort(lua_State *L) {
  if (ysl_state_of(L)->aborted == YSL_STACK) {
    lua_pushliteral(L, YSL_TOO_DEEP);
  } else {
    lua_pushliteral(L, "a limit of the script was reached");
  }
  lua_error(L);
  abort();  // not reached
}

void ysl_reset_budget(ysl_state *state) {
  state->budget = state->instruction_limit;
  state->metered = true;
  state->memory_denied = 0;
  state->memory_trigger = state->memory_limit / 4 * 3;
  state->running = state->main;
  set_hook(state->main, state, interval_for(state));
}

void ysl_charge(lua_State *L, const char *call, int64_t instructions) {
  ysl_state *state = ysl_state_of(L);
  if (!state->metered) return;
  // Work that is not paid for is not done, so no more is used than there is.
  state->budget = instructions < state->budget ? state->budget - instructions : 0;
  if (state->budget == 0 && state->aborted == YSL_OK) {
    state->aborted = YSL_INSTRUCTIONS;
    state->stopped_in = call;
  }
  ysl_check_aborted(L);
}

typedef struct {
  const char *call;
  int64_t instructions;
} charge_request;

static int charge(lua_State *L) {
  const charge_request *request = lua_touserdata(L, 1);
  ysl_charge(L, request->call, request->instructions);
  return 0;
}

ysl_status ysl_charge_host(ysl_state *state, const char *call, int64_t instructions) {
  charge_request request = {call, instructions};
  return ysl_run(state, charge, &request);
}

void ysl_check_size(lua_State *L, const char *call, size_t size) {
  ysl_state *state = ysl_state_of(L);
  if (size <= state->memory_limit) return;
  if (state->aborted == YSL_OK) {
    state->aborted = YSL_MEMORY;
    state->stopped_in = call;
  }
  ysl_check_aborted(L);
}

void ysl_check_aborted(lua_State *L) {
  if (ysl_state_of(L)->aborted != YSL_OK) abort_call(L);
}

void ysl_note_status(ysl_state *state, int status) {
  if (status != LUA_ERRMEM || state->aborted != YSL_OK) return;
  if (state->memory_exceeded) {
    state->aborted = YSL_MEMORY;
  } else if (state->stacks.refused) {
    state->aborted = YSL_STACK;
  }
}

void ysl_check_status(lua_State *L, int status) {
  ysl_note_status(ysl_state_of(L), status);
  ysl_check_aborted(L);
}
