// The operators that quantities and host objects share, because either side may be either.
#include <stdio.h>
#include <string.h>

#include "internal.h"

// MARK: Arithmetic

static const struct {
  const char *metamethod;
  const char *doing;
} arithmetic[] = {
    [YSL_ADD] = {"__add", "add"},
    [YSL_SUBTRACT] = {"__sub", "subtract"},
    [YSL_MULTIPLY] = {"__mul", "multiply"},
    [YSL_DIVIDE] = {"__div", "divide"},
    [YSL_FLOOR_DIVIDE] = {"__idiv", "divide"},
    [YSL_REMAINDER] = {"__mod", "take the remainder of"},
    [YSL_POWER] = {"__pow", "raise to a power"},
    [YSL_NEGATE] = {"__unm", "negate"},
};

/// The operand, 1 or 2, that is an object whose type answers an operation, or 0.
static int object_operand(lua_State *L, ysl_object_operation operation) {
  for (int index = 1; index <= 2; index++) {
    if (ysl_to_object(L, index) != NULL && ysl_object_answers(L, index, operation)) return index;
  }
  return 0;
}

static int compute(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  ysl_arithmetic operation = (ysl_arithmetic)lua_tointeger(L, lua_upvalueindex(1));
  ysl_quantity left, right, result;
  if (ysl_as_quantity(L, 1, &left) && ysl_as_quantity(L, 2, &right)) {
    lua_State *previous = ysl_enter_host(L);
    bool answered =
        state->host.arithmetic(state->host.context, operation, &left, &right, &result);
    ysl_leave_host(L, previous);
    if (!answered) ysl_raise_pending(L);
    ysl_push_quantity(L, &result);
    return 1;
  }
  int object = object_operand(L, YSL_OBJECT_ARITHMETIC);
  if (object == 0) ysl_refuse_operand(L, arithmetic[operation].doing, 1, 2);
  return ysl_object_operate(L, ysl_to_object(L, object)->type, YSL_OBJECT_ARITHMETIC,
                            (int)operation, 2);
}

// MARK: Comparison

static const char *const comparisons[] = {
    [YSL_EQUAL] = "__eq", [YSL_LESS] = "__lt", [YSL_LESS_OR_EQUAL] = "__le"};

static int compare(lua_State *L) {
  ysl_comparison operation = (ysl_comparison)lua_tointeger(L, lua_upvalueindex(1));
  ysl_quantity left, right;
  if (ysl_as_quantity(L, 1, &left) && ysl_as_quantity(L, 2, &right)) {
    lua_pushboolean(L, ysl_compare_quantities(L, operation, true, &left, &right));
    return 1;
  }
  int object = object_operand(L, YSL_OBJECT_COMPARE);
  if (object != 0) {
    return ysl_object_operate(L, ysl_to_object(L, object)->type, YSL_OBJECT_COMPARE,
                              (int)operation, 2);
  }
  const ysl_object *first = ysl_to_object(L, 1);
  const ysl_object *second = ysl_to_object(L, 2);
  if (operation == YSL_EQUAL && first != NULL && second != NULL) {
    lua_pushboolean(
        L, first->type == second->type && first->a == second->a && first->b == second->b);
    return 1;
  }
  ysl_refuse_operand(L, "compare", 1, 2);
}

// MARK: Text

void ysl_push_description(lua_State *L, int index) {
  ysl_state *state = ysl_state_of(L);
  const ysl_quantity *quantity = ysl_to_quantity(L, index);
  const ysl_object *object = ysl_to_object(L, index);
  ysl_value value, result = {.tag = YSL_NIL};
  ysl_decode(L, index, &value);
  bool answered;
  lua_State *previous;
  if (quantity != NULL) {
    previous = ysl_enter_host(L);
    answered = state->host.describe(state->host.context, quantity, &result);
  } else if (object != NULL && ysl_object_answers(L, index, YSL_DESCRIBE)) {
    previous = ysl_enter_host(L);
    answered = state->host.object(state->host.context, object->type, YSL_DESCRIBE, 0, &value, 1,
                                  &result);
  } else {
    lua_pushstring(L, ysl_kind_name(L, index));
    return;
  }
  ysl_leave_host(L, previous);
  ysl_push_answer(L, answered, &result);
}

static int describe(lua_State *L) {
  ysl_push_description(L, 1);
  return 1;
}

static int concatenate(lua_State *L) {
  for (int index = 1; index <= 2; index++) {
    int type = lua_type(L, index);
    if (type == LUA_TUSERDATA &&
        (ysl_to_quantity(L, index) != NULL || ysl_to_object(L, index) != NULL)) {
      ysl_push_description(L, index);
    } else if (type == LUA_TSTRING || type == LUA_TNUMBER) {
      lua_pushvalue(L, index);
    } else {
      ysl_raise(L, YSL_RUNTIME, "cannot join a %s to a text; use `tostring`",
                ysl_kind_name(L, index));
    }
  }
  lua_concat(L, 2);
  return 1;
}

/// Writes an operand as messages name it.
static void name_operand(lua_State *L, int index, char *text, size_t capacity) {
  size_t length;
  if (ysl_to_quantity(L, index) != NULL) {
    ysl_push_description(L, index);
    const char *description = lua_tolstring(L, -1, &length);
    ysl_copy_text(text, capacity, description, length);
    lua_pop(L, 1);
  } else if (lua_type(L, index) == LUA_TSTRING) {
    char part[64];
    const char *string = lua_tolstring(L, index, &length);
    ysl_copy_text(part, sizeof part, string, length);
    snprintf(text, capacity, "the text \"%s\"", part);
  } else if (lua_isinteger(L, index)) {
    snprintf(text, capacity, "%lld", (long long)lua_tointeger(L, index));
  } else {
    const char *name = ysl_kind_name(L, index);
    const char *article = strcmp(name, "nil") == 0     ? ""
                          : strchr("aeiou", name[0]) ? "an "
                                                     : "a ";
    snprintf(text, capacity, "%s%s", article, name);
  }
}

int ysl_refuse_operand(lua_State *L, const char *doing, int left, int right) {
  for (int index = left; index <= right; index++) {
    if (lua_type(L, index) != LUA_TNUMBER || lua_isinteger(L, index)) continue;
    double number = lua_tonumber(L, index);
    char text[40], percent[40];
    snprintf(text, sizeof text, "%.14g", number);
    snprintf(percent, sizeof percent, "%.12g", number * 100);
    // Only plain notation can be suggested, because only that is read.
    if (strpbrk(text, "einEIN") != NULL || strpbrk(percent, "einEIN") != NULL) {
      ysl_raise(L, YSL_RUNTIME,
                "%s is a floating-point number; write its digits as a text, as in "
                "quantity \"0.05\"", text);
    }
    ysl_raise(L, YSL_RUNTIME,
              "%s%s is a floating-point number; write quantity \"%s\" or quantity \"%s%%\"", text,
              strchr(text, '.') == NULL ? ".0" : "", text, percent);
  }
  char first[128], second[128];
  name_operand(L, left, first, sizeof first);
  name_operand(L, right, second, sizeof second);
  const char *advice = "";
  if (lua_type(L, left) == LUA_TSTRING || lua_type(L, right) == LUA_TSTRING) {
    advice = "; write quantity \"…\" for an amount in quotes";
  }
  ysl_raise(L, YSL_RUNTIME, "cannot %s %s and %s%s", doing, first, second, advice);
}

void ysl_set_operators(lua_State *L) {
  for (int i = 0; i < (int)(sizeof arithmetic / sizeof arithmetic[0]); i++) {
    lua_pushinteger(L, i);
    ysl_set_function(L, arithmetic[i].metamethod, compute, 1);
  }
  for (int i = 0; i < (int)(sizeof comparisons / sizeof comparisons[0]); i++) {
    lua_pushinteger(L, i);
    ysl_set_function(L, comparisons[i], compare, 1);
  }
  ysl_set_function(L, "__tostring", describe, 0);
  ysl_set_function(L, "__concat", concatenate, 0);
}
