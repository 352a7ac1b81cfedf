// What values hold, as short texts by which values without an order of their own are sorted.
//
// Tables and functions are told apart by addresses, which no script may depend on. Two tables with
// the same contents, as far as these texts go, come in no defined order.
#include <stdio.h>
#include <string.h>

#include "internal.h"

// The length of a text, how deep tables are looked into, and how many entries of each.
enum { CAPACITY = 512, DEPTH = 3, ENTRIES = 8 };

typedef struct {
  char bytes[CAPACITY];
  size_t length;
} content;

static void append(content *content, const char *bytes, size_t length) {
  size_t room = CAPACITY - content->length;
  if (length > room) length = room;
  memcpy(content->bytes + content->length, bytes, length);
  content->length += length;
}

static void append_bits(content *content, char mark, uint64_t high, uint64_t low) {
  char text[40];
  int length = snprintf(text, sizeof text, "%c%016llx%016llx", mark, (unsigned long long)high,
                        (unsigned long long)low);
  append(content, text, (size_t)length);
}

/// A number so that larger ones come later.
static void append_number(lua_State *L, int index, content *content) {
  double number = lua_tonumber(L, index);
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  const uint64_t sign = (uint64_t)1 << 63;
  bits = bits & sign ? ~bits : bits | sign;
  uint64_t integer = lua_isinteger(L, index) ? (uint64_t)lua_tointeger(L, index) ^ sign : 0;
  append_bits(content, 'n', bits, integer);
}

static void append_userdata(lua_State *L, int index, content *content) {
  const ysl_quantity *quantity = ysl_to_quantity(L, index);
  const ysl_object *object = quantity == NULL ? ysl_to_object(L, index) : NULL;
  if (quantity != NULL) {
    append_bits(content, 'q', quantity->unit, (uint64_t)quantity->exponent);
    append_bits(content, ' ', (uint64_t)quantity->high, quantity->low);
  } else if (object != NULL) {
    append_bits(content, 'o', (uint64_t)object->type << 32 | object->a, object->b);
  } else {
    append(content, "u", 1);
  }
}

static void append_value(lua_State *L, int index, content *content, int depth);

static void append_function(lua_State *L, int index, content *content, int depth) {
  lua_Debug info;
  lua_pushvalue(L, index);
  if (!lua_getinfo(L, ">S", &info)) return;
  append(content, "f", 1);
  append(content, info.short_src, strlen(info.short_src));
  append_bits(content, ':', (uint64_t)info.linedefined, (uint64_t)info.lastlinedefined);
  for (int i = 1; i <= ENTRIES && lua_getupvalue(L, index, i) != NULL; i++) {
    append_value(L, lua_gettop(L), content, depth + 1);
    lua_pop(L, 1);
  }
}

/// Replaces the text at index `current`, nil at first, by the next one among the keys of a table.
static bool find_next_name(lua_State *L, int table, int current) {
  const char *previous = lua_tostring(L, current), *next = NULL;
  lua_Integer visited = 0;
  lua_pushnil(L);  // the next one so far
  int result = lua_gettop(L);
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
    visited++;
    if (lua_type(L, -2) != LUA_TSTRING) continue;
    const char *name = lua_tostring(L, -2);
    if (previous != NULL && strcmp(name, previous) <= 0) continue;
    if (next != NULL && strcmp(name, next) >= 0) continue;
    next = name;
    lua_pushvalue(L, -2);
    lua_replace(L, result);
  }
  ysl_charge(L, "pairs", visited);
  lua_replace(L, current);
  return next != NULL;
}

static void append_table(lua_State *L, int table, content *content, int depth) {
  if (!ysl_push_metatable(L, table)) lua_pushnil(L);
  int metatable = lua_gettop(L);
  ysl_look_through(L, table);
  lua_Integer length = (lua_Integer)lua_rawlen(L, table);
  append_bits(content, 't', 0, (uint64_t)length);
  for (lua_Integer i = 1; i <= length && i <= ENTRIES; i++) {
    lua_rawgeti(L, table, i);
    append_value(L, lua_gettop(L), content, depth + 1);
    lua_pop(L, 1);
  }
  lua_pushnil(L);
  int name = lua_gettop(L);
  for (int i = 0; i < ENTRIES && find_next_name(L, table, name); i++) {
    append(content, lua_tostring(L, name), strlen(lua_tostring(L, name)));
    append(content, "=", 1);
    lua_pushvalue(L, name);
    lua_rawget(L, table);
    append_value(L, name + 1, content, depth + 1);
    lua_settop(L, name);
  }
  if (!lua_isnil(L, metatable)) {
    append(content, "m", 1);
    append_value(L, metatable, content, depth + 1);
  }
  lua_settop(L, metatable - 1);
}

static void append_value(lua_State *L, int index, content *content, int depth) {
  if (content->length == CAPACITY) return;
  luaL_checkstack(L, 8, NULL);
  switch (lua_type(L, index)) {
    case LUA_TNIL: append(content, "-", 1); break;
    case LUA_TBOOLEAN: append(content, lua_toboolean(L, index) ? "b1" : "b0", 2); break;
    case LUA_TNUMBER: append_number(L, index, content); break;
    case LUA_TSTRING: {
      size_t length;
      const char *text = lua_tolstring(L, index, &length);
      append(content, "s", 1);
      append(content, text, length < 64 ? length : 64);
      append(content, "\0", 1);
      break;
    }
    case LUA_TTABLE:
      if (depth < DEPTH) append_table(L, index, content, depth);
      break;
    case LUA_TFUNCTION:
      if (depth < DEPTH) append_function(L, index, content, depth);
      break;
    case LUA_TUSERDATA: append_userdata(L, index, content); break;
    default: append(content, "x", 1); break;
  }
}

void ysl_push_content(lua_State *L) {
  content content = {.length = 0};
  int value = lua_gettop(L), key = value - 1;
  append_value(L, value, &content, 0);
  append_value(L, key, &content, 0);
  lua_settop(L, key - 1);
  lua_pushlstring(L, content.bytes, content.length);
}
