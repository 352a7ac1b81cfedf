// What functions of scripts are made of, for whoever runs simple ones without Lua.
#include <stdlib.h>
#include <string.h>

#include "bytecode.h"
#include "internal.h"

typedef struct {
  int function;
  void *context;
  void (*visit)(void *context, const ysl_code *code);
} code_request;

// More than any function has that is worth it.
enum { INSTRUCTIONS = 256, CONSTANTS = 64, UPVALUES = 64, ENTRIES = 128 };

/// What the upvalues of a function hold.
typedef struct {
  uint64_t with_quantity;
  ysl_upvalue values[UPVALUES];
  size_t count;
  ysl_value entries[2 * ENTRIES];
  size_t entry_count;
} upvalues;

// MARK: Upvalues

/// Whether some function can assign an upvalue of the one at an index, or nobody knows yet.
static bool can_be_assigned(lua_State *L, int function, int upvalue) {
  bool is_sealed = lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_SEALED) == LUA_TTABLE;
  lua_pop(L, 1);
  if (!is_sealed) return true;
  bool is_cell = lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_CELLS) == LUA_TTABLE &&
                 lua_rawgetp(L, -1, lua_upvalueid(L, function, upvalue)) != LUA_TNIL;
  lua_settop(L, function);
  return is_cell;
}

/// Takes the entries of the sealed table on top of the stack; false when it is not one whose entries
/// are all there is to it.
static bool take_entries(lua_State *L, upvalues *upvalues, ysl_upvalue *upvalue) {
  int table = lua_gettop(L);
  bool is_plain = !ysl_push_metatable(L, table) && ysl_push_contents(L, table);
  size_t start = upvalues->entry_count;
  if (is_plain) {
    for (lua_pushnil(L); lua_next(L, table + 1); lua_pop(L, 1)) {
      if (upvalues->entry_count == 2 * ENTRIES) {
        is_plain = false;
        break;
      }
      ysl_decode(L, -2, &upvalues->entries[upvalues->entry_count++]);
      ysl_decode(L, -1, &upvalues->entries[upvalues->entry_count++]);
    }
  }
  lua_settop(L, table);
  if (!is_plain) upvalues->entry_count = start;
  upvalue->entries = upvalues->entries + start;
  upvalue->entry_count = upvalues->entry_count - start;
  return is_plain;
}

/// Finds out what the upvalues of the function on top of the stack hold.
static void find_upvalues(lua_State *L, upvalues *upvalues) {
  int function = lua_gettop(L);
  luaL_checkstack(L, 8, NULL);
  for (; upvalues->count < UPVALUES; upvalues->count++) {
    ysl_upvalue *upvalue = &upvalues->values[upvalues->count];
    upvalue->value.tag = YSL_OTHER;
    if (lua_getupvalue(L, function, (int)upvalues->count + 1) == NULL) break;
    bool is_known = true;
    if (lua_type(L, -1) == LUA_TTABLE) {
      lua_getfield(L, -1, "quantity");
      bool has_quantity = lua_tocfunction(L, -1) == ysl_make_quantity;
      lua_settop(L, function + 1);
      if (has_quantity) upvalues->with_quantity |= UINT64_C(1) << upvalues->count;
      is_known = !has_quantity && take_entries(L, upvalues, upvalue);
    }
    ysl_value value;
    ysl_decode(L, -1, &value);
    lua_settop(L, function);
    if (is_known && !can_be_assigned(L, function, (int)upvalues->count + 1)) upvalue->value = value;
  }
}

// MARK: Code

static void show(const code_request *request, const ysl_prototype *prototype, ysl_reader reader,
                 const upvalues *upvalues) {
  uint32_t code[INSTRUCTIONS];
  ysl_constant constants[CONSTANTS];
  for (size_t i = 0; i < prototype->instruction_count; i++) {
    code[i] = ysl_instruction(prototype->code, i);
  }
  reader.next = prototype->constants;
  for (size_t i = 0; i < prototype->constant_count; i++) constants[i] = ysl_take_constant(&reader);
  ysl_code result = {.parameter_count = prototype->parameter_count,
                     .code = code,
                     .instruction_count = prototype->instruction_count,
                     .constants = constants,
                     .constant_count = prototype->constant_count,
                     .quantity_upvalues = upvalues->with_quantity,
                     .upvalues = upvalues->values,
                     .upvalue_count = upvalues->count};
  request->visit(request->context, &result);
}

static int visit_code(lua_State *L) {
  code_request *request = lua_touserdata(L, 1);
  ysl_value function = {.tag = YSL_FUNCTION, .as.handle.reference = request->function};
  ysl_push(L, &function);
  if (lua_iscfunction(L, -1)) return 0;
  // Nothing that may raise comes between taking the dump's memory and freeing it.
  upvalues upvalues = {0};
  find_upvalues(L, &upvalues);
  ysl_dump dump;
  ysl_reader reader;
  if (ysl_read_function(L, true, &dump, &reader)) {
    ysl_prototype prototype = ysl_take_prototype(&reader);
    if (prototype.code != NULL && prototype.instruction_count <= INSTRUCTIONS &&
        prototype.constant_count <= CONSTANTS && prototype.function_count == 0 &&
        !prototype.is_vararg) {
      show(request, &prototype, reader, &upvalues);
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
