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

static void remove_fields(lua_State *L, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_pushnil(L);
    lua_setfield(L, -2, *names);
  }
}

// MARK: Replacements

/// setmetatable without finalizers, which would run outside any budget.
static int set_metatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  int type = lua_type(L, 2);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) {
    ysl_raise(L, YSL_RUNTIME, "cannot change a protected metatable");
  }
  if (type == LUA_TTABLE) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) {
      ysl_raise(L, YSL_RUNTIME, "a metatable must not have a `__gc` field");
    }
  }
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

/// Whether Lua would write a value as its type and address.
static bool shows_address(lua_State *L, int index) {
  int type = lua_type(L, index);
  if (type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TTHREAD) return false;
  if (luaL_getmetafield(L, index, "__tostring") == LUA_TNIL) return true;
  lua_pop(L, 1);
  return false;
}

/// tostring without addresses, which differ from run to run.
static int to_string(lua_State *L) {
  luaL_checkany(L, 1);
  if (shows_address(L, 1)) {
    lua_pushstring(L, luaL_typename(L, 1));
  } else {
    luaL_tolstring(L, 1, NULL);
  }
  return 1;
}

/// type, with the names of the host's types.
static int type_name(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushstring(L, ysl_kind_name(L, 1));
  return 1;
}

/// string.format (the upvalue) without addresses.
static int format(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  const char *end = text + length;
  while ((text = memchr(text, '%', (size_t)(end - text))) != NULL) {
    text++;
    text += strspn(text, "-+ #0123456789.");
    if (text < end && *text == 'p') {
      ysl_raise(L, YSL_RUNTIME, "`string.format` has no `%%p` here; addresses are not shown");
    }
    if (text < end) text++;
  }
  int count = lua_gettop(L);
  for (int index = 2; index <= count; index++) {
    if (!shows_address(L, index)) continue;
    lua_pushstring(L, luaL_typename(L, index));
    lua_replace(L, index);
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, count, 1);
  return 1;
}

// MARK: Libraries

static void open_base(lua_State *L) {
  static const char *const removed[] = {"dofile", "loadfile", "load", "collectgarbage", "print",
                                        "warn",   "require",  NULL};
  luaL_requiref(L, LUA_GNAME, luaopen_base, 1);
  remove_fields(L, removed);
  ysl_set_function(L, "setmetatable", set_metatable, 0);
  ysl_set_function(L, "tostring", to_string, 0);
  ysl_set_function(L, "type", type_name, 0);
  ysl_open_protected_calls(L);
  lua_pop(L, 1);
  ysl_open_iteration(L);
}

static void open_string(lua_State *L) {
  static const char *const removed[] = {"dump", NULL};
  luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 1);
  remove_fields(L, removed);
  lua_getfield(L, -1, "format");
  ysl_set_function(L, "format", format, 1);
  lua_pop(L, 1);
  // All texts share a metatable; scripts must not reach it through any of them.
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}

static void open_math(lua_State *L) {
  static const char *const removed[] = {"random", "randomseed", NULL};
  luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 1);
  remove_fields(L, removed);
  lua_pop(L, 1);
}

int ysl_open_environment(lua_State *L) {
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  open_base(L);
  open_string(L);
  open_math(L);
  luaL_requiref(L, LUA_TABLIBNAME, luaopen_table, 1);
  luaL_requiref(L, LUA_UTF8LIBNAME, luaopen_utf8, 1);
  luaL_requiref(L, LUA_COLIBNAME, luaopen_coroutine, 1);
  ysl_open_coroutines(L);
  ysl_open_objects(L);
  ysl_open_records(L);
  ysl_open_quantities(L);
  ysl_open_aggregates(L);
  return 0;
}
