// Evaluations that start from the same values, whatever others have left in local variables.
//
// A cell is a variable of a script that functions share and that one of them assigns. What it holds
// when the script is sealed, every evaluation finds in it. An evaluation inside another one, for a
// decision that a script asks for, finds the same, and the outer one goes on with what it had.
#include <string.h>

#include "internal.h"

// The registry's list of cells holds three values for each: a function, the number of its upvalue,
// and the value. Blocks, the state of C functions, are userdata in the place of a function. Other
// keys are the addresses of upvalues and blocks, to tell them apart.
enum { FUNCTION = 1, UPVALUE, VALUE, STEP = 3 };

/// Pushes a table of the registry, made when it is first needed.
static void push_registry(lua_State *L, int place) {
  if (lua_rawgeti(L, LUA_REGISTRYINDEX, place) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, place);
}

// MARK: Cells

/// Adds what is below the value on top of the stack, and pops the value; `id` tells it from others.
static void add(lua_State *L, const void *id, int upvalue) {
  ysl_state *state = ysl_state_of(L);
  int value = lua_gettop(L);
  push_registry(L, YSL_REGISTRY_CELLS);
  if (lua_rawgetp(L, -1, id) == LUA_TNIL) {
    lua_Integer first = (lua_Integer)state->cell_count * STEP;
    lua_pushvalue(L, value - 1);
    lua_rawseti(L, value + 1, first + FUNCTION);
    lua_pushinteger(L, upvalue);
    lua_rawseti(L, value + 1, first + UPVALUE);
    lua_pushvalue(L, value);
    lua_rawseti(L, value + 1, first + VALUE);
    lua_pushboolean(L, 1);
    lua_rawsetp(L, value + 1, id);
    state->cell_count++;
  }
  lua_settop(L, value - 1);
}

void ysl_add_cell(lua_State *L, int upvalue) {
  const void *id = lua_upvalueid(L, -1, upvalue);
  lua_getupvalue(L, -1, upvalue);
  add(L, id, upvalue);
}

void ysl_add_block(lua_State *L) {
  const void *id = lua_touserdata(L, -1);
  lua_pushnil(L);
  add(L, id, 0);
}

/// Sets every cell to its value in a frame, which is on top of the stack, or to the one it had at
/// first, when nil is there. Pops the frame. Raises nothing, as nothing new is made.
static void set_cells(lua_State *L) {
  int count = ysl_state_of(L)->cell_count;
  int frame = lua_gettop(L);
  bool has_frame = lua_type(L, frame) == LUA_TTABLE;
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_CELLS);
  for (int i = 0; i < count; i++) {
    lua_Integer first = (lua_Integer)i * STEP;
    bool is_block = lua_rawgeti(L, frame + 1, first + FUNCTION) == LUA_TUSERDATA;
    if (is_block) {
      // Blocks start anew by themselves, with a new seed.
      if (has_frame) {
        lua_rawgeti(L, frame, i + 1);
        memcpy(lua_touserdata(L, -2), lua_tostring(L, -1), lua_rawlen(L, -2));
      }
    } else {
      lua_rawgeti(L, frame + 1, first + UPVALUE);
      int upvalue = (int)lua_tointeger(L, -1);
      if (has_frame) {
        lua_rawgeti(L, frame, i + 1);
      } else {
        lua_rawgeti(L, frame + 1, first + VALUE);
      }
      lua_setupvalue(L, frame + 2, upvalue);
    }
    lua_settop(L, frame + 1);
  }
  lua_settop(L, frame - 1);
}

// MARK: Evaluations inside each other

/// Keeps what the evaluation in progress has left in the cells.
static int keep_frame(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  int count = state->cell_count;
  ysl_charge(L, "decision", count);
  push_registry(L, YSL_REGISTRY_FRAMES);
  int frames = lua_gettop(L), frame = frames + 1, cells = frames + 2;
  lua_createtable(L, ysl_array_size(count + 1), 0);
  push_registry(L, YSL_REGISTRY_CELLS);
  for (int i = 0; i < count; i++) {
    lua_Integer first = (lua_Integer)i * STEP;
    if (lua_rawgeti(L, cells, first + FUNCTION) == LUA_TUSERDATA) {
      lua_pushlstring(L, lua_touserdata(L, -1), lua_rawlen(L, -1));
    } else {
      lua_rawgeti(L, cells, first + UPVALUE);
      int upvalue = (int)lua_tointeger(L, -1);
      lua_pop(L, 1);
      lua_getupvalue(L, -1, upvalue);
    }
    lua_rawseti(L, frame, i + 1);
    lua_settop(L, cells);
  }
  lua_pushinteger(L, (lua_Integer)state->seed_version);
  lua_rawseti(L, frame, count + 1);
  lua_settop(L, frame);
  lua_rawseti(L, frames, state->evaluations);
  return 0;
}

ysl_status ysl_begin_evaluation(ysl_state *state) {
  lua_State *L = state->current;
  ysl_clear_error(state);
  // The end needs room, and nothing may go wrong there.
  if (!lua_checkstack(L, 10)) return YSL_MEMORY;
  if (state->evaluations > 0) {
    ysl_status status = ysl_run(state, keep_frame, NULL);
    if (status != YSL_OK) return status;
    lua_pushnil(L);
    set_cells(L);
  }
  state->evaluations++;
  state->seed_version = ++state->seed_versions;
  return YSL_OK;
}

void ysl_end_evaluation(ysl_state *state) {
  lua_State *L = state->current;
  if (state->evaluations == 0) return;
  state->evaluations--;
  if (state->evaluations == 0) {
    if (state->cell_count == 0) return;
    lua_pushnil(L);
  } else {
    lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_FRAMES);
    lua_rawgeti(L, -1, state->evaluations);
    lua_pushboolean(L, 0);
    lua_rawseti(L, -3, state->evaluations);
    lua_remove(L, -2);
    lua_rawgeti(L, -1, state->cell_count + 1);
    state->seed_version = (uint64_t)lua_tointeger(L, -1);
    lua_pop(L, 1);
  }
  set_cells(L);
}
