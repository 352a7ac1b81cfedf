// Exact quantities: a plain struct in a userdata, computed with by the host.
#include <stdio.h>
#include <string.h>

#include "internal.h"

typedef struct {
  ysl_kind kind;
  ysl_quantity quantity;
} quantity_payload;

const ysl_quantity *ysl_to_quantity(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  quantity_payload *payload = lua_touserdata(L, index);
  return payload->kind == YSL_KIND_QUANTITY ? &payload->quantity : NULL;
}

void ysl_push_quantity(lua_State *L, const ysl_quantity *quantity) {
  ysl_quantity copy = *quantity;
  quantity_payload *payload = lua_newuserdatauv(L, sizeof *payload, 0);
  payload->kind = YSL_KIND_QUANTITY;
  payload->quantity = copy;
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_QUANTITY);
  lua_setmetatable(L, -2);
}

bool ysl_as_quantity(lua_State *L, int index, ysl_quantity *quantity) {
  const ysl_quantity *found = ysl_to_quantity(L, index);
  if (found != NULL) {
    *quantity = *found;
    return true;
  }
  // Texts that look like integers are not taken for numbers.
  if (!lua_isinteger(L, index)) return false;
  lua_Integer integer = lua_tointeger(L, index);
  *quantity = (ysl_quantity){
      .low = (uint64_t)integer,
      .high = integer < 0 ? -1 : 0,
      .unit = ysl_state_of(L)->plain_unit,
  };
  return true;
}

bool ysl_compare_quantities(lua_State *L, ysl_comparison operation, bool traced,
                            const ysl_quantity *left, const ysl_quantity *right) {
  ysl_state *state = ysl_state_of(L);
  bool result = false;
  lua_State *previous = ysl_enter_host(L);
  bool answered =
      state->host.compare(state->host.context, operation, traced, left, right, &result);
  ysl_leave_host(L, previous);
  if (!answered) ysl_raise_pending(L);
  return result;
}

/// The global `quantity`: reads a text, and takes what is a quantity already.
int ysl_make_quantity(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  ysl_quantity quantity;
  if (ysl_to_quantity(L, 1) != NULL) {
    lua_settop(L, 1);
    return 1;
  }
  if (lua_type(L, 1) == LUA_TSTRING) {
    size_t length;
    const char *text = lua_tolstring(L, 1, &length);
    lua_State *previous = ysl_enter_host(L);
    bool answered = state->host.parse(state->host.context, text, length, &quantity);
    ysl_leave_host(L, previous);
    if (!answered) ysl_raise_pending(L);
  } else if (!ysl_as_quantity(L, 1, &quantity)) {
    if (lua_type(L, 1) == LUA_TNUMBER) ysl_refuse_operand(L, "read", 1, 1);
    ysl_raise(L, YSL_RUNTIME, "`quantity` needs a text such as \"1000万元\", not %s",
              lua_isnone(L, 1) ? "nothing" : ysl_kind_name(L, 1));
  }
  ysl_push_quantity(L, &quantity);
  return 1;
}

// MARK: Methods

static const char *const methods[] = {
    [YSL_TO] = "to", [YSL_ROUNDED] = "rounded", [YSL_UNIT] = "unit", [YSL_NUMBER_IN] = "number"};

static int call_method(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  ysl_quantity_method method = (ysl_quantity_method)lua_tointeger(L, lua_upvalueindex(1));
  const ysl_quantity *quantity = ysl_to_quantity(L, 1);
  if (quantity == NULL) {
    ysl_raise(L, YSL_RUNTIME, "call `%s` with a colon, as in `q:%s(…)`", methods[method],
              methods[method]);
  }
  ysl_value small[8];
  int count;
  const ysl_value *arguments = ysl_arguments(L, 2, small, 8, &count);
  ysl_value result = {.tag = YSL_NIL};
  lua_State *previous = ysl_enter_host(L);
  bool answered =
      state->host.method(state->host.context, method, quantity, arguments, count, &result);
  ysl_leave_host(L, previous);
  return ysl_push_answer(L, answered, &result);
}

/// Finds a method in the upvalue.
static int find_method(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  ysl_raise(L, YSL_RUNTIME,
            "a quantity has no `%s`; it has `to`, `rounded`, `unit` and `number`, called as in "
            "`q:to(\"万元\")`",
            lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2));
}

static int refuse_assignment(lua_State *L) {
  ysl_raise(L, YSL_RUNTIME, "a quantity cannot be changed");
}

void ysl_open_quantities(lua_State *L) {
  ysl_new_metatable(L, "quantity");
  lua_createtable(L, 0, 4);
  for (int i = 0; i < (int)(sizeof methods / sizeof methods[0]); i++) {
    lua_pushinteger(L, i);
    ysl_set_function(L, methods[i], call_method, 1);
  }
  ysl_set_function(L, "__index", find_method, 1);
  ysl_set_function(L, "__newindex", refuse_assignment, 0);
  ysl_set_operators(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_QUANTITY);
  lua_pushcfunction(L, ysl_make_quantity);
  lua_setglobal(L, "quantity");
}
