// The globals min, max and sum, over quantities and whole numbers.
#include "internal.h"

/// Where the values come from: the arguments, or the elements of a table that is the only one.
typedef struct {
  const char *name;
  bool from_table;
  lua_Integer count;
} source;

static source open_source(lua_State *L, const char *name) {
  source values = {name, lua_gettop(L) == 1 && lua_istable(L, 1), lua_gettop(L)};
  if (values.from_table) ysl_look_through(L, 1);
  if (values.from_table) values.count = (lua_Integer)lua_rawlen(L, 1);
  ysl_charge(L, name, values.count);
  luaL_checkstack(L, 8, NULL);
  return values;
}

/// Pushes a value, and reads it.
static void push_value(lua_State *L, const source *values, lua_Integer position,
                       ysl_quantity *quantity) {
  if (values->from_table) {
    lua_rawgeti(L, 1, position);
  } else {
    lua_pushvalue(L, (int)position);
  }
  if (ysl_as_quantity(L, -1, quantity)) return;
  if (lua_type(L, -1) == LUA_TNUMBER) ysl_refuse_operand(L, "use", -1, -1);
  ysl_raise(L, YSL_RUNTIME, "`%s` takes quantities and whole numbers, and value %lld is %s",
            values->name, (long long)position, ysl_kind_name(L, -1));
}

/// Leaves the value that no other is below (or above) on the stack; of equals, the first.
static int extreme(lua_State *L, const char *name, bool smallest) {
  source values = open_source(L, name);
  if (values.count == 0) ysl_raise(L, YSL_RUNTIME, "`%s` needs at least one value", name);
  ysl_quantity best, next;
  push_value(L, &values, 1, &best);
  for (lua_Integer position = 2; position <= values.count; position++) {
    push_value(L, &values, position, &next);
    bool replaces = smallest ? ysl_compare_quantities(L, YSL_LESS, false, &next, &best)
                             : ysl_compare_quantities(L, YSL_LESS, false, &best, &next);
    if (replaces) {
      best = next;
      lua_replace(L, -2);
    } else {
      lua_pop(L, 1);
    }
  }
  return 1;
}

static int minimum(lua_State *L) { return extreme(L, "min", true); }

static int maximum(lua_State *L) { return extreme(L, "max", false); }

static int sum(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  source values = open_source(L, "sum");
  lua_Integer integer = 0;
  bool whole = true;
  ysl_quantity total = {.unit = state->plain_unit}, next, result;
  for (lua_Integer position = 1; position <= values.count; position++) {
    push_value(L, &values, position, &next);
    whole = whole && lua_isinteger(L, -1);
    if (whole && __builtin_add_overflow(integer, lua_tointeger(L, -1), &integer)) {
      ysl_raise(L, YSL_RUNTIME, "the sum is too large for a whole number");
    }
    lua_pop(L, 1);
    // The first value gives the unit, so that no zero without one is added to it.
    if (position == 1) {
      total = next;
      continue;
    }
    lua_State *previous = ysl_enter_host(L);
    bool answered = state->host.arithmetic(state->host.context, YSL_ADD, &total, &next, &result);
    ysl_leave_host(L, previous);
    if (!answered) ysl_raise_pending(L);
    total = result;
  }
  if (whole) {
    lua_pushinteger(L, integer);
  } else {
    total.origin = values.count == 1 ? total.origin : 0;
    ysl_push_quantity(L, &total);
  }
  return 1;
}

void ysl_open_aggregates(lua_State *L) {
  lua_register(L, "min", minimum);
  lua_register(L, "max", maximum);
  lua_register(L, "sum", sum);
}
