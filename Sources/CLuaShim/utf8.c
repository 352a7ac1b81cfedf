// The utf8 library, paid for by the bytes it walks over.
//
// Lua 5.4.4 takes stray continuation bytes after a character for part of it; here, as in later
// releases, they are invalid.
#include <limits.h>

#include "internal.h"

enum { LAST_CODE = 0x7FFFFFFF, LAST_UNICODE = 0x10FFFF };

static bool is_continuation(const char *byte) { return (*byte & 0xC0) == 0x80; }

/// A byte position from one that may count from the end; 0 when it lies before the text.
static lua_Integer absolute(lua_Integer position, size_t length) {
  if (position >= 0) return position;
  return position < -(lua_Integer)length ? 0 : (lua_Integer)length + position + 1;
}

/// Reads one character of a text that ends with a zero; where the next begins, or NULL.
static const char *decode(const char *text, bool strict, uint32_t *code) {
  // The least code that needs as many continuation bytes.
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
  unsigned char lead = (unsigned char)*text;
  if (lead < 0x80) {
    *code = lead;
    return text + 1;
  }
  int count = 0;
  while (count < 6 && (lead & (0x40 >> count)) != 0) count++;
  if (count == 0 || count > 5) return NULL;
  uint32_t value = lead & (0x3Fu >> count);
  for (int i = 1; i <= count; i++) {
    if (!is_continuation(text + i)) return NULL;
    value = value << 6 | ((unsigned char)text[i] & 0x3F);
  }
  if (value < least[count]) return NULL;
  if (strict && (value > LAST_UNICODE || (value >= 0xD800 && value <= 0xDFFF))) return NULL;
  *code = value;
  return text + count + 1;
}

static int length_of(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer start = absolute(luaL_optinteger(L, 2, 1), length);
  lua_Integer last = absolute(luaL_optinteger(L, 3, -1), length);
  bool strict = !lua_toboolean(L, 4);
  luaL_argcheck(L, start >= 1 && start - 1 <= (lua_Integer)length, 2,
                "initial position out of bounds");
  luaL_argcheck(L, last <= (lua_Integer)length, 3, "final position out of bounds");
  if (last > start) ysl_charge(L, "utf8.len", (last - start) / 16);
  lua_Integer count = 0;
  for (const char *next = text + start - 1; next < text + last; count++) {
    uint32_t code;
    const char *after = decode(next, strict, &code);
    if (after == NULL) {
      luaL_pushfail(L);
      lua_pushinteger(L, next - text + 1);
      return 2;
    }
    next = after;
  }
  lua_pushinteger(L, count);
  return 1;
}

static int code_point(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer start = absolute(luaL_optinteger(L, 2, 1), length);
  lua_Integer last = absolute(luaL_optinteger(L, 3, start), length);
  bool strict = !lua_toboolean(L, 4);
  luaL_argcheck(L, start >= 1, 2, "out of bounds");
  luaL_argcheck(L, last <= (lua_Integer)length, 3, "out of bounds");
  if (start > last) return 0;
  if (last - start >= INT_MAX) return luaL_error(L, "string slice too long");
  int most = (int)(last - start) + 1;
  ysl_charge(L, "utf8.codepoint", most / 4);
  if (!ysl_has_room(L, most)) return luaL_error(L, "stack overflow (string slice too long)");
  int count = 0;
  for (const char *next = text + start - 1; next < text + last; count++) {
    uint32_t code;
    next = decode(next, strict, &code);
    if (next == NULL) return luaL_error(L, "invalid UTF-8 code");
    lua_pushinteger(L, code);
  }
  return count;
}

static void push_character(lua_State *L, int argument) {
  lua_Integer code = luaL_checkinteger(L, argument);
  luaL_argcheck(L, code >= 0 && code <= LAST_CODE, argument, "value out of range");
  lua_pushfstring(L, "%U", (unsigned long)code);
}

static int character(lua_State *L) {
  int count = lua_gettop(L);
  ysl_charge(L, "utf8.char", count);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (int i = 1; i <= count; i++) {
    push_character(L, i);
    luaL_addvalue(&buffer);
  }
  luaL_pushresult(&buffer);
  return 1;
}

static int offset(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  lua_Integer start =
      absolute(luaL_optinteger(L, 3, count >= 0 ? 1 : (lua_Integer)length + 1), length);
  luaL_argcheck(L, start >= 1 && start - 1 <= (lua_Integer)length, 3, "position out of bounds");
  const char *place = text + start - 1, *end = text + length;
  if (count != 0 && is_continuation(place)) {
    return luaL_error(L, "initial position is a continuation byte");
  }
  if (count == 0) {
    while (place > text && is_continuation(place)) place--;
  }
  for (; count < 0 && place > text; count++) {
    do place--;
    while (place > text && is_continuation(place));
  }
  if (count > 0) {
    // The first character is the one at the place itself. The zero at the end is no continuation.
    for (count--; count > 0 && place < end; count--) {
      do place++;
      while (is_continuation(place));
    }
  }
  lua_Integer position = place - text + 1;
  ysl_charge(L, "utf8.offset", (position > start ? position - start : start - position) / 16);
  if (count == 0) {
    lua_pushinteger(L, position);
  } else {
    luaL_pushfail(L);
  }
  return 1;
}

// MARK: codes

static int next_code(lua_State *L, bool strict) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Unsigned position = (lua_Unsigned)lua_tointeger(L, 2);
  // The character at `position` has been read as valid, or the walk begins.
  if (position < length) {
    lua_Unsigned start = position;
    while (is_continuation(text + position)) position++;
    ysl_charge(L, "utf8.codes", (int64_t)(position - start) / 16);
  }
  if (position >= length) return 0;
  uint32_t code;
  const char *after = decode(text + position, strict, &code);
  if (after == NULL || is_continuation(after)) return luaL_error(L, "invalid UTF-8 code");
  lua_pushinteger(L, (lua_Integer)position + 1);
  lua_pushinteger(L, code);
  return 2;
}

static int next_strict(lua_State *L) { return next_code(L, true); }

static int next_lax(lua_State *L) { return next_code(L, false); }

static int codes(lua_State *L) {
  const char *text = luaL_checkstring(L, 1);
  luaL_argcheck(L, !is_continuation(text), 1, "invalid UTF-8 code");
  lua_pushcfunction(L, lua_toboolean(L, 2) ? next_lax : next_strict);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void ysl_set_utf8(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"len", length_of}, {"codepoint", code_point}, {"char", character},
      {"offset", offset}, {"codes", codes},          {NULL, NULL}};
  ysl_set_functions(L, functions);
}
