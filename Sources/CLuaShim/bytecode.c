// Reading compiled functions, in the format in which Lua 5.4 writes them.
#include "bytecode.h"

#include <stdlib.h>
#include <string.h>

// The types of constants.
enum { FALSE_CONSTANT = 0x01, TRUE_CONSTANT = 0x11, FLOAT = 0x13, INTEGER = 0x03, SHORT_TEXT = 0x04, LONG_TEXT = 0x14 };

static int collect(lua_State *L, const void *data, size_t length, void *context) {
  ysl_dump *dump = context;
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

bool ysl_read_function(lua_State *L, bool strip, ysl_dump *dump, ysl_reader *reader) {
  static const unsigned char header[] = "\x1bLua\x54\0\x19\x93\r\n\x1a\n\x04\x08\x08";
  // The bytes above, an integer and a float, and the number of upvalues.
  enum { HEADER = 15, NUMBERS = 16 };
  *dump = (ysl_dump){NULL, 0, 0};
  if (lua_dump(L, collect, dump, strip) != 0 || dump->length <= HEADER + NUMBERS + 1 ||
      memcmp(dump->bytes, header, HEADER) != 0) {
    return false;
  }
  *reader = (ysl_reader){dump->bytes + HEADER + NUMBERS + 1, dump->bytes + dump->length};
  return true;
}

// MARK: Bytes

static unsigned char *take(ysl_reader *reader, size_t count) {
  unsigned char *start = reader->next;
  if ((size_t)(reader->end - start) < count) {
    reader->next = reader->end;
    return NULL;
  }
  reader->next += count;
  return start;
}

static int take_byte(ysl_reader *reader) {
  const unsigned char *byte = take(reader, 1);
  return byte != NULL ? *byte : 0;
}

/// Seven bits at a time, the last with the high bit set.
static size_t take_size(ysl_reader *reader) {
  size_t value = 0;
  for (;;) {
    const unsigned char *byte = take(reader, 1);
    if (byte == NULL) return 0;
    value = value << 7 | (*byte & 0x7F);
    if (*byte & 0x80) return value;
  }
}

static void skip_text(ysl_reader *reader) {
  size_t size = take_size(reader);
  if (size > 0) take(reader, size - 1);
}

static void skip_constants(ysl_reader *reader, size_t count) {
  for (size_t i = 0; i < count && !ysl_at_end(reader); i++) {
    switch (take_byte(reader)) {
      case FLOAT: take(reader, sizeof(lua_Number)); break;
      case INTEGER: take(reader, sizeof(lua_Integer)); break;
      case SHORT_TEXT:
      case LONG_TEXT: skip_text(reader); break;
      default: break;
    }
  }
}

ysl_constant ysl_take_constant(ysl_reader *reader) {
  ysl_constant result = {.tag = YSL_NIL};
  const unsigned char *bytes;
  size_t size;
  switch (take_byte(reader)) {
    case FALSE_CONSTANT: result.tag = YSL_BOOLEAN; break;
    case TRUE_CONSTANT:
      result.tag = YSL_BOOLEAN;
      result.integer = 1;
      break;
    case INTEGER:
      bytes = take(reader, sizeof result.integer);
      if (bytes != NULL) memcpy(&result.integer, bytes, sizeof result.integer);
      result.tag = YSL_INTEGER;
      break;
    case FLOAT:
      take(reader, sizeof(lua_Number));
      result.tag = YSL_NUMBER;
      break;
    case SHORT_TEXT:
    case LONG_TEXT:
      size = take_size(reader);
      bytes = size > 0 ? take(reader, size - 1) : NULL;
      result.tag = YSL_STRING;
      result.text = (const char *)bytes;
      result.length = bytes != NULL ? size - 1 : 0;
      break;
    default: break;
  }
  return result;
}

// MARK: Functions

ysl_prototype ysl_take_prototype(ysl_reader *reader) {
  ysl_prototype result;
  skip_text(reader);
  result.line = (int)take_size(reader);
  take_size(reader);
  // The number of parameters, whether there are more, and the size of the stack.
  const unsigned char *sizes = take(reader, 3);
  result.parameter_count = sizes != NULL ? sizes[0] : 0;
  result.is_vararg = sizes != NULL && sizes[1] != 0;
  result.instruction_count = take_size(reader);
  result.code = take(reader, result.instruction_count * sizeof(uint32_t));
  if (result.code == NULL) result.instruction_count = 0;
  result.constant_count = take_size(reader);
  result.constants = reader->next;
  skip_constants(reader, result.constant_count);
  result.upvalue_count = take_size(reader);
  result.upvalues = take(reader, 3 * result.upvalue_count);
  if (result.upvalues == NULL) result.upvalue_count = 0;
  result.function_count = take_size(reader);
  return result;
}

// A step of lines that is too long, in place of which there is the line itself.
enum { ABSOLUTE = -128 };

/// Reads where instructions come from; the line of one of them.
static int take_line(ysl_reader *reader, size_t wanted, int line) {
  size_t count = take_size(reader);
  const unsigned char *steps = take(reader, count);
  size_t absolute_count = take_size(reader), known = 0;
  for (size_t i = 0; i < absolute_count && !ysl_at_end(reader); i++) {
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

static void visit_lines(ysl_reader *reader, int line, void *context,
                        void (*visit)(void *context, size_t instruction, int line)) {
  size_t count = take_size(reader);
  const unsigned char *steps = take(reader, count);
  size_t absolute_count = take_size(reader), next = 0, position = 0;
  int absolute = 0;
  bool has_absolute = false;
  if (steps == NULL) count = 0;
  for (size_t i = 0; i < count; i++) {
    if (!has_absolute && next < absolute_count && !ysl_at_end(reader)) {
      position = take_size(reader);
      absolute = (int)take_size(reader);
      has_absolute = true;
      next++;
    }
    if (has_absolute && position == i) {
      line = absolute;
      has_absolute = false;
    } else if ((signed char)steps[i] != ABSOLUTE) {
      line += (signed char)steps[i];
    }
    visit(context, i, line);
  }
  for (; next < absolute_count && !ysl_at_end(reader); next++) {
    take_size(reader);
    take_size(reader);
  }
}

static void skip_names(ysl_reader *reader) {
  for (size_t i = take_size(reader); i > 0 && !ysl_at_end(reader); i--) {
    skip_text(reader);
    take_size(reader);
    take_size(reader);
  }
  for (size_t i = take_size(reader); i > 0 && !ysl_at_end(reader); i--) skip_text(reader);
}

int ysl_take_debug(ysl_reader *reader, size_t instruction, int line) {
  int result = take_line(reader, instruction, line);
  skip_names(reader);
  return result;
}

void ysl_take_lines(ysl_reader *reader, int line, void *context,
                    void (*visit)(void *context, size_t instruction, int line)) {
  visit_lines(reader, line, context, visit);
  skip_names(reader);
}

uint32_t ysl_instruction(const unsigned char *code, size_t position) {
  uint32_t result;
  memcpy(&result, code + position * sizeof result, sizeof result);
  return result;
}
