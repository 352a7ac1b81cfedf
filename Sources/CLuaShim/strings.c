// The rest of the string library, with work paid for and sizes checked beforehand.
#include <limits.h>
#include <string.h>

#include "internal.h"

size_t ysl_range_start(lua_Integer position, size_t length) {
  if (position > 0) return (size_t)position;
  if (position == 0 || position < -(lua_Integer)length) return 1;
  return length + (size_t)position + 1;
}

size_t ysl_range_end(lua_State *L, int argument, lua_Integer otherwise, size_t length) {
  lua_Integer position = luaL_optinteger(L, argument, otherwise);
  if (position > (lua_Integer)length) return length;
  if (position >= 0) return (size_t)position;
  return position < -(lua_Integer)length ? 0 : length + (size_t)position + 1;
}

// MARK: Bytes

static int length_of(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)length);
  return 1;
}

static int sub(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  size_t start = ysl_range_start(luaL_checkinteger(L, 2), length);
  size_t end = ysl_range_end(L, 3, -1, length);
  lua_pushlstring(L, start <= end ? text + start - 1 : "", start <= end ? end - start + 1 : 0);
  return 1;
}

static int byte(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer first = luaL_optinteger(L, 2, 1);
  size_t start = ysl_range_start(first, length);
  size_t end = ysl_range_end(L, 3, first, length);
  if (start > end) return 0;
  if (end - start >= INT_MAX) return luaL_error(L, "string slice too long");
  int count = (int)(end - start) + 1;
  ysl_charge(L, "string.byte", count / 4);
  if (!ysl_has_room(L, count)) return luaL_error(L, "stack overflow (string slice too long)");
  for (size_t i = start; i <= end; i++) lua_pushinteger(L, (unsigned char)text[i - 1]);
  return count;
}

static int character(lua_State *L) {
  int count = lua_gettop(L);
  ysl_charge(L, "string.char", count / 4);
  luaL_Buffer buffer;
  char *target = luaL_buffinitsize(L, &buffer, (size_t)count);
  for (int i = 1; i <= count; i++) {
    lua_Integer code = luaL_checkinteger(L, i);
    luaL_argcheck(L, code >= 0 && code <= UCHAR_MAX, i, "value out of range");
    target[i - 1] = (char)code;
  }
  luaL_pushresultsize(&buffer, (size_t)count);
  return 1;
}

// MARK: Whole texts

/// Adds to every letter between two its distance to the other case. ASCII only, as in the "C" locale.
static int change_case(lua_State *L, const char *call, char first, char last, int distance) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  ysl_charge(L, call, (int64_t)length / 64);
  luaL_Buffer buffer;
  char *target = luaL_buffinitsize(L, &buffer, length);
  for (size_t i = 0; i < length; i++) {
    bool changes = text[i] >= first && text[i] <= last;
    target[i] = (char)(changes ? text[i] + distance : text[i]);
  }
  luaL_pushresultsize(&buffer, length);
  return 1;
}

static int lower(lua_State *L) { return change_case(L, "string.lower", 'A', 'Z', 'a' - 'A'); }

static int upper(lua_State *L) { return change_case(L, "string.upper", 'a', 'z', 'A' - 'a'); }

static int reverse(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  ysl_charge(L, "string.reverse", (int64_t)length / 64);
  luaL_Buffer buffer;
  char *target = luaL_buffinitsize(L, &buffer, length);
  for (size_t i = 0; i < length; i++) target[i] = text[length - i - 1];
  luaL_pushresultsize(&buffer, length);
  return 1;
}

static int repeat(lua_State *L) {
  size_t length, separator_length, whole, total;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &separator_length);
  if (count <= 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (__builtin_add_overflow(length, separator_length, &whole) ||
      __builtin_mul_overflow(whole, (size_t)count, &total) || total > (size_t)PTRDIFF_MAX) {
    return luaL_error(L, "resulting string too large");
  }
  total -= separator_length;
  ysl_check_size(L, "string.rep", total);
  ysl_charge(L, "string.rep", (int64_t)(total / 64));
  luaL_Buffer buffer;
  char *target = luaL_buffinitsize(L, &buffer, total);
  // The first text and separator, which are then doubled until there are enough of them.
  size_t filled = whole < total ? whole : total;
  memcpy(target, text, length < filled ? length : filled);
  if (filled > length) memcpy(target + length, separator, filled - length);
  while (filled < total) {
    size_t more = filled < total - filled ? filled : total - filled;
    memcpy(target + filled, target, more);
    filled += more;
  }
  luaL_pushresultsize(&buffer, total);
  return 1;
}

// MARK: Lua's own functions behind a check

/// What it costs to look at every text among the arguments.
static void charge_for_texts(lua_State *L, const char *call) {
  int64_t cost = 0;
  for (int i = lua_gettop(L); i > 0; i--) {
    if (lua_type(L, i) == LUA_TSTRING) cost += (int64_t)(lua_rawlen(L, i) / 64);
  }
  ysl_charge(L, call, cost);
}

/// Whether Lua would write a value as its type and address.
static bool shows_address(lua_State *L, int index) {
  int type = lua_type(L, index);
  if (type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TTHREAD) return false;
  if (luaL_getmetafield(L, index, "__tostring") == LUA_TNIL) return true;
  lua_pop(L, 1);
  return false;
}

void ysl_push_text(lua_State *L, int index) {
  if (!shows_address(L, index)) {
    luaL_tolstring(L, index, NULL);
    return;
  }
  int named = luaL_getmetafield(L, index, "__name");
  if (named == LUA_TSTRING) return;
  if (named != LUA_TNIL) lua_pop(L, 1);
  lua_pushstring(L, luaL_typename(L, index));
}

/// string.format without addresses, which differ from run to run.
static int format(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  charge_for_texts(L, "string.format");
  const char *end = text + length;
  int argument = 1, count = lua_gettop(L);
  while ((text = memchr(text, '%', (size_t)(end - text))) != NULL) {
    text++;
    text += strspn(text, "-+ #0123456789.");
    char conversion = text < end ? *text++ : '\0';
    if (conversion == '%') continue;
    argument++;
    if (conversion == 'p') {
      ysl_raise(L, YSL_RUNTIME, "`string.format` has no `%%p` here; addresses are not shown");
    }
    if (conversion == 's' && argument <= count && shows_address(L, argument)) {
      ysl_push_text(L, argument);
      lua_replace(L, argument);
    }
  }
  return ysl_state_of(L)->library.format(L);
}

static int pack(lua_State *L) {
  charge_for_texts(L, "string.pack");
  return ysl_state_of(L)->library.pack(L);
}

static int pack_size(lua_State *L) {
  charge_for_texts(L, "string.packsize");
  return ysl_state_of(L)->library.packsize(L);
}

static int unpack(lua_State *L) {
  // The format alone decides how much is read.
  luaL_checkstring(L, 1);
  ysl_charge(L, "string.unpack", (int64_t)lua_rawlen(L, 1) / 8);
  return ysl_state_of(L)->library.unpack(L);
}

/// An arithmetic operator of texts that look like numbers: Lua's own, the upvalue.
static int compute(lua_State *L) {
  charge_for_texts(L, "arithmetic");
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static void wrap_operators(lua_State *L) {
  static const char *const operators[] = {"__add", "__sub",  "__mul", "__mod",
                                          "__pow", "__div", "__idiv", "__unm"};
  for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
    if (lua_getfield(L, -1, operators[i]) == LUA_TFUNCTION) {
      ysl_set_function(L, operators[i], compute, 1);
    } else {
      lua_pop(L, 1);
    }
  }
}

static lua_CFunction library_function(lua_State *L, const char *name) {
  lua_getfield(L, -1, name);
  lua_CFunction function = lua_tocfunction(L, -1);
  lua_pop(L, 1);
  return function;
}

void ysl_set_strings(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"len", length_of}, {"sub", sub},       {"byte", byte},     {"char", character},
      {"lower", lower},   {"upper", upper},   {"reverse", reverse}, {"rep", repeat},
      {"format", format}, {"pack", pack},     {"packsize", pack_size}, {"unpack", unpack},
      {NULL, NULL}};
  ysl_state *state = ysl_state_of(L);
  state->library.format = library_function(L, "format");
  state->library.pack = library_function(L, "pack");
  state->library.packsize = library_function(L, "packsize");
  state->library.unpack = library_function(L, "unpack");
  ysl_set_functions(L, functions);
  ysl_set_searching(L);
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  wrap_operators(L);
  lua_pop(L, 2);
}
