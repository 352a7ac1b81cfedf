// Values in both directions, and references that keep values alive for the host.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// MARK: From Lua

void ysl_decode(lua_State *L, int index, ysl_value *value) {
  memset(value, 0, sizeof *value);
  switch (lua_type(L, index)) {
    case LUA_TNIL:
    case LUA_TNONE:
      value->tag = YSL_NIL;
      return;
    case LUA_TBOOLEAN:
      value->tag = YSL_BOOLEAN;
      value->as.boolean = lua_toboolean(L, index);
      return;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        value->tag = YSL_INTEGER;
        value->as.integer = lua_tointeger(L, index);
      } else {
        value->tag = YSL_NUMBER;
        value->as.number = lua_tonumber(L, index);
      }
      return;
    case LUA_TSTRING:
      value->tag = YSL_STRING;
      value->as.string.data = lua_tolstring(L, index, &value->as.string.length);
      return;
    case LUA_TTABLE:
      value->tag = YSL_TABLE;
      value->as.handle.index = lua_absindex(L, index);
      return;
    case LUA_TFUNCTION:
      value->tag = YSL_FUNCTION;
      value->as.handle.index = lua_absindex(L, index);
      return;
    case LUA_TUSERDATA: {
      void *payload = lua_touserdata(L, index);
      switch (*(ysl_kind *)payload) {
        case YSL_KIND_QUANTITY:
          value->tag = YSL_QUANTITY;
          value->as.quantity = *ysl_to_quantity(L, index);
          return;
        case YSL_KIND_OBJECT:
          value->tag = YSL_OBJECT;
          value->as.object = *ysl_to_object(L, index);
          return;
        case YSL_KIND_RECORD:
          value->tag = YSL_RECORD;
          value->as.handle.owner = ysl_record_owner(payload);
          return;
      }
    }
  }
  value->tag = YSL_OTHER;
  value->as.string.data = luaL_typename(L, index);
  value->as.string.length = strlen(value->as.string.data);
}

void ysl_decode_owned(lua_State *L, int index, ysl_value *value) {
  ysl_value decoded;
  ysl_decode(L, index, &decoded);
  if (decoded.tag == YSL_TABLE || decoded.tag == YSL_FUNCTION) {
    lua_pushvalue(L, index);
    decoded.as.handle.reference = ysl_new_reference(L);
  }
  // Written last: a value that raised on the way must not look as if it owned a reference.
  *value = decoded;
}

const ysl_value *ysl_arguments(lua_State *L, int first, ysl_value *small, int capacity,
                               int *count) {
  int top = lua_gettop(L);
  *count = top >= first ? top - first + 1 : 0;
  ysl_value *values = small;
  if (*count > capacity) {
    luaL_checkstack(L, 4, "too many arguments");
    // Without a metatable, and never seen by a script.
    values = lua_newuserdatauv(L, sizeof *values * (size_t)*count, 0);
  }
  for (int i = 0; i < *count; i++) ysl_decode(L, first + i, &values[i]);
  return values;
}

void ysl_write_number(double number, char *target, size_t capacity) {
  snprintf(target, capacity, LUA_NUMBER_FMT, number);
  // A float that looks like a whole number is told apart by a fraction.
  if (target[strspn(target, "-0123456789")] == '\0') strncat(target, ".0", 3);
}

// MARK: To Lua

void ysl_push(lua_State *L, const ysl_value *value) {
  luaL_checkstack(L, 4, "too many values");
  switch (value->tag) {
    case YSL_BOOLEAN:
      lua_pushboolean(L, value->as.boolean);
      return;
    case YSL_INTEGER:
      lua_pushinteger(L, value->as.integer);
      return;
    case YSL_NUMBER:
      lua_pushnumber(L, value->as.number);
      return;
    case YSL_STRING:
      lua_pushlstring(L, value->as.string.data != NULL ? value->as.string.data : "",
                      value->as.string.length);
      return;
    case YSL_QUANTITY:
      ysl_push_quantity(L, &value->as.quantity);
      return;
    case YSL_OBJECT:
      ysl_push_object(L, &value->as.object);
      return;
    case YSL_RECORD:
    case YSL_TABLE:
    case YSL_FUNCTION:
      lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
      lua_rawgeti(L, -1, value->as.handle.reference);
      lua_remove(L, -2);
      return;
    case YSL_NIL:
    case YSL_OTHER:
    case YSL_HELD:
      lua_pushnil(L);
      return;
  }
}

bool ysl_hold_text(ysl_state *state, const char *text, size_t length, ysl_value *result) {
  if (length > state->memory_limit) return false;
  if (length > state->held_capacity) {
    char *grown = realloc(state->held_text, length);
    if (grown == NULL) return false;
    state->held_text = grown;
    state->held_capacity = length;
  }
  if (length > 0) memcpy(state->held_text, text, length);
  result->tag = YSL_STRING;
  result->as.string.data = state->held_text;
  result->as.string.length = length;
  return true;
}

bool ysl_hold_reference(ysl_state *state, int reference, ysl_value *result) {
  lua_State *L = state->current;
  if (!lua_checkstack(L, 2)) return false;
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  lua_rawgeti(L, -1, reference);
  lua_remove(L, -2);
  result->tag = YSL_HELD;
  return true;
}

int ysl_push_answer(lua_State *L, bool answered, const ysl_value *result) {
  // The host may have caught an abort; it goes on all the same.
  ysl_check_aborted(L);
  if (!answered) ysl_raise_pending(L);
  if (result->tag != YSL_HELD) ysl_push(L, result);
  return 1;
}

// MARK: References

int ysl_new_reference(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  int reference = state->free_count > 0 ? state->free_references[state->free_count - 1]
                                        : state->reference_count + 1;
  if (reference > state->free_capacity) {
    int capacity = state->free_capacity * 2 + 64;
    int *grown = realloc(state->free_references, sizeof *grown * (size_t)capacity);
    if (grown == NULL) ysl_raise(L, YSL_MEMORY, "there is no memory left");
    state->free_references = grown;
    state->free_capacity = capacity;
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  lua_insert(L, -2);
  lua_rawseti(L, -2, reference);
  lua_pop(L, 1);
  // Nothing has raised, so the reference is taken now.
  if (state->free_count > 0) {
    state->free_count--;
  } else {
    state->reference_count++;
  }
  return reference;
}

void ysl_release(ysl_state *state, int reference) {
  lua_State *L = state->current;
  if (reference <= 0) return;
  // Overwriting an existing entry does not allocate. Without room on the stack the value lives on
  // until its place is used again.
  if (lua_checkstack(L, 2)) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
    lua_pushboolean(L, 0);
    lua_rawseti(L, -2, reference);
    lua_pop(L, 1);
  }
  state->free_references[state->free_count++] = reference;
}

/// Refers to the second argument.
static int refer(lua_State *L) {
  *(int *)lua_touserdata(L, 1) = ysl_new_reference(L);
  return 0;
}

ysl_status ysl_reference(ysl_state *state, int index, int *reference) {
  *reference = 0;
  ysl_status status = ysl_protect(state, refer, reference, index, 0);
  if (status == YSL_OK) ysl_discard(state, 0);
  return status;
}
