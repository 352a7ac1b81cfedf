// Reading compiled functions, in the format in which Lua 5.4 writes them.
//
// A reader that has run off the end gives zeros and empty parts, and `ysl_at_end` says so.
#ifndef YSL_BYTECODE_H
#define YSL_BYTECODE_H

#include "internal.h"

/// What lua_dump has written.
typedef struct {
  unsigned char *bytes;
  size_t length, capacity;
} ysl_dump;

typedef struct {
  unsigned char *next, *end;
} ysl_reader;

/// A function up to the functions inside it; those and its debug information follow in the reader.
typedef struct {
  int line;
  int parameter_count;
  bool is_vararg;
  unsigned char *code;  // NULL when there is none
  size_t instruction_count;
  size_t constant_count;
  unsigned char *constants;  // as they are written, one behind the other
  unsigned char *upvalues;  // three bytes each: whether it is a local of the outer one, which, kind
  size_t upvalue_count;
  size_t function_count;
} ysl_prototype;

// What an instruction does, as far as anyone asks.
enum {
  YSL_LOAD_FALSE_AND_SKIP = 6,
  YSL_LOAD_TRUE = 7,
  YSL_GET_UPVALUE = 9,
  YSL_SET_UPVALUE = 10,
  YSL_AND = 41,
  YSL_XOR = 43,
  YSL_CLOSE = 54,
  YSL_JUMP = 56,
  YSL_GENERIC_FOR_LOOP = 77,
};

/// Dumps the function on top of the stack and sets the reader to its prototype. False when there is
/// no memory or the format is another one; the dump's bytes must be freed in any case.
bool ysl_read_function(lua_State *L, bool strip, ysl_dump *dump, ysl_reader *reader);

ysl_prototype ysl_take_prototype(ysl_reader *reader);
/// The next of a function's constants; texts lie in the dump.
ysl_constant ysl_take_constant(ysl_reader *reader);

/// Skips a function's debug information; the line of one of its instructions.
int ysl_take_debug(ysl_reader *reader, size_t instruction, int line);

/// Skips a function's debug information; visits every instruction with its line.
void ysl_take_lines(ysl_reader *reader, int line, void *context,
                    void (*visit)(void *context, size_t instruction, int line));

static inline bool ysl_at_end(const ysl_reader *reader) { return reader->next >= reader->end; }

uint32_t ysl_instruction(const unsigned char *code, size_t position);

static inline int ysl_operation(const unsigned char *code, size_t position) {
  return (int)(ysl_instruction(code, position) & 0x7F);
}

#endif
