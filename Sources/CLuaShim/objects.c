// Host objects: a handle in a userdata, and operations answered by the host.
#include "internal.h"

typedef struct {
  ysl_kind kind;
  ysl_object object;
} object_payload;

const ysl_object *ysl_to_object(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  object_payload *payload = lua_touserdata(L, index);
  return payload->kind == YSL_KIND_OBJECT ? &payload->object : NULL;
}

void ysl_push_object(lua_State *L, const ysl_object *object) {
  ysl_object copy = *object;
  object_payload *payload = lua_newuserdatauv(L, sizeof *payload, 0);
  payload->kind = YSL_KIND_OBJECT;
  payload->object = copy;
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_TYPES);
  if (lua_rawgeti(L, -1, (lua_Integer)copy.type + 1) != LUA_TTABLE) {
    ysl_raise(L, YSL_CONVERSION, "the type of a host object is not registered");
  }
  lua_setmetatable(L, -3);
  lua_pop(L, 1);
}

const char *ysl_kind_name(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return luaL_typename(L, index);
  const char *name = "userdata";
  // The metatable keeps the name alive.
  if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING) {
    name = lua_tostring(L, -1);
    lua_pop(L, 1);
  }
  return name;
}

bool ysl_object_answers(lua_State *L, int index, ysl_object_operation operation) {
  if (luaL_getmetafield(L, index, "operations") != LUA_TNUMBER) return false;
  lua_Integer operations = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return (operations >> operation & 1) != 0;
}

int ysl_object_operate(lua_State *L, uint32_t type, ysl_object_operation operation, int detail,
                       int count) {
  ysl_state *state = ysl_state_of(L);
  ysl_value small[8];
  lua_settop(L, count);
  const ysl_value *arguments = ysl_arguments(L, 1, small, 8, &count);
  ysl_value result = {.tag = YSL_NIL};
  lua_State *previous = ysl_enter_host(L);
  bool answered = state->host.object(state->host.context, type, operation, detail, arguments,
                                     count, &result);
  ysl_leave_host(L, previous);
  return ysl_push_answer(L, answered, &result);
}

static int index_object(lua_State *L) {
  const ysl_object *object = ysl_to_object(L, 1);
  if (object == NULL || !ysl_object_answers(L, 1, YSL_INDEX)) {
    ysl_raise(L, YSL_RUNTIME, "a %s has no fields", ysl_kind_name(L, 1));
  }
  return ysl_object_operate(L, object->type, YSL_INDEX, 0, 2);
}

static int call_object(lua_State *L) {
  const ysl_object *object = ysl_to_object(L, 1);
  if (object == NULL || !ysl_object_answers(L, 1, YSL_CALL)) {
    ysl_raise(L, YSL_RUNTIME, "a %s cannot be called", ysl_kind_name(L, 1));
  }
  return ysl_object_operate(L, object->type, YSL_CALL, 0, lua_gettop(L));
}

static int refuse_assignment(lua_State *L) {
  ysl_raise(L, YSL_RUNTIME, "a %s is read only", ysl_kind_name(L, 1));
}

static int refuse_iteration(lua_State *L) {
  ysl_raise(L, YSL_RUNTIME, "`pairs` cannot go through a %s", ysl_kind_name(L, 1));
}

typedef struct {
  uint32_t type;
  const char *name;
  uint32_t operations;
} type_request;

static int register_type(lua_State *L) {
  type_request *request = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_TYPES);
  ysl_new_metatable(L, request->name);
  lua_pushinteger(L, request->operations);
  lua_setfield(L, -2, "operations");
  ysl_set_function(L, "__index", index_object, 0);
  ysl_set_function(L, "__call", call_object, 0);
  ysl_set_function(L, "__newindex", refuse_assignment, 0);
  ysl_set_function(L, "__pairs", refuse_iteration, 0);
  ysl_set_operators(L);
  lua_rawseti(L, -2, (lua_Integer)request->type + 1);
  return 0;
}

ysl_status ysl_register_type(ysl_state *state, uint32_t type, const char *name,
                             uint32_t operations) {
  type_request request = {type, name, operations};
  return ysl_run(state, register_type, &request);
}

void ysl_open_objects(lua_State *L) {
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_TYPES);
}
