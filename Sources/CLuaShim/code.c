// What functions of scripts are made of, for whoever runs simple ones without Lua.
#include <stdlib.h>
#include <string.h>

#include "bytecode.h"

typedef struct {
  int function;
  void *context;
  void (*visit)(void *context, const ysl_code *code);
} code_request;

// More than any function has that is worth it.
enum { INSTRUCTIONS = 256, CONSTANTS = 64, UPVALUES = 64 };

/// The upvalues in which `quantity` is what it was made to be.
static uint64_t find_quantity(lua_State *L) {
  uint64_t found = 0;
  for (int i = 0; i < UPVALUES; i++) {
    if (lua_getupvalue(L, -1, i + 1) == NULL) break;
    if (lua_type(L, -1) == LUA_TTABLE) {
      lua_getfield(L, -1, "quantity");
      if (lua_tocfunction(L, -1) == ysl_make_quantity) found |= UINT64_C(1) << i;
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  return found;
}

static void show(const code_request *request, const ysl_prototype *prototype, ysl_reader reader,
                 uint64_t quantity_upvalues) {
  uint32_t code[INSTRUCTIONS];
  ysl_constant constants[CONSTANTS];
  for (size_t i = 0; i < prototype->instruction_count; i++) {
    code[i] = ysl_instruction(prototype->code, i);
  }
  reader.next = prototype->constants;
  for (size_t i = 0; i < prototype->constant_count; i++) constants[i] = ysl_take_constant(&reader);
  ysl_code result = {prototype->parameter_count, code, prototype->instruction_count, constants,
                     prototype->constant_count, quantity_upvalues};
  request->visit(request->context, &result);
}

static int visit_code(lua_State *L) {
  code_request *request = lua_touserdata(L, 1);
  ysl_value function = {.tag = YSL_FUNCTION, .as.handle.reference = request->function};
  ysl_push(L, &function);
  if (lua_iscfunction(L, -1)) return 0;
  // Nothing that may raise comes between taking the dump's memory and freeing it.
  uint64_t quantity_upvalues = find_quantity(L);
  ysl_dump dump;
  ysl_reader reader;
  if (ysl_read_function(L, true, &dump, &reader)) {
    ysl_prototype prototype = ysl_take_prototype(&reader);
    if (prototype.code != NULL && prototype.instruction_count <= INSTRUCTIONS &&
        prototype.constant_count <= CONSTANTS && prototype.function_count == 0 &&
        !prototype.is_vararg) {
      show(request, &prototype, reader, quantity_upvalues);
    }
  }
  free(dump.bytes);
  return 0;
}

ysl_status ysl_visit_code(ysl_state *state, int function, void *context,
                          void (*visit)(void *context, const ysl_code *code)) {
  code_request request = {function, context, visit};
  return ysl_run(state, visit_code, &request);
}
