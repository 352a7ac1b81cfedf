// load: source text only, of limited size, paid for by the byte.
#include <string.h>

#include "internal.h"

static void check_source(lua_State *L, size_t length) {
  size_t limit = ysl_state_of(L)->source_limit;
  if (length > limit) {
    ysl_raise(L, YSL_SIZE, "`load` was given more than %zu bytes of source", limit);
  }
}

/// All the pieces of source that the function at index 1 returns. What goes wrong in it is a result
/// of `load`, so this runs in a protected call.
static int read_pieces(lua_State *L) {
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  // What is too long is refused afterwards.
  while (luaL_bufflen(&buffer) <= ysl_state_of(L)->source_limit) {
    ysl_charge(L, "load", 1);
    lua_pushvalue(L, 1);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1) || (lua_type(L, -1) == LUA_TSTRING && lua_rawlen(L, -1) == 0)) {
      lua_pop(L, 1);
      break;
    }
    if (!lua_isstring(L, -1)) {
      // The place is that of the call of `load`.
      luaL_where(L, 2);
      lua_pushliteral(L, "reader function must return a string");
      lua_concat(L, 2);
      lua_error(L);
    }
    luaL_addvalue(&buffer);
  }
  luaL_pushresult(&buffer);
  return 1;
}

/// What `load` returns when it fails, with the message on top of the stack.
static int fail(lua_State *L) {
  luaL_pushfail(L);
  lua_insert(L, -2);
  return 2;
}

/// The upvalue is the table of globals that chunks get unless they are given another.
static int load(lua_State *L) {
  // A number counts as the text of it.
  bool is_text = lua_tostring(L, 1) != NULL;
  const char *mode = luaL_optstring(L, 3, "t");
  const char *name = luaL_optstring(L, 2, is_text ? lua_tostring(L, 1) : "=(load)");
  bool has_environment = !lua_isnone(L, 4);
  if (!is_text) luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_settop(L, 4);
  if (!is_text) {
    lua_pushcfunction(L, read_pieces);
    lua_pushvalue(L, 1);
    int status = lua_pcall(L, 1, 1, 0);
    ysl_check_status(L, status);
    if (status != LUA_OK) return fail(L);
    lua_replace(L, 1);
  }
  size_t length;
  const char *source = lua_tolstring(L, 1, &length);
  check_source(L, length);
  ysl_charge(L, "load", (int64_t)length);
  if (strchr(mode, 't') == NULL) {
    lua_pushfstring(L, "attempt to load a text chunk (mode is '%s')", mode);
    return fail(L);
  }
  int status = luaL_loadbufferx(L, source, length, name, "t");
  ysl_check_status(L, status);
  if (status == LUA_ERRRUN) lua_pushliteral(L, "the source is nested too deeply");
  if (status != LUA_OK) return fail(L);
  int line;
  const char *problem = ysl_correct(L, &line);
  if (problem != NULL) {
    lua_Debug info;
    lua_getinfo(L, ">S", &info);
    lua_pushfstring(L, "%s:%d: %s", info.short_src, line, problem);
    return fail(L);
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
