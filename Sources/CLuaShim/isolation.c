// Tables of globals that share nothing a script can change.
#include "internal.h"

// Stack indices of the copying function, and how deeply tables may be nested.
enum { COPIES = 2, DEPTH = 64 };

static int count_entries(lua_State *L, int table) {
  int count = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) count++;
  return count;
}

/// Replaces the table on top of the stack by its copy, which is not sealed.
static void copy_table(lua_State *L, int depth) {
  if (depth > DEPTH) ysl_raise(L, YSL_RUNTIME, "the tables of the globals are nested too deeply");
  luaL_checkstack(L, 12, NULL);
  int original = lua_gettop(L), contents = original + 1, copy = original + 2;
  lua_pushvalue(L, original);
  if (lua_rawget(L, COPIES) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_pushvalue(L, original);
    ysl_look_through(L, contents);
    int length = (int)lua_rawlen(L, contents), others = count_entries(L, contents) - length;
    lua_createtable(L, ysl_array_size(length), others > 0 ? others : 0);
    lua_pushvalue(L, original);
    lua_pushvalue(L, copy);
    lua_rawset(L, COPIES);
    for (lua_pushnil(L); lua_next(L, contents);) {
      if (lua_type(L, -1) == LUA_TTABLE) copy_table(L, depth + 1);
      lua_pushvalue(L, -2);
      lua_insert(L, -2);
      lua_rawset(L, copy);
    }
    if (ysl_push_metatable(L, original)) {
      copy_table(L, depth + 1);
      lua_setmetatable(L, copy);
    }
  }
  lua_replace(L, original);
  lua_settop(L, original);
}

/// Sets the functions that belong to one table of globals: theirs are not shared either.
static void set_own_functions(lua_State *L) {
  if (lua_getfield(L, -1, "load") == LUA_TFUNCTION) {
    lua_pop(L, 1);
    ysl_set_load(L);
  } else {
    lua_pop(L, 1);
  }
  if (lua_getfield(L, -1, LUA_MATHLIBNAME) == LUA_TTABLE) ysl_set_random(L);
  lua_pop(L, 1);
}

static int make_environment(lua_State *L) {
  lua_createtable(L, 0, 8);
  lua_pushglobaltable(L);
  copy_table(L, 0);
  set_own_functions(L);
  *(int *)lua_touserdata(L, 1) = ysl_new_reference(L);
  return 0;
}

ysl_status ysl_environment(ysl_state *state, int *reference) {
  return ysl_run(state, make_environment, reference);
}
