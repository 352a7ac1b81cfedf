// Which variables of the functions around it a function can assign.
#include <stdlib.h>
#include <string.h>

#include "bytecode.h"

static void add(ysl_upvalues *set, int upvalue) {
  set->bytes[upvalue / 8] |= (unsigned char)(1 << upvalue % 8);
}

static bool contains(const ysl_upvalues *set, int upvalue) {
  return (set->bytes[upvalue / 8] >> upvalue % 8 & 1) != 0;
}

/// The upvalues that an instruction or an inner function assigns; those of an inner one that are
/// upvalues here too count here.
static ysl_upvalues read_function(ysl_reader *reader, ysl_prototype *function) {
  ysl_upvalues assigned = {{0}};
  *function = ysl_take_prototype(reader);
  for (size_t i = 0; i < function->instruction_count; i++) {
    if (ysl_operation(function->code, i) != YSL_SET_UPVALUE) continue;
    add(&assigned, (int)(ysl_instruction(function->code, i) >> 16 & 0xFF));
  }
  for (size_t i = function->function_count; i > 0 && !ysl_at_end(reader); i--) {
    ysl_prototype inner;
    ysl_upvalues inner_assigned = read_function(reader, &inner);
    for (size_t upvalue = 0; upvalue < inner.upvalue_count; upvalue++) {
      const unsigned char *origin = inner.upvalues + 3 * upvalue;
      bool is_local = origin[0] != 0;
      if (!is_local && contains(&inner_assigned, (int)upvalue)) add(&assigned, origin[1]);
    }
  }
  ysl_take_debug(reader, 0, 0);
  return assigned;
}

ysl_upvalues ysl_assigned_upvalues(lua_State *L) {
  ysl_upvalues result;
  ysl_dump dump;
  ysl_reader reader;
  ysl_prototype function;
  if (ysl_read_function(L, true, &dump, &reader)) {
    result = read_function(&reader, &function);
  } else {
    memset(&result, 0xFF, sizeof result);
  }
  size_t length = dump.length;
  free(dump.bytes);
  ysl_charge(L, "loading", (int64_t)length / 64);
  return result;
}
