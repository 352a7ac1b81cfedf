// Corrects code that Lua 5.4.4 compiles wrongly.
//
// A comparison as an index of a table that is an upvalue gives a wrong result: the table is fetched
// between the comparison's jump and the place it jumps to, and so only in one of two cases. A
// `break` out of a generic `for` may leave the loop's closing value open, which crashes Lua later.
// And bitwise operators go wrong in functions with very many constants. All leave a trace in the
// compiled code, which lua_dump shows in the format of Lua 5.4. The first two are put right there;
// functions with the third are refused. What is not in that format is let through as it is.
//
// The same pass notes whether functions assign variables of the functions around them; see
// assignments.c.
#include <stdlib.h>
#include <string.h>

#include "bytecode.h"

// The most constants that instructions can name.
enum { CONSTANTS = 255 };

typedef struct {
  bool corrected;
  bool assigns;
  const char *problem;
  int line;
} outcome;

// MARK: Instructions

/// Moves the fetch of a table, which lies at `fetch` behind the jump of a comparison, to where the
/// comparison's result has been made. False if this is not what is there.
static bool move_fetch(unsigned char *code, size_t fetch, size_t count) {
  // A jump of two steps, the distance of which is kept with an offset above the operation.
  const uint32_t two_steps = (uint32_t)((0x1FFFFFF >> 1) + 2) << 7 | YSL_JUMP;
  if (fetch == 0 || fetch + 2 >= count || ysl_operation(code, fetch) != YSL_GET_UPVALUE ||
      ysl_instruction(code, fetch - 1) != two_steps ||
      ysl_operation(code, fetch + 2) != YSL_LOAD_TRUE) {
    return false;
  }
  uint32_t one_step = two_steps - (1u << 7), moved = ysl_instruction(code, fetch);
  memcpy(code + (fetch - 1) * sizeof one_step, &one_step, sizeof one_step);
  memmove(code + fetch * sizeof moved, code + (fetch + 1) * sizeof moved, 2 * sizeof moved);
  memcpy(code + (fetch + 2) * sizeof moved, &moved, sizeof moved);
  return true;
}

/// Makes the instruction behind a generic `for` loop close what the loop holds. Its values are the
/// iterator, its state, the control variable and the closing value; with variables of the body that
/// functions hold on to, Lua closes only what lies above those four. False if this is not the case.
static bool close_loop(unsigned char *code, size_t loop) {
  enum { REGISTER = 7, VALUES = 4 };
  uint32_t head = ysl_instruction(code, loop), close = ysl_instruction(code, loop + 1);
  if ((head & 0x7F) != YSL_GENERIC_FOR_LOOP || (close & 0x7F) != YSL_CLOSE ||
      (close >> REGISTER & 0xFF) != (head >> REGISTER & 0xFF) + VALUES) {
    return false;
  }
  close -= VALUES << REGISTER;
  memcpy(code + (loop + 1) * sizeof close, &close, sizeof close);
  return true;
}

/// Puts right what can be; returns the first instruction that cannot, or the number of them.
static size_t correct_code(const ysl_prototype *function, outcome *outcome, const char **problem) {
  unsigned char *code = function->code;
  size_t count = function->instruction_count;
  for (size_t i = 0; i < count; i++) {
    int current = ysl_operation(code, i);
    if (current == YSL_SET_UPVALUE) outcome->assigns = true;
    if (i + 1 < count && close_loop(code, i)) outcome->corrected = true;
    // The result of a comparison must be made right behind the comparison's jump.
    if (current == YSL_LOAD_FALSE_AND_SKIP && i > 0 && ysl_operation(code, i - 1) != YSL_JUMP) {
      if (move_fetch(code, i - 1, count)) {
        outcome->corrected = true;
        continue;
      }
      *problem = "this release of Lua goes wrong on this comparison in brackets; give its result "
                 "to a local variable first";
      return i;
    }
#if LUA_VERSION_RELEASE_NUM < 50405
    if (current >= YSL_AND && current <= YSL_XOR && function->constant_count > CONSTANTS) {
      *problem = "this release of Lua goes wrong on bitwise operators in a function with more than "
                 "255 constants; split the function";
      return i;
    }
#endif
  }
  return count;
}

static void correct_function(ysl_reader *reader, outcome *outcome) {
  ysl_prototype function = ysl_take_prototype(reader);
  const char *problem = NULL;
  size_t place = correct_code(&function, outcome, &problem);
  // The parser has limited how deep functions are nested.
  for (size_t i = function.function_count;
       i > 0 && !ysl_at_end(reader) && outcome->problem == NULL; i--) {
    correct_function(reader, outcome);
  }
  if (outcome->problem != NULL) return;
  outcome->line = ysl_take_debug(reader, place, function.line);
  outcome->problem = problem;
}

/// Replaces the function on top of the stack by what a dump holds.
static int reload(lua_State *L, const ysl_dump *dump) {
  lua_Debug info;
  lua_pushvalue(L, -1);
  lua_getinfo(L, ">S", &info);
  int status = luaL_loadbufferx(L, (const char *)dump->bytes, dump->length, info.source, "b");
  if (status == LUA_OK) lua_replace(L, -2);
  return status;
}

const char *ysl_correct(lua_State *L, int *line) {
  ysl_dump dump;
  ysl_reader reader;
  // What cannot be read may assign anything.
  outcome outcome = {.assigns = true};
  int status = LUA_OK;
  if (ysl_read_function(L, false, &dump, &reader)) {
    outcome.assigns = false;
    correct_function(&reader, &outcome);
    if (outcome.problem == NULL && outcome.corrected) status = reload(L, &dump);
  }
  free(dump.bytes);
  if (status != LUA_OK) lua_error(L);
  if (outcome.assigns) ysl_state_of(L)->assigns = true;
  *line = outcome.line;
  return outcome.problem;
}
