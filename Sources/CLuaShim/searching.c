// string.find, match, gmatch and gsub.
#include <string.h>

#include "internal.h"

static void begin(ysl_matcher *matcher, lua_State *L, const char *call, const char *subject,
                  size_t length, const char *pattern_end) {
  matcher->L = L;
  matcher->call = call;
  matcher->subject = subject;
  matcher->subject_end = subject + length;
  matcher->pattern_end = pattern_end;
  matcher->steps = 0;
}

/// Matches at one place; what earlier places captured is forgotten.
static const char *match_at(ysl_matcher *matcher, const char *subject, const char *pattern) {
  matcher->depth = 0;
  matcher->capture_count = 0;
  return ysl_match(matcher, subject, pattern);
}

// MARK: Captures

/// A capture, or the whole match for the first one when there is none.
static ysl_capture capture_at(const ysl_matcher *matcher, int number, const char *start,
                              const char *end) {
  if (number >= matcher->capture_count) {
    if (number != 0) luaL_error(matcher->L, "invalid capture index %%%d", number + 1);
    return (ysl_capture){start, end - start};
  }
  ysl_capture capture = matcher->captures[number];
  if (capture.length == YSL_CAPTURE_OPEN) luaL_error(matcher->L, "unfinished capture");
  return capture;
}

static void push_capture(const ysl_matcher *matcher, int number, const char *start,
                         const char *end) {
  ysl_capture capture = capture_at(matcher, number, start, end);
  if (capture.length == YSL_CAPTURE_POSITION) {
    lua_pushinteger(matcher->L, capture.start - matcher->subject + 1);
  } else {
    lua_pushlstring(matcher->L, capture.start, (size_t)capture.length);
  }
}

/// Pushes all captures; without any, the whole match if `start` is given.
static int push_captures(const ysl_matcher *matcher, const char *start, const char *end) {
  int count = matcher->capture_count == 0 && start != NULL ? 1 : matcher->capture_count;
  luaL_checkstack(matcher->L, count, "too many captures");
  for (int i = 0; i < count; i++) push_capture(matcher, i, start, end);
  return count;
}

// MARK: find and match

static bool is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (pattern[i] != '\0' && strchr("^$*+?.([%-", pattern[i]) != NULL) return false;
  }
  return true;
}

static int find_plain(lua_State *L, const char *subject, size_t length, size_t start,
                      const char *part, size_t part_length) {
  ysl_charge(L, "string.find", (int64_t)(length - start + part_length) / 64);
  const char *found = ysl_search(subject + start, length - start, part, part_length);
  if (found == NULL) {
    luaL_pushfail(L);
    return 1;
  }
  lua_pushinteger(L, found - subject + 1);
  lua_pushinteger(L, found - subject + (lua_Integer)part_length);
  return 2;
}

static int search(lua_State *L, const char *call, bool wants_place) {
  size_t length, pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &pattern_length);
  size_t start = ysl_range_start(luaL_optinteger(L, 3, 1), length) - 1;
  if (start > length) {
    luaL_pushfail(L);
    return 1;
  }
  if (wants_place && (lua_toboolean(L, 4) || is_plain(pattern, pattern_length))) {
    return find_plain(L, subject, length, start, pattern, pattern_length);
  }
  ysl_matcher matcher;
  begin(&matcher, L, call, subject, length, pattern + pattern_length);
  bool anchored = pattern_length > 0 && *pattern == '^';
  if (anchored) pattern++;
  const char *place = subject + start;
  do {
    const char *end = match_at(&matcher, place, pattern);
    if (end == NULL) continue;
    ysl_settle(&matcher);
    if (!wants_place) return push_captures(&matcher, place, end);
    lua_pushinteger(L, place - subject + 1);
    lua_pushinteger(L, end - subject);
    return push_captures(&matcher, NULL, NULL) + 2;
  } while (place++ < matcher.subject_end && !anchored);
  ysl_settle(&matcher);
  luaL_pushfail(L);
  return 1;
}

static int find(lua_State *L) { return search(L, "string.find", true); }

static int match(lua_State *L) { return search(L, "string.match", false); }

// MARK: gmatch

/// Finds the next match of the pattern (upvalue 2) in the subject (1) from the offset (3) on; one
/// that is empty and ends where the last one did (4) does not count.
static int match_next(lua_State *L) {
  size_t length, pattern_length;
  const char *subject = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
  const char *place = subject + lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  ysl_matcher matcher;
  begin(&matcher, L, "string.gmatch", subject, length, pattern + pattern_length);
  for (; place <= matcher.subject_end; place++) {
    const char *end = match_at(&matcher, place, pattern);
    if (end == NULL || end - subject == last) continue;
    ysl_settle(&matcher);
    lua_pushinteger(L, end - subject);
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(&matcher, place, end);
  }
  ysl_settle(&matcher);
  // Nothing is left to find for later calls either.
  lua_pushinteger(L, (lua_Integer)length + 1);
  lua_replace(L, lua_upvalueindex(3));
  return 0;
}

const lua_CFunction ysl_gmatch_step = match_next;

static int gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  size_t start = ysl_range_start(luaL_optinteger(L, 3, 1), length) - 1;
  lua_settop(L, 2);
  lua_pushinteger(L, (lua_Integer)(start > length ? length + 1 : start));
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, match_next, 4);
  return 1;
}

// MARK: gsub

/// Adds the replacement text with its `%` escapes filled in.
static void add_template(ysl_matcher *matcher, luaL_Buffer *buffer, const char *start,
                         const char *end) {
  size_t length;
  const char *next = lua_tolstring(matcher->L, 3, &length);
  const char *template_end = next + length;
  for (;;) {
    const char *escape = memchr(next, '%', (size_t)(template_end - next));
    const char *text_end = escape != NULL ? escape : template_end;
    luaL_addlstring(buffer, next, (size_t)(text_end - next));
    if (escape == NULL) return;
    char digit = escape + 1 < template_end ? escape[1] : '\0';
    next = escape + 2;
    if (digit == '%') {
      luaL_addchar(buffer, '%');
    } else if (digit == '0') {
      luaL_addlstring(buffer, start, (size_t)(end - start));
    } else if (digit >= '1' && digit <= '9') {
      ysl_capture capture = capture_at(matcher, digit - '1', start, end);
      if (capture.length == YSL_CAPTURE_POSITION) {
        lua_pushinteger(matcher->L, capture.start - matcher->subject + 1);
        luaL_addvalue(buffer);
      } else {
        luaL_addlstring(buffer, capture.start, (size_t)capture.length);
      }
    } else {
      luaL_error(matcher->L, "invalid use of '%%' in replacement string");
    }
  }
}

/// Adds what a match is replaced by; returns whether that is something else.
static bool add_replacement(ysl_matcher *matcher, luaL_Buffer *buffer, const char *start,
                            const char *end) {
  lua_State *L = matcher->L;
  switch (lua_type(L, 3)) {
    case LUA_TFUNCTION:
      // What follows may take the rest of the budget, so this part is paid for first.
      ysl_settle(matcher);
      lua_pushvalue(L, 3);
      lua_call(L, push_captures(matcher, start, end), 1);
      break;
    case LUA_TTABLE:
      push_capture(matcher, 0, start, end);
      lua_gettable(L, 3);
      break;
    default:
      add_template(matcher, buffer, start, end);
      return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(buffer, start, (size_t)(end - start));
    return false;
  }
  if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  }
  luaL_addvalue(buffer);
  return true;
}

static int gsub(lua_State *L) {
  size_t length, pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &pattern_length);
  int type = lua_type(L, 3);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
  luaL_argexpected(L,
                   type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION ||
                       type == LUA_TTABLE,
                   3, "string/function/table");
  ysl_matcher matcher;
  begin(&matcher, L, "string.gsub", subject, length, pattern + pattern_length);
  bool anchored = pattern_length > 0 && *pattern == '^';
  if (anchored) pattern++;
  // A number as replacement becomes a text in its place.
  if (type == LUA_TNUMBER) lua_tostring(L, 3);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  const char *place = subject, *last = NULL;
  lua_Integer count = 0;
  bool changed = false;
  while (count < most) {
    const char *end = match_at(&matcher, place, pattern);
    if (end != NULL && end != last) {
      count++;
      if (add_replacement(&matcher, &buffer, place, end)) changed = true;
      place = last = end;
    } else if (place < matcher.subject_end) {
      luaL_addchar(&buffer, *place++);
    } else {
      break;
    }
    if (anchored) break;
  }
  ysl_settle(&matcher);
  if (changed) {
    luaL_addlstring(&buffer, place, (size_t)(matcher.subject_end - place));
    luaL_pushresult(&buffer);
  } else {
    lua_pushvalue(L, 1);
  }
  lua_pushinteger(L, count);
  return 2;
}

void ysl_set_searching(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"find", find}, {"match", match}, {"gmatch", gmatch}, {"gsub", gsub}, {NULL, NULL}};
  ysl_set_functions(L, functions);
}
