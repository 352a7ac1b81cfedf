// load: source text only, of limited size, paid for by the byte.
#include <string.h>

#include "internal.h"

static void check_source(lua_State *L, size_t length) {
  size_t limit = ysl_state_of(L)->source_limit;
  if (length > limit) {
    ysl_raise(L, YSL_SIZE, "`load` was given more than %zu bytes of source", limit);
  }
}

/// Replaces the function at index 1 by all the pieces of source that it returns.
static void read_pieces(lua_State *L) {
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (;;) {
    ysl_charge(L, "load", 1);
    lua_pushvalue(L, 1);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1)) break;
    if (!lua_isstring(L, -1)) luaL_error(L, "reader function must return a string");
    if (lua_rawlen(L, -1) == 0 && lua_type(L, -1) == LUA_TSTRING) break;
    luaL_addvalue(&buffer);
    check_source(L, luaL_bufflen(&buffer));
  }
  lua_pop(L, 1);
  luaL_pushresult(&buffer);
  lua_replace(L, 1);
}

/// The upvalue is the table of globals that chunks get unless they are given another.
static int load(lua_State *L) {
  bool is_text = lua_type(L, 1) == LUA_TSTRING;
  const char *name = is_text ? luaL_optstring(L, 2, lua_tostring(L, 1))
                             : luaL_optstring(L, 2, "=(load)");
  const char *mode = luaL_optstring(L, 3, "t");
  bool has_environment = !lua_isnone(L, 4);
  if (!is_text) luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_settop(L, 4);
  if (!is_text) read_pieces(L);
  size_t length;
  const char *source = lua_tolstring(L, 1, &length);
  check_source(L, length);
  ysl_charge(L, "load", (int64_t)length);
  if (strchr(mode, 't') == NULL) {
    luaL_pushfail(L);
    lua_pushfstring(L, "attempt to load a text chunk (mode is '%s')", mode);
    return 2;
  }
  int status = luaL_loadbufferx(L, source, length, name, "t");
  ysl_check_status(L, status);
  if (status == LUA_ERRRUN) lua_pushliteral(L, "the source is nested too deeply");
  if (status != LUA_OK) {
    luaL_pushfail(L);
    lua_insert(L, -2);
    return 2;
  }
  int line;
  const char *problem = ysl_correct(L, &line);
  if (problem != NULL) {
    lua_Debug info;
    lua_getinfo(L, ">S", &info);
    luaL_pushfail(L);
    lua_pushfstring(L, "%s:%d: %s", info.short_src, line, problem);
    return 2;
  }
  lua_pushvalue(L, has_environment ? 4 : lua_upvalueindex(1));
  // A chunk that uses no globals has no place for them.
  if (lua_setupvalue(L, -2, 1) == NULL) lua_pop(L, 1);
  return 1;
}

void ysl_set_load(lua_State *L) {
  lua_pushvalue(L, -1);
  ysl_set_function(L, "load", load, 1);
}
