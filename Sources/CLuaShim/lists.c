// The table library, paid for by element, so that no `__len` can make it run for long.
#include <limits.h>

#include "internal.h"

// Elements that are paid for together.
enum { BATCH = 256 };

// MARK: Lists

static bool has_field(lua_State *L, int index, const char *name) {
  if (luaL_getmetafield(L, index, name) == LUA_TNIL) return false;
  lua_pop(L, 1);
  return true;
}

static bool is_plain(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE) return false;
  if (!lua_getmetatable(L, index)) return true;
  lua_pop(L, 1);
  return false;
}

ysl_list ysl_check_list(lua_State *L, int argument, int access) {
  if (lua_type(L, argument) == LUA_TTABLE) {
    if (access & YSL_WRITE) ysl_refuse_sealed(L, argument);
    return (ysl_list){argument, is_plain(L, argument)};
  }
  bool usable = (!(access & YSL_READ) || has_field(L, argument, "__index")) &&
                (!(access & YSL_WRITE) || has_field(L, argument, "__newindex")) &&
                (!(access & YSL_LENGTH) || has_field(L, argument, "__len"));
  if (!usable) luaL_checktype(L, argument, LUA_TTABLE);
  return (ysl_list){argument, false};
}

lua_Integer ysl_list_length(lua_State *L, ysl_list list) {
  return list.plain ? (lua_Integer)lua_rawlen(L, list.index) : luaL_len(L, list.index);
}

int ysl_list_get(lua_State *L, ysl_list list, lua_Integer position) {
  return list.plain ? lua_rawgeti(L, list.index, position) : lua_geti(L, list.index, position);
}

void ysl_list_set(lua_State *L, ysl_list list, lua_Integer position) {
  if (list.plain) {
    lua_rawseti(L, list.index, position);
  } else {
    lua_seti(L, list.index, position);
  }
}

/// Pays for the element that comes next.
static inline void count_element(lua_State *L, const char *call, int *elements) {
  if (++*elements < BATCH) return;
  *elements = 0;
  ysl_charge(L, call, BATCH);
}

// MARK: insert and remove

static int insert(lua_State *L) {
  ysl_list list = ysl_check_list(L, 1, YSL_READ | YSL_WRITE | YSL_LENGTH);
  lua_Integer length = ysl_list_length(L, list);
  lua_Integer end = (lua_Integer)((lua_Unsigned)length + 1);
  lua_Integer position = end;
  int elements = 0;
  switch (lua_gettop(L)) {
    case 2: break;
    case 3:
      position = luaL_checkinteger(L, 2);
      luaL_argcheck(L, (lua_Unsigned)position - 1 < (lua_Unsigned)end, 2,
                    "position out of bounds");
      for (lua_Integer next = end; next > position; next--) {
        count_element(L, "table.insert", &elements);
        ysl_list_get(L, list, next - 1);
        ysl_list_set(L, list, next);
      }
      break;
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  ysl_charge(L, "table.insert", elements);
  ysl_list_set(L, list, position);
  return 0;
}

static int remove_element(lua_State *L) {
  ysl_list list = ysl_check_list(L, 1, YSL_READ | YSL_WRITE | YSL_LENGTH);
  lua_Integer length = ysl_list_length(L, list);
  lua_Integer position = luaL_optinteger(L, 2, length);
  int elements = 0;
  // Without a position the list may be empty, and then its last element is the one at zero.
  if (position != length) {
    luaL_argcheck(L, (lua_Unsigned)position - 1 <= (lua_Unsigned)length, 2,
                  "position out of bounds");
  }
  ysl_list_get(L, list, position);
  for (; position < length; position++) {
    count_element(L, "table.remove", &elements);
    ysl_list_get(L, list, position + 1);
    ysl_list_set(L, list, position);
  }
  lua_pushnil(L);
  ysl_list_set(L, list, position);
  ysl_charge(L, "table.remove", elements);
  return 1;
}

// MARK: move

static int move(lua_State *L) {
  lua_Integer first = luaL_checkinteger(L, 2);
  lua_Integer last = luaL_checkinteger(L, 3);
  lua_Integer target = luaL_checkinteger(L, 4);
  int target_argument = lua_isnoneornil(L, 5) ? 1 : 5;
  ysl_list from = ysl_check_list(L, 1, YSL_READ);
  ysl_list to = ysl_check_list(L, target_argument, YSL_WRITE);
  lua_pushvalue(L, target_argument);
  if (last < first) return 1;
  luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
  lua_Integer count = last - first + 1;
  luaL_argcheck(L, target <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
  // Where the two ranges overlap, no element may be overwritten before it has been read.
  bool forwards = target > last || target <= first ||
                  (target_argument != 1 && !lua_compare(L, 1, target_argument, LUA_OPEQ));
  int elements = 0;
  for (lua_Integer i = 0; i < count; i++) {
    lua_Integer offset = forwards ? i : count - 1 - i;
    count_element(L, "table.move", &elements);
    ysl_list_get(L, from, first + offset);
    ysl_list_set(L, to, target + offset);
  }
  ysl_charge(L, "table.move", elements);
  return 1;
}

// MARK: concat

static void add_element(lua_State *L, luaL_Buffer *buffer, ysl_list list, lua_Integer position) {
  ysl_list_get(L, list, position);
  if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1),
               (LUAI_UACINT)position);
  }
  luaL_addvalue(buffer);
}

static int concat(lua_State *L) {
  ysl_list list = ysl_check_list(L, 1, YSL_READ | YSL_LENGTH);
  lua_Integer length = ysl_list_length(L, list);
  size_t separator_length;
  const char *separator = luaL_optlstring(L, 2, "", &separator_length);
  lua_Integer position = luaL_optinteger(L, 3, 1);
  lua_Integer last = luaL_optinteger(L, 4, length);
  int elements = 0;
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (; position < last; position++) {
    count_element(L, "table.concat", &elements);
    add_element(L, &buffer, list, position);
    luaL_addlstring(&buffer, separator, separator_length);
  }
  if (position == last) add_element(L, &buffer, list, position);
  ysl_charge(L, "table.concat", elements);
  luaL_pushresult(&buffer);
  return 1;
}

// MARK: pack and unpack

static int pack(lua_State *L) {
  int count = lua_gettop(L);
  ysl_charge(L, "table.pack", count);
  lua_createtable(L, ysl_array_size(count), 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

static int unpack(lua_State *L) {
  lua_Integer first = luaL_optinteger(L, 2, 1);
  // Nothing is asked of the value beforehand: with both ends given it need not even have a length.
  ysl_list list = {1, is_plain(L, 1)};
  lua_Integer last = lua_isnoneornil(L, 3) ? ysl_list_length(L, list) : luaL_checkinteger(L, 3);
  if (first > last) return 0;
  lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
  if (count >= INT_MAX || !ysl_has_room(L, (lua_Integer)++count)) {
    return luaL_error(L, "too many results to unpack");
  }
  ysl_charge(L, "table.unpack", (int64_t)count);
  for (; first < last; first++) ysl_list_get(L, list, first);
  ysl_list_get(L, list, last);
  return (int)count;
}

void ysl_set_lists(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"insert", insert}, {"remove", remove_element}, {"move", move},     {"concat", concat},
      {"pack", pack},     {"unpack", unpack},         {"sort", ysl_sort}, {NULL, NULL}};
  ysl_set_functions(L, functions);
}
