// Tables that can be read and no longer be changed, and the functions that show them as they were.
//
// The entries of a sealed table lie in another table, its contents, which no script gets to see.
// The table itself is empty, so that Lua asks its metatable for everything: for what to read, in
// the contents; for what to write, in a function that refuses. What reads without metamethods looks
// through to the contents.
#include <stdio.h>
#include <string.h>

#include "internal.h"

// Keys of the metatable of a sealed table: its contents, and the metatable it had.
static const char contents_key, metatable_key;

#define RULE "what scripts set up while they load stays as it is"

bool ysl_push_contents(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  if (lua_rawgetp(L, -1, &contents_key) == LUA_TTABLE) {
    lua_remove(L, -2);
    return true;
  }
  lua_pop(L, 2);
  return false;
}

void ysl_look_through(lua_State *L, int index) {
  if (ysl_push_contents(L, index)) lua_replace(L, index);
}

bool ysl_push_metatable(lua_State *L, int index) {
  if (!lua_getmetatable(L, index)) return false;
  if (lua_rawgetp(L, -1, &contents_key) == LUA_TTABLE) {
    lua_pop(L, 1);
    bool has_metatable = lua_rawgetp(L, -1, &metatable_key) == LUA_TTABLE;
    lua_remove(L, -2);
    if (!has_metatable) lua_pop(L, 1);
    return has_metatable;
  }
  lua_pop(L, 1);
  // A metatable that was sealed serves through its contents.
  if (lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_SEALED) == LUA_TTABLE) {
    lua_pushvalue(L, -2);
    if (lua_rawget(L, -2) == LUA_TTABLE) {
      lua_replace(L, -3);
    } else {
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
  return true;
}

bool ysl_is_globals(lua_State *L, int contents, int table) {
  contents = lua_absindex(L, contents);
  table = lua_absindex(L, table);
  lua_pushliteral(L, LUA_GNAME);
  lua_rawget(L, contents);
  bool result = lua_rawequal(L, -1, table);
  lua_pop(L, 1);
  return result;
}

// MARK: Refusing

void ysl_refuse_sealed(lua_State *L, int index) {
  if (!ysl_push_contents(L, index)) return;
  ysl_raise(L, YSL_RUNTIME,
            "this table cannot be changed here: " RULE
            "; make it inside the function, or copy a list with `table.move(t, 1, #t, 1, {})`");
}

static int refuse_metatable(lua_State *L) {
  ysl_raise(L, YSL_RUNTIME,
            "the metatable of this table cannot be changed here: " RULE
            "; make the table inside the function");
}

/// Raises that an entry of the sealed table at index 1 cannot get the key at index 2.
static int refuse_entry(lua_State *L) {
  char name[64] = "this entry";
  size_t length;
  if (lua_type(L, 2) == LUA_TSTRING) {
    const char *key = lua_tolstring(L, 2, &length);
    name[0] = '`';
    length = 1 + ysl_copy_text(name + 1, sizeof name - 2, key, length);
    strcpy(name + length, "`");
  } else if (lua_isinteger(L, 2)) {
    snprintf(name, sizeof name, "`[%lld]`", (long long)lua_tointeger(L, 2));
  }
  bool is_global = ysl_push_contents(L, 1) && ysl_is_globals(L, -1, 1);
  if (is_global) {
    ysl_raise(L, YSL_RUNTIME,
              "the global %s cannot be set here: " RULE
              "; use a local variable inside the function",
              name);
  }
  ysl_raise(L, YSL_RUNTIME,
            "%s cannot be set here: " RULE "; make the table inside the function", name);
}

// MARK: Metamethods of sealed tables

static int length_of(lua_State *L) {
  ysl_look_through(L, 1);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int finish_read(lua_State *L, int status, lua_KContext context) {
  (void)L, (void)status, (void)context;
  return 1;
}

/// Reads a key that the contents do not have with the function (upvalue 1) that the table (2) had
/// for that. Lua calls it with the contents.
static int read_absent(lua_State *L) {
  lua_settop(L, 2);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_pushvalue(L, 2);
  lua_callk(L, 2, 1, 0, finish_read);
  return 1;
}

static int finish_write(lua_State *L, int status, lua_KContext context) {
  (void)L, (void)status, (void)context;
  return 0;
}

/// Writes a key that the table at index 1 does not have with what it had for that, the upvalue.
static int write_absent(lua_State *L) {
  lua_settop(L, 3);
  ysl_push_contents(L, 1);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, 4) != LUA_TNIL) refuse_entry(L);
  lua_settop(L, 3);
  lua_pushvalue(L, lua_upvalueindex(1));
  if (lua_type(L, 4) == LUA_TFUNCTION) {
    lua_insert(L, 1);
    lua_callk(L, 3, 0, 0, finish_write);
  } else {
    lua_replace(L, 1);
    lua_settable(L, 1);
  }
  return 0;
}

/// Pushes the field of a metatable, or nothing when it has none.
static bool push_field(lua_State *L, int metatable, const char *name) {
  lua_pushstring(L, name);
  if (lua_rawget(L, metatable) != LUA_TNIL) return true;
  lua_pop(L, 1);
  return false;
}

// MARK: Sealing

/// Moves the entries of a table to another one, as large as they need, and pushes that.
static void move_entries(lua_State *L, int table) {
  lua_Integer length = (lua_Integer)lua_rawlen(L, table), count = 0, others = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
    lua_Integer position = lua_isinteger(L, -2) ? lua_tointeger(L, -2) : 0;
    count++;
    if (position < 1 || position > length) others++;
  }
  ysl_charge(L, "loading", 2 * count);
  // With room for exactly these Lua leaves everything in its place, and `#` is what it was. A
  // length beyond what there is of entries is that of a table full of gaps.
  bool is_list = length <= 2 * count;
  lua_createtable(L, is_list ? ysl_array_size((int)length) : 0, (int)(is_list ? others : count));
  int contents = lua_gettop(L);
  for (lua_pushnil(L); lua_next(L, table);) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, contents);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, table);
  }
  // A table whose entries go away by themselves is not one that stays as it is.
  lua_pushliteral(L, "__mode");
  lua_pushnil(L);
  lua_rawset(L, contents);
}

/// Copies what a metatable does, except for reading, writing and collecting.
static void copy_events(lua_State *L, int from, int to) {
  static const char *const left_out[] = {"__index",     "__newindex", "__gc", "__mode",
                                         "__metatable", NULL};
  for (lua_pushnil(L); lua_next(L, from); lua_pop(L, 1)) {
    const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
    bool copies = name[0] == '_' && name[1] == '_';
    for (int i = 0; left_out[i] != NULL; i++) copies = copies && strcmp(name, left_out[i]) != 0;
    if (!copies) continue;
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, to);
  }
}

/// Lets the contents of a table, and its new metatable, do what its old metatable did. `old` is the
/// contents of that.
static void keep_behaviour(lua_State *L, int table, int contents, int metatable, int old) {
  copy_events(L, old, metatable);
  if (push_field(L, old, "__index")) {
    if (lua_type(L, -1) == LUA_TFUNCTION) {
      lua_pushvalue(L, table);
      lua_pushcclosure(L, read_absent, 2);
    }
    lua_createtable(L, 0, 1);
    lua_insert(L, -2);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, contents);
  }
  if (push_field(L, old, "__newindex")) {
    lua_pushcclosure(L, write_absent, 1);
    lua_setfield(L, metatable, "__newindex");
  }
}

/// Remembers whose contents a table is.
static void note_contents(lua_State *L, int table, int contents) {
  if (lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_SEALED) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawseti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_SEALED);
  }
  lua_pushvalue(L, contents);
  lua_pushvalue(L, table);
  lua_rawset(L, -3);
  lua_pop(L, 1);
}

void ysl_seal_table(lua_State *L) {
  luaL_checkstack(L, 12, NULL);
  int table = lua_gettop(L), contents = table + 1, metatable = table + 2;
  move_entries(L, table);
  lua_createtable(L, 0, 4);
  lua_pushvalue(L, contents);
  lua_rawsetp(L, metatable, &contents_key);
  lua_pushvalue(L, contents);
  lua_setfield(L, metatable, "__index");
  ysl_set_function(L, "__newindex", refuse_entry, 0);
  ysl_set_function(L, "__len", length_of, 0);
  if (ysl_push_metatable(L, table)) {
    lua_pushvalue(L, -1);
    lua_rawsetp(L, metatable, &metatable_key);
    // A table can be its own metatable.
    bool is_own = lua_rawequal(L, -1, table);
    if (is_own) lua_pushvalue(L, contents);
    if (is_own || ysl_push_contents(L, -1)) lua_remove(L, -2);
    keep_behaviour(L, table, contents, metatable, metatable + 1);
  }
  note_contents(L, table, contents);
  lua_settop(L, metatable);
  lua_setmetatable(L, table);
  lua_settop(L, table - 1);
}

// MARK: Functions of scripts

static int raw_get(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  ysl_look_through(L, 1);
  lua_rawget(L, 1);
  return 1;
}

static int raw_set(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  luaL_checkany(L, 3);
  lua_settop(L, 3);
  if (ysl_push_contents(L, 1)) refuse_entry(L);
  lua_rawset(L, 1);
  return 1;
}

static int raw_length(lua_State *L) {
  int type = lua_type(L, 1);
  luaL_argexpected(L, type == LUA_TTABLE || type == LUA_TSTRING, 1, "table or string");
  ysl_look_through(L, 1);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int get_metatable(lua_State *L) {
  luaL_checkany(L, 1);
  if (!ysl_push_metatable(L, 1)) {
    lua_pushnil(L);
    return 1;
  }
  int metatable = lua_gettop(L);
  if (!ysl_push_contents(L, metatable)) lua_pushvalue(L, metatable);
  if (!push_field(L, metatable + 1, "__metatable")) lua_pushvalue(L, metatable);
  return 1;
}

/// setmetatable without finalizers, which would run outside any budget, and without weak tables,
/// whose contents depend on when Lua collects: they hold on to their entries.
static int set_metatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  int type = lua_type(L, 2);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  lua_settop(L, 2);
  if (ysl_push_contents(L, 1)) refuse_metatable(L);
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) {
    ysl_raise(L, YSL_RUNTIME, "cannot change a protected metatable");
  }
  ysl_look_through(L, 2);
  if (type == LUA_TTABLE) ysl_check_metatable(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

void ysl_set_raw_access(lua_State *L) {
  static const luaL_Reg functions[] = {{"rawget", raw_get},
                                       {"rawset", raw_set},
                                       {"rawlen", raw_length},
                                       {"getmetatable", get_metatable},
                                       {"setmetatable", set_metatable},
                                       {NULL, NULL}};
  ysl_set_functions(L, functions);
}
