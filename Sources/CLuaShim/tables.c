// Tables and globals for the host, without metamethods.
#include "internal.h"

typedef struct {
  int table;
  const ysl_value *key;
  const ysl_value *value;
  ysl_value *result;
} table_request;

static void push_reference(lua_State *L, int reference) {
  ysl_value value = {.tag = YSL_TABLE, .as.handle.reference = reference};
  ysl_push(L, &value);
}

/// Pushes the table with the entries.
static void push_contents(lua_State *L, int reference) {
  push_reference(L, reference);
  ysl_look_through(L, lua_gettop(L));
}

static int make_table(lua_State *L) {
  lua_newtable(L);
  *(int *)lua_touserdata(L, 1) = ysl_new_reference(L);
  return 0;
}

ysl_status ysl_table_new(ysl_state *state, int *reference) {
  return ysl_run(state, make_table, reference);
}

static int get_globals(lua_State *L) {
  lua_pushglobaltable(L);
  *(int *)lua_touserdata(L, 1) = ysl_new_reference(L);
  return 0;
}

ysl_status ysl_globals(ysl_state *state, int *reference) {
  return ysl_run(state, get_globals, reference);
}

static int get(lua_State *L) {
  table_request *request = lua_touserdata(L, 1);
  push_contents(L, request->table);
  ysl_push(L, request->key);
  lua_rawget(L, -2);
  ysl_decode_owned(L, -1, request->result);
  return 1;
}

ysl_status ysl_table_get(ysl_state *state, int table, const ysl_value *key, ysl_value *value) {
  table_request request = {.table = table, .key = key, .result = value};
  return ysl_protect(state, get, &request, 0, 1);
}

static int set(lua_State *L) {
  table_request *request = lua_touserdata(L, 1);
  push_reference(L, request->table);
  ysl_refuse_sealed(L, lua_gettop(L));
  ysl_push(L, request->key);
  ysl_push(L, request->value);
  lua_rawset(L, -3);
  return 0;
}

ysl_status ysl_table_set(ysl_state *state, int table, const ysl_value *key,
                         const ysl_value *value) {
  table_request request = {.table = table, .key = key, .value = value};
  return ysl_run(state, set, &request);
}

int64_t ysl_table_length(ysl_state *state, int table) {
  lua_State *L = state->current;
  if (!lua_checkstack(L, 4)) return 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  lua_rawgeti(L, -1, table);
  ysl_look_through(L, lua_gettop(L));
  int64_t length = (int64_t)lua_rawlen(L, -1);
  lua_pop(L, 2);
  return length;
}

const void *ysl_table_identity(ysl_state *state, int table) {
  lua_State *L = state->current;
  if (!lua_checkstack(L, 2)) return NULL;
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  lua_rawgeti(L, -1, table);
  const void *identity = lua_topointer(L, -1);
  lua_pop(L, 2);
  return identity;
}

typedef struct {
  int table;
  void *context;
  bool (*visit)(void *, const ysl_value *, const ysl_value *);
} visit_request;

static int visit(lua_State *L) {
  visit_request *request = lua_touserdata(L, 1);
  push_contents(L, request->table);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    ysl_value key = {.tag = YSL_NIL};
    ysl_value value = {.tag = YSL_NIL};
    // The host makes its own references from these indices, so nothing is lost if that fails.
    ysl_decode(L, -2, &key);
    ysl_decode(L, -1, &value);
    if (!request->visit(request->context, &key, &value)) break;
    lua_pop(L, 1);
  }
  return 0;
}

ysl_status ysl_table_visit(ysl_state *state, int table, void *context,
                           bool (*visitor)(void *, const ysl_value *, const ysl_value *)) {
  visit_request request = {table, context, visitor};
  return ysl_run(state, visit, &request);
}

typedef struct {
  int table;
  int metatable;
} metatable_request;

static int set_metatable(lua_State *L) {
  metatable_request *request = lua_touserdata(L, 1);
  push_reference(L, request->table);
  ysl_refuse_sealed(L, lua_gettop(L));
  if (request->metatable == 0) {
    lua_pushnil(L);
  } else {
    push_contents(L, request->metatable);
    ysl_check_metatable(L, lua_gettop(L));
  }
  lua_setmetatable(L, -2);
  return 0;
}

ysl_status ysl_table_set_metatable(ysl_state *state, int table, int metatable) {
  metatable_request request = {table, metatable};
  return ysl_run(state, set_metatable, &request);
}
