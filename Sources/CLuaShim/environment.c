// The globals of the sandbox: which of Lua's libraries scripts get, and what is replaced in them.
#include <string.h>

#include "internal.h"

void ysl_new_metatable(lua_State *L, const char *name) {
  lua_createtable(L, 0, 24);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
}

void ysl_set_function(lua_State *L, const char *name, lua_CFunction function, int upvalue) {
  lua_pushcclosure(L, function, upvalue);
  lua_setfield(L, -2, name);
}

void ysl_set_functions(lua_State *L, const luaL_Reg *functions) { luaL_setfuncs(L, functions, 0); }

static void remove_fields(lua_State *L, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_pushnil(L);
    lua_setfield(L, -2, *names);
  }
}

// MARK: Replacements

void ysl_check_metatable(lua_State *L, int index) {
  lua_pushliteral(L, "__gc");
  if (lua_rawget(L, index) != LUA_TNIL) {
    ysl_raise(L, YSL_RUNTIME, "a metatable must not have a `__gc` field");
  }
  lua_pop(L, 1);
  lua_pushliteral(L, "__mode");
  if (lua_rawget(L, index) != LUA_TNIL) {
    lua_pushliteral(L, "__mode");
    lua_pushnil(L);
    lua_rawset(L, index);
  }
  lua_pop(L, 1);
}

/// tostring without addresses, which differ from run to run.
static int to_string(lua_State *L) {
  luaL_checkany(L, 1);
  ysl_push_text(L, 1);
  return 1;
}

/// type, with the names of the host's types.
static int type_name(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushstring(L, ysl_kind_name(L, 1));
  return 1;
}

static int to_number(lua_State *L) {
  if (lua_type(L, 1) == LUA_TSTRING) {
    ysl_charge(L, "tonumber", (int64_t)lua_rawlen(L, 1) / 16);
  }
  return ysl_state_of(L)->library.tonumber(L);
}

static int select_values(lua_State *L) {
  int count = lua_gettop(L);
  if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
    lua_pushinteger(L, count - 1);
    return 1;
  }
  lua_Integer first = luaL_checkinteger(L, 1);
  if (first < 0) first += count;
  if (first > count) first = count;
  luaL_argcheck(L, first >= 1, 1, "index out of range");
  int results = count - (int)first;
  ysl_charge(L, "select", results / 8);
  return results;
}

// MARK: Libraries

static void open_base(lua_State *L) {
  static const char *const removed[] = {"dofile", "loadfile", "collectgarbage",
                                        "warn",   "require",  NULL};
  static const luaL_Reg replaced[] = {
      {"tostring", to_string}, {"type", type_name}, {"tonumber", to_number},
      {"select", select_values}, {NULL, NULL}};
  luaL_requiref(L, LUA_GNAME, luaopen_base, 1);
  lua_getfield(L, -1, "tonumber");
  ysl_state_of(L)->library.tonumber = lua_tocfunction(L, -1);
  lua_pop(L, 1);
  remove_fields(L, removed);
  ysl_set_functions(L, replaced);
  ysl_set_raw_access(L);
  ysl_open_protected_calls(L);
  ysl_set_load(L);
  ysl_set_print(L);
  lua_pop(L, 1);
  ysl_open_iteration(L);
}

static void open_string(lua_State *L) {
  static const char *const removed[] = {"dump", NULL};
  luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 1);
  remove_fields(L, removed);
  ysl_set_strings(L);
  // All texts share a metatable; scripts must not reach it, nor the table of methods, which is a
  // copy, through any of them.
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_createtable(L, 0, 32);
  for (lua_pushnil(L); lua_next(L, -5);) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, -4);
  }
  lua_setfield(L, -2, "__index");
  lua_pop(L, 3);
}

/// Opens one of Lua's libraries and replaces functions of it.
static void open_library(lua_State *L, const char *name, lua_CFunction open,
                         void (*replace)(lua_State *)) {
  luaL_requiref(L, name, open, 1);
  replace(L);
  lua_pop(L, 1);
}

int ysl_open_environment(lua_State *L) {
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  open_base(L);
  open_string(L);
  open_library(L, LUA_MATHLIBNAME, luaopen_math, ysl_set_random);
  open_library(L, LUA_TABLIBNAME, luaopen_table, ysl_set_lists);
  open_library(L, LUA_UTF8LIBNAME, luaopen_utf8, ysl_set_utf8);
  open_library(L, LUA_COLIBNAME, luaopen_coroutine, ysl_set_coroutines);
  ysl_open_objects(L);
  ysl_open_records(L);
  ysl_open_quantities(L);
  ysl_open_aggregates(L);
  return 0;
}
