// pairs and next in an order that does not change from run to run.
//
// Lua orders keys by hashes that depend on addresses and the time. Here they come as 1, 2, …
// first, then texts by their bytes, then other numbers, false and true, and last the keys that have
// no order of their own, by what their values and then they themselves hold.
#include <string.h>

#include "internal.h"

typedef enum { TEXT, NUMBER, TRUTH, UNORDERED } key_group;

typedef struct {
  key_group group;
  lua_Integer integer;
  lua_Number number;
  const char *text;  // held by the key, or the description of one without an order
  size_t length;
  lua_Integer position;  // among the keys as Lua gave them, from 1
} key;

static int order(lua_Number left, lua_Number right) { return (left > right) - (left < right); }

static int compare_keys(const void *first, const void *second) {
  const key *left = first, *right = second;
  int result = order(left->group, right->group);
  if (result == 0 && (left->group == TEXT || left->group == UNORDERED)) {
    size_t common = left->length < right->length ? left->length : right->length;
    result = memcmp(left->text, right->text, common);
    if (result == 0) result = (left->length > right->length) - (left->length < right->length);
  }
  if (result == 0) result = order(left->number, right->number);
  // Large integers may be the same as floats.
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

/// Pushes a table of the descriptions of keys without an order, for which they stand in `sorted`.
static void describe_keys(lua_State *L, int table, int keys, key *sorted, lua_Integer count) {
  lua_createtable(L, ysl_array_size((int)count), 0);
  for (lua_Integer i = 0; i < count; i++) {
    if (sorted[i].group != UNORDERED) continue;
    lua_rawgeti(L, keys, sorted[i].position);
    lua_pushvalue(L, -1);
    lua_rawget(L, table);
    ysl_push_content(L);
    sorted[i].text = lua_tolstring(L, -1, &sorted[i].length);
    lua_rawseti(L, -2, sorted[i].position);
  }
}

/// Pushes a list of the keys outside the sequence, in order, or nil when there are none.
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
  lua_Integer position = 0, unordered = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
    if (in_sequence(L, -2, length)) continue;
    position++;
    sorted[position - 1] = read_key(L, -2, position);
    if (sorted[position - 1].group == UNORDERED) unordered++;
    lua_pushvalue(L, -2);
    lua_rawseti(L, keys, position);
  }
  if (unordered > 1) describe_keys(L, table, keys, sorted, count);
  sort_keys(sorted, count);
  for (position = 1; position <= count; position++) {
    lua_rawgeti(L, keys, sorted[position - 1].position);
    lua_rawseti(L, keys + 2, position);
  }
  lua_pushvalue(L, keys + 2);
  lua_replace(L, keys);
  lua_settop(L, keys);
}

// MARK: pairs

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

// MARK: next
//
// A script gives `next` the key it got last, and expects the one after it. The keys that are left
// are kept from call to call, so that a loop does not sort them each time. The registry holds a
// list of the table and its keys outside the sequence; `traversal` in the state says where it is.

enum { TABLE = 1, KEYS = 2 };

/// Pushes the key at a place of the traversal, or nil behind the last one. `list` is the list.
static void push_key(lua_State *L, int list, lua_Integer position) {
  lua_Integer length = ysl_state_of(L)->traversal.length;
  if (position >= 1 && position <= length) {
    lua_pushinteger(L, position);
  } else if (lua_rawgeti(L, list, KEYS) == LUA_TTABLE) {
    lua_rawgeti(L, -1, position - length);
    lua_remove(L, -2);
  } else {
    lua_pop(L, 1);
    lua_pushnil(L);
  }
}

/// The place of the key at index 2, or, as it may have been removed, of the last one before it.
static lua_Integer locate(lua_State *L, int list) {
  lua_Integer length = ysl_state_of(L)->traversal.length;
  if (in_sequence(L, 2, length)) return lua_tointeger(L, 2);
  key wanted = read_key(L, 2, 0);
  lua_Integer before = length;
  for (lua_Integer position = length + 1;; position++) {
    push_key(L, list, position);
    if (lua_isnil(L, -1)) break;
    bool found = lua_rawequal(L, -1, 2);
    key candidate = read_key(L, -1, position);
    lua_pop(L, 1);
    if (found) return position;
    ysl_charge(L, "next", 1);
    if (wanted.group == UNORDERED || candidate.group == UNORDERED) continue;
    wanted.position = position;
    if (compare_keys(&candidate, &wanted) < 0) before = position;
  }
  lua_pop(L, 1);
  if (wanted.group == UNORDERED) {
    ysl_raise(L, YSL_RUNTIME, "`next` was given a key that is not in the table");
  }
  return before;
}

/// Begins a traversal of the table at index 1, and pushes its list.
static int begin_traversal(lua_State *L, lua_Integer length, bool with_keys) {
  ysl_state *state = ysl_state_of(L);
  state->traversal.length = length;
  state->traversal.position = 0;
  if (lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_TRAVERSAL) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_createtable(L, 2, 0);
    lua_pushvalue(L, -1);
    lua_rawseti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_TRAVERSAL);
  }
  int list = lua_gettop(L);
  lua_pushvalue(L, 1);
  lua_rawseti(L, list, TABLE);
  lua_pushboolean(L, 0);
  lua_rawseti(L, list, KEYS);
  if (with_keys) {
    push_ordered_keys(L, 1, length);
    lua_rawseti(L, list, KEYS);
  }
  return list;
}

/// Pushes the list of the traversal that has just given the key at index 2, or of a new one.
static int find_traversal(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  int list = lua_gettop(L) + 1;
  lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
  if (lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_TRAVERSAL) == LUA_TTABLE) {
    lua_rawgeti(L, list, TABLE);
    bool same = lua_rawequal(L, -1, 1);
    lua_pop(L, 1);
    if (same) {
      push_key(L, list, state->traversal.position);
      same = lua_rawequal(L, -1, 2);
      lua_settop(L, list);
      if (same) return list;
      // It has given the first key only; the sequence may have become shorter since.
      if (state->traversal.position == 0 && state->traversal.length > length) {
        length = state->traversal.length;
      }
    }
  }
  lua_settop(L, list - 1);
  begin_traversal(L, length, true);
  state->traversal.position = locate(L, list);
  return list;
}

/// Pushes the first entry's key of the table at index 1, as a test for emptiness wants it; false
/// when there is none.
static bool push_first_key(lua_State *L) {
  lua_Integer length = (lua_Integer)lua_rawlen(L, 1), visited = 0;
  int list = begin_traversal(L, length, false);
  if (length > 0) {
    push_key(L, list, 1);
    return true;
  }
  bool found = false;
  key first = {.group = UNORDERED};
  lua_pushnil(L);  // the first key so far
  int result = lua_gettop(L);
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
    key candidate = read_key(L, -2, ++visited);
    if (candidate.group == UNORDERED) continue;
    if (found && compare_keys(&candidate, &first) > 0) continue;
    found = true;
    first = candidate;
    lua_pushvalue(L, -2);
    lua_replace(L, result);
  }
  ysl_charge(L, "next", visited);
  if (found || visited == 0) return found;
  lua_settop(L, list - 1);
  list = begin_traversal(L, 0, true);
  ysl_state_of(L)->traversal.position = 1;
  push_key(L, list, 1);
  return true;
}

static int next(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  ysl_look_through(L, 1);
  if (lua_isnil(L, 2)) {
    if (!push_first_key(L)) return 1;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) return 2;
    // A sequence may begin with a gap.
    lua_settop(L, 1);
    lua_pushinteger(L, 1);
  }
  int list = find_traversal(L);
  for (;;) {
    push_key(L, list, ++state->traversal.position);
    if (lua_isnil(L, -1)) return 1;
    lua_pushvalue(L, -1);
    // Entries that were removed on the way are passed over.
    if (lua_rawget(L, 1) != LUA_TNIL) return 2;
    lua_pop(L, 2);
  }
}

void ysl_open_iteration(lua_State *L) {
  lua_register(L, "pairs", pairs);
  lua_register(L, "next", next);
}
