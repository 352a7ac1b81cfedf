// pairs and next in an order that does not change from run to run.
//
// Lua orders keys by hashes that depend on addresses and the time. Here they come as 1, 2, …
// first, then texts by their bytes, then other numbers, false and true, and last, in Lua's order,
// keys that have no order of their own.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

typedef enum { TEXT, NUMBER, TRUTH, UNORDERED } key_group;

typedef struct {
  key_group group;
  lua_Integer integer;
  lua_Number number;
  const char *text;  // held by the key
  size_t length;
  lua_Integer position;  // among the keys as Lua gave them, from 1
} key;

static int order(lua_Number left, lua_Number right) { return (left > right) - (left < right); }

static int compare_keys(const void *first, const void *second) {
  const key *left = first, *right = second;
  int result = order(left->group, right->group);
  if (result == 0 && left->group == TEXT) {
    size_t common = left->length < right->length ? left->length : right->length;
    result = memcmp(left->text, right->text, common);
    if (result == 0) result = (left->length > right->length) - (left->length < right->length);
  }
  if (result == 0) result = order(left->number, right->number);
  if (result == 0) result = (left->integer > right->integer) - (left->integer < right->integer);
  return result != 0 ? result : left->position < right->position ? -1 : 1;
}

/// Lets the key at `root` sink to its place in a heap of `count` keys with the last one on top.
static void sink(key *keys, lua_Integer root, lua_Integer count) {
  for (lua_Integer child; (child = 2 * root + 1) < count; root = child) {
    if (child + 1 < count && compare_keys(&keys[child], &keys[child + 1]) < 0) child++;
    if (compare_keys(&keys[root], &keys[child]) >= 0) return;
    key moved = keys[root];
    keys[root] = keys[child];
    keys[child] = moved;
  }
}

/// Sorts keys in place. The C library's qsort asks the kernel how much memory there is, which a
/// worker may not, and takes memory that nobody counts.
static void sort_keys(key *keys, lua_Integer count) {
  for (lua_Integer root = count / 2; root-- > 0;) sink(keys, root, count);
  while (count-- > 1) {
    key moved = keys[0];
    keys[0] = keys[count];
    keys[count] = moved;
    sink(keys, 0, count);
  }
}

/// Reads the key at a stack index.
static key read_key(lua_State *L, int index, lua_Integer position) {
  key result = {.group = UNORDERED, .position = position};
  switch (lua_type(L, index)) {
    case LUA_TSTRING:
      result.group = TEXT;
      result.text = lua_tolstring(L, index, &result.length);
      break;
    case LUA_TNUMBER:
      result.group = NUMBER;
      result.number = lua_tonumber(L, index);
      if (lua_isinteger(L, index)) result.integer = lua_tointeger(L, index);
      break;
    case LUA_TBOOLEAN:
      result.group = TRUTH;
      result.integer = lua_toboolean(L, index);
      break;
  }
  return result;
}

static bool in_sequence(lua_State *L, int index, lua_Integer length) {
  if (!lua_isinteger(L, index)) return false;
  lua_Integer integer = lua_tointeger(L, index);
  return integer >= 1 && integer <= length;
}

/// Pushes the keys outside the sequence, in order, or nil when there are none.
static void push_ordered_keys(lua_State *L, int table, lua_Integer length) {
  lua_Integer count = 0, visited = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
    visited++;
    if (!in_sequence(L, -2, length)) count++;
  }
  ysl_charge(L, "pairs", visited);
  if (count == 0) {
    lua_pushnil(L);
    return;
  }
  lua_createtable(L, ysl_array_size((int)count), 0);
  int keys = lua_gettop(L);
  key *sorted = lua_newuserdatauv(L, sizeof *sorted * (size_t)count, 0);
  lua_createtable(L, ysl_array_size((int)count), 0);
  // No script runs in here, so the table and with it the texts of its keys stay as they are.
  lua_Integer position = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
    if (in_sequence(L, -2, length)) continue;
    position++;
    sorted[position - 1] = read_key(L, -2, position);
    lua_pushvalue(L, -2);
    lua_rawseti(L, keys, position);
  }
  sort_keys(sorted, count);
  for (position = 1; position <= count; position++) {
    lua_rawgeti(L, keys, sorted[position - 1].position);
    lua_rawseti(L, keys + 2, position);
  }
  lua_replace(L, keys);
  lua_settop(L, keys);
}

/// Steps through the table (upvalue 1), its sequence up to upvalue 2, and the keys in upvalue 3.
static int step(lua_State *L) {
  lua_Integer length = lua_tointeger(L, lua_upvalueindex(2));
  lua_Integer position = lua_tointeger(L, lua_upvalueindex(4));
  for (;;) {
    position++;
    if (position <= length) {
      lua_pushinteger(L, position);
    } else if (lua_isnil(L, lua_upvalueindex(3)) ||
               lua_rawgeti(L, lua_upvalueindex(3), position - length) == LUA_TNIL) {
      lua_pushnil(L);
      return 1;
    }
    lua_pushvalue(L, -1);
    // Entries that were removed on the way are passed over.
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
    lua_pop(L, 2);
  }
  lua_pushinteger(L, position);
  lua_replace(L, lua_upvalueindex(4));
  return 2;
}

const lua_CFunction ysl_pairs_step = step;

static int pairs(lua_State *L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_pushvalue(L, 1);
  ysl_look_through(L, 1);
  lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, length);
  push_ordered_keys(L, 1, length);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, step, 4);
  lua_pushvalue(L, 2);
  lua_pushnil(L);
  return 3;
}

/// The first entry, as a test for emptiness wants it.
static int next(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  if (!lua_isnoneornil(L, 2)) {
    ysl_raise(L, YSL_RUNTIME, "`next` takes a table only; go through its entries with `pairs`");
  }
  lua_settop(L, 1);
  ysl_look_through(L, 1);
  bool found = false;
  key first = {.group = UNORDERED};
  lua_Integer visited = 0;
  if (lua_rawlen(L, 1) > 0) {
    lua_pushinteger(L, 1);
    found = true;
  } else {
    lua_pushnil(L);  // the first key so far
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
      key candidate = read_key(L, -2, ++visited);
      if (found && compare_keys(&candidate, &first) > 0) continue;
      found = true;
      first = candidate;
      lua_pushvalue(L, -2);
      lua_replace(L, 2);
    }
    ysl_charge(L, "next", visited);
  }
  if (!found) return 1;
  lua_pushvalue(L, -1);
  lua_rawget(L, 1);
  return 2;
}

void ysl_open_iteration(lua_State *L) {
  lua_register(L, "pairs", pairs);
  lua_register(L, "next", next);
}
