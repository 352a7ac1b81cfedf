// Stacks that never move.
//
// Lua 5.4.4 keeps addresses into a thread's stack across calls that may make it grow: in a
// concatenation, while `__concat` runs. Growing moves the stack, and what such an address points to
// has been freed. So every thread gets a large stack before it runs anything, and may not have a
// larger one. Later releases grow stacks by reallocating them, which is not taken for growth here,
// and have no need of this.
#include "internal.h"

// In values of Lua. Lua adds some spare ones to each stack, and doubles it when it is full.
enum { MAIN_SIZE = 40000, COROUTINE_SIZE = 4000, SPARE = 5 };

// Bytes of a value, and the share of all memory that the main stack may take.
enum { VALUE = 16, SHARE = 16 };

static int size_for(const ysl_state *state, int wanted) {
  size_t most = state->memory_limit / SHARE / VALUE;
  return most < (size_t)wanted ? (int)most : wanted;
}

/// Makes the stack of a thread that has not run yet as large as it may become. The frame that all
/// others lie on claims it, so that the collector does not shrink it. Notes the size of the block
/// that Lua will ask for if it wants to grow the stack. False without memory.
static bool reserve(ysl_state *state, lua_State *thread, int size, size_t *growth) {
  state->stacks.allocated = 0;
  if (!lua_checkstack(thread, size)) return false;
  size_t values = state->stacks.allocated / VALUE;
  *growth = values > SPARE ? (2 * (values - SPARE) + SPARE) * VALUE : 0;
  return true;
}

bool ysl_open_stacks(ysl_state *state) {
  state->stacks.main_size = size_for(state, MAIN_SIZE);
  state->stacks.coroutine_size = size_for(state, COROUTINE_SIZE);
  return reserve(state, state->main, state->stacks.main_size, &state->stacks.main_growth);
}

void ysl_prepare_coroutine(lua_State *L, lua_State *thread) {
  ysl_state *state = ysl_state_of(L);
  if (reserve(state, thread, state->stacks.coroutine_size, &state->stacks.coroutine_growth)) return;
  if (state->aborted == YSL_OK) state->aborted = YSL_MEMORY;
  ysl_check_aborted(L);
}

bool ysl_is_growth(const ysl_state *state, size_t size) {
  bool closes = state->close_depth > 0;
  bool is_main = state->running == state->main;
  return (size == state->stacks.main_growth && (is_main || closes)) ||
         (size == state->stacks.coroutine_growth && (!is_main || closes));
}

static int size_of(const ysl_state *state, lua_State *thread) {
  return thread == state->main ? state->stacks.main_size : state->stacks.coroutine_size;
}

bool ysl_has_room(lua_State *thread, lua_Integer count) {
  const ysl_state *state = ysl_state_of(thread);
  // More than the whole stack would make Lua ask for a block of a size that nobody expects.
  return count < size_of(state, thread) && lua_checkstack(thread, (int)count);
}

bool ysl_is_deep(lua_State *L) {
  // Room for as many small functions as can be called until this is asked again.
  int room = size_of(ysl_state_of(L), L) / 3;
  return !lua_checkstack(L, room < 1500 ? room : 1500);
}

void ysl_check_c_stack(lua_State *L) {
  // Lua counts calls through C for each coroutine, and forgets the count of one that is closed.
  enum { MOST = 512 * 1024 };
  ysl_state *state = ysl_state_of(L);
  ptrdiff_t used = state->c_stack - (char *)__builtin_frame_address(0);
  if (used > MOST || used < -MOST) {
    ysl_raise(L, YSL_STACK, "calls through coroutines are nested too deeply");
  }
}
