// Corrects code that Lua 5.4.4 compiles wrongly.
//
// A comparison as an index of a table that is an upvalue gives a wrong result: the table is fetched
// between the comparison's jump and the place it jumps to, and so only in one of two cases. And
// bitwise operators go wrong in functions with very many constants. Both leave a trace in the compiled
// code, which lua_dump shows in the format of Lua 5.4. The first is put right there; functions with
// the second are refused. What is not in that format is let through as it is.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Instructions, and the most constants that they can name.
enum {
  LOAD_FALSE_AND_SKIP = 6,
  LOAD_TRUE = 7,
  GET_UPVALUE = 9,
  AND = 41,
  XOR = 43,
  JUMP = 56,
  CONSTANTS = 255,
};

// The types of constants.
enum { FLOAT = 0x13, INTEGER = 0x03, SHORT_TEXT = 0x04, LONG_TEXT = 0x14 };

typedef struct {
  unsigned char *bytes;
  size_t length, capacity;
} dump;

typedef struct {
  unsigned char *next, *end;
  bool corrected;
  const char *problem;
  int line;
} reader;

static int collect(lua_State *L, const void *data, size_t length, void *context) {
  dump *dump = context;
  (void)L;
  if (dump->length + length > dump->capacity) {
    size_t capacity = 2 * (dump->length + length);
    unsigned char *grown = realloc(dump->bytes, capacity);
    if (grown == NULL) return 1;
    dump->bytes = grown;
    dump->capacity = capacity;
  }
  if (length > 0) memcpy(dump->bytes + dump->length, data, length);
  dump->length += length;
  return 0;
}

// MARK: Reading

static unsigned char *take(reader *reader, size_t count) {
  unsigned char *start = reader->next;
  if ((size_t)(reader->end - start) < count) {
    // Nothing more is read, and what was found so far stands.
    reader->next = reader->end;
    return NULL;
  }
  reader->next += count;
  return start;
}

static int take_byte(reader *reader) {
  const unsigned char *byte = take(reader, 1);
  return byte != NULL ? *byte : 0;
}

/// Seven bits at a time, the last with the high bit set.
static size_t take_size(reader *reader) {
  size_t value = 0;
  for (;;) {
    const unsigned char *byte = take(reader, 1);
    if (byte == NULL) return 0;
    value = value << 7 | (*byte & 0x7F);
    if (*byte & 0x80) return value;
  }
}

static void skip_text(reader *reader) {
  size_t size = take_size(reader);
  if (size > 0) take(reader, size - 1);
}

static void skip_constants(reader *reader, size_t count) {
  for (size_t i = 0; i < count && reader->next < reader->end; i++) {
    switch (take_byte(reader)) {
      case FLOAT: take(reader, sizeof(lua_Number)); break;
      case INTEGER: take(reader, sizeof(lua_Integer)); break;
      case SHORT_TEXT:
      case LONG_TEXT: skip_text(reader); break;
      default: break;
    }
  }
}

// MARK: Instructions

static uint32_t instruction(const unsigned char *code, size_t position) {
  uint32_t result;
  memcpy(&result, code + position * sizeof result, sizeof result);
  return result;
}

static int operation(const unsigned char *code, size_t position) {
  return (int)(instruction(code, position) & 0x7F);
}

/// Moves the fetch of a table, which lies at `fetch` behind the jump of a comparison, to where the
/// comparison's result has been made. False if this is not what is there.
static bool move_fetch(unsigned char *code, size_t fetch, size_t count) {
  // A jump of two steps, the distance of which is kept with an offset above the operation.
  const uint32_t two_steps = (uint32_t)((0x1FFFFFF >> 1) + 2) << 7 | JUMP;
  if (fetch == 0 || fetch + 2 >= count || operation(code, fetch) != GET_UPVALUE ||
      instruction(code, fetch - 1) != two_steps || operation(code, fetch + 2) != LOAD_TRUE) {
    return false;
  }
  uint32_t one_step = two_steps - (1u << 7), moved = instruction(code, fetch);
  memcpy(code + (fetch - 1) * sizeof one_step, &one_step, sizeof one_step);
  memmove(code + fetch * sizeof moved, code + (fetch + 1) * sizeof moved, 2 * sizeof moved);
  memcpy(code + (fetch + 2) * sizeof moved, &moved, sizeof moved);
  return true;
}

/// Puts right what can be; returns the first instruction that cannot, or `count`.
static size_t correct_code(reader *reader, unsigned char *code, size_t count, size_t constants,
                           const char **problem) {
  for (size_t i = 1; i < count; i++) {
    int current = operation(code, i);
    // The result of a comparison must be made right behind the comparison's jump.
    if (current == LOAD_FALSE_AND_SKIP && operation(code, i - 1) != JUMP) {
      if (move_fetch(code, i - 1, count)) {
        reader->corrected = true;
        continue;
      }
      *problem = "this release of Lua goes wrong on this comparison in brackets; give its result to "
                 "a local variable first";
      return i;
    }
#if LUA_VERSION_RELEASE_NUM < 50405
    if (current >= AND && current <= XOR && constants > CONSTANTS) {
      *problem = "this release of Lua goes wrong on bitwise operators in a function with more than "
                 "255 constants; split the function";
      return i;
    }
#endif
  }
  return count;
}

// MARK: Functions

/// Reads where instructions come from; the line of one of them.
static int take_line(reader *reader, size_t wanted, int line) {
  enum { ABSOLUTE = -128 };
  size_t count = take_size(reader);
  const unsigned char *steps = take(reader, count);
  size_t absolute_count = take_size(reader), known = 0;
  for (size_t i = 0; i < absolute_count && reader->next < reader->end; i++) {
    size_t position = take_size(reader);
    int absolute = (int)take_size(reader);
    if (position > wanted) continue;
    line = absolute;
    known = position + 1;
  }
  if (steps == NULL) return line;
  for (size_t i = known; i <= wanted && i < count; i++) {
    if ((signed char)steps[i] != ABSOLUTE) line += (signed char)steps[i];
  }
  return line;
}

static void skip_names(reader *reader) {
  for (size_t i = take_size(reader); i > 0 && reader->next < reader->end; i--) {
    skip_text(reader);
    take_size(reader);
    take_size(reader);
  }
  for (size_t i = take_size(reader); i > 0 && reader->next < reader->end; i--) skip_text(reader);
}

static void correct_function(reader *reader) {
  skip_text(reader);
  int line = (int)take_size(reader);
  take_size(reader);
  take(reader, 3);
  size_t count = take_size(reader);
  unsigned char *code = take(reader, count * sizeof(uint32_t));
  size_t constants = take_size(reader);
  const char *problem = NULL;
  size_t place = code != NULL ? correct_code(reader, code, count, constants, &problem) : 0;
  skip_constants(reader, constants);
  take(reader, 3 * take_size(reader));
  // The parser has limited how deep functions are nested.
  for (size_t i = take_size(reader);
       i > 0 && reader->next < reader->end && reader->problem == NULL; i--) {
    correct_function(reader);
  }
  if (reader->problem != NULL) return;
  line = take_line(reader, place, line);
  skip_names(reader);
  reader->problem = problem;
  reader->line = line;
}

/// Replaces the function on top of the stack by what a dump holds.
static int reload(lua_State *L, const dump *dump) {
  lua_Debug info;
  lua_pushvalue(L, -1);
  lua_getinfo(L, ">S", &info);
  int status = luaL_loadbufferx(L, (const char *)dump->bytes, dump->length, info.source, "b");
  if (status == LUA_OK) lua_replace(L, -2);
  return status;
}

const char *ysl_correct(lua_State *L, int *line) {
  static const unsigned char header[] = "\x1bLua\x54\0\x19\x93\r\n\x1a\n\x04\x08\x08";
  // The bytes above, an integer and a float, and the number of upvalues.
  enum { HEADER = 15, NUMBERS = 16 };
  dump dump = {NULL, 0, 0};
  reader reader = {NULL, NULL, false, NULL, 0};
  int status = LUA_OK;
  if (lua_dump(L, collect, &dump, 0) == 0 && dump.length > HEADER + NUMBERS + 1 &&
      memcmp(dump.bytes, header, HEADER) == 0) {
    reader.next = dump.bytes + HEADER + NUMBERS + 1;
    reader.end = dump.bytes + dump.length;
    correct_function(&reader);
    if (reader.problem == NULL && reader.corrected) status = reload(L, &dump);
  }
  free(dump.bytes);
  if (status != LUA_OK) lua_error(L);
  *line = reader.line;
  return reader.problem;
}
