// Records: typed rows that the host rewrites in place and scripts read by name.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

struct ysl_record {
  ysl_kind kind;
  bool retired;
  uint32_t origin_base;
  int field_count;
  void *owner;
  char name[YSL_NAME_CAPACITY];
  // Both lie in the same block, behind the slots.
  uint64_t *reads;
  uint64_t *missing_reads;
  ysl_slot slots[];
};

static size_t word_count(int field_count) { return ((size_t)field_count + 63) / 64; }

// MARK: For the host

ysl_slot *ysl_record_slots(ysl_record *record) { return record->slots; }

void ysl_record_set_owner(ysl_record *record, void *owner) { record->owner = owner; }

void *ysl_record_owner(void *record) { return ((ysl_record *)record)->owner; }

bool ysl_slot_set_text(ysl_slot *slot, const char *text, size_t length) {
  if (length > slot->text_capacity) {
    char *grown = realloc(slot->text, length);
    if (grown == NULL) return false;
    slot->text = grown;
    slot->text_capacity = length;
  }
  if (length > 0) memcpy(slot->text, text, length);
  slot->as.text_length = length;
  slot->tag = YSL_STRING;
  return true;
}

void ysl_record_reset_reads(ysl_record *record) {
  memset(record->reads, 0, 2 * word_count(record->field_count) * sizeof(uint64_t));
}

const uint64_t *ysl_record_reads(const ysl_record *record) { return record->reads; }

const uint64_t *ysl_record_missing_reads(const ysl_record *record) {
  return record->missing_reads;
}

void ysl_record_retire(ysl_record *record) {
  record->retired = true;
  record->owner = NULL;
}

// MARK: For scripts

static ysl_record *check_record(lua_State *L) {
  ysl_record *record = lua_touserdata(L, 1);
  if (lua_type(L, 1) != LUA_TUSERDATA || record->kind != YSL_KIND_RECORD) {
    ysl_raise(L, YSL_RUNTIME, "call `get` with a colon, as in `e:get(\"field\", 0)`");
  }
  if (record->retired) {
    ysl_raise(L, YSL_RUNTIME, "`%s` was kept from an earlier call and can no longer be read",
              record->name);
  }
  return record;
}

/// Looks a key up in the record's table of fields and methods and pushes what is found: a slot's
/// number or a function.
static int find(lua_State *L, ysl_record *record, int key) {
  lua_getiuservalue(L, 1, 1);
  lua_pushvalue(L, key);
  int type = lua_rawget(L, -2);
  if (type != LUA_TNIL) return type;
  ysl_state *state = ysl_state_of(L);
  if (lua_type(L, key) != LUA_TSTRING) {
    ysl_raise(L, YSL_RUNTIME, "`%s` has fields with names, and this is a %s", record->name,
              ysl_kind_name(L, key));
  }
  size_t length;
  const char *name = lua_tolstring(L, key, &length);
  lua_State *previous = ysl_enter_host(L);
  state->host.unknown_field(state->host.context, record->owner, name, length);
  ysl_leave_host(L, previous);
  ysl_raise_pending(L);
}

static void mark(uint64_t *words, int field) { words[field / 64] |= UINT64_C(1) << (field % 64); }

static void push_slot(lua_State *L, ysl_record *record, int field) {
  const ysl_slot *slot = &record->slots[field];
  switch (slot->tag) {
    case YSL_BOOLEAN:
      lua_pushboolean(L, slot->as.boolean);
      return;
    case YSL_INTEGER:
      lua_pushinteger(L, slot->as.integer);
      return;
    case YSL_QUANTITY: {
      ysl_quantity quantity = slot->as.quantity;
      quantity.origin = record->origin_base + (uint32_t)field;
      ysl_push_quantity(L, &quantity);
      return;
    }
    case YSL_OBJECT:
      ysl_push_object(L, &slot->as.object);
      return;
    case YSL_STRING:
      lua_pushlstring(L, slot->text != NULL ? slot->text : "", slot->as.text_length);
      return;
    default:
      lua_pushnil(L);
      return;
  }
}

static int read_field(lua_State *L) {
  ysl_record *record = check_record(L);
  if (find(L, record, 2) == LUA_TFUNCTION) return 1;
  int field = (int)lua_tointeger(L, -1);
  mark(record->reads, field);
  if (record->slots[field].tag == YSL_NIL) {
    mark(record->missing_reads, field);
    ysl_raise(L, YSL_MISSING, "`%s.%s` is missing", record->name, lua_tostring(L, 2));
  }
  push_slot(L, record, field);
  return 1;
}

/// `e:get("field", default)`: answers the default for a missing field.
static int get_field(lua_State *L) {
  ysl_record *record = check_record(L);
  lua_settop(L, 3);
  if (find(L, record, 2) == LUA_TFUNCTION) {
    ysl_raise(L, YSL_RUNTIME, "`%s.%s` is a function; call it with a colon", record->name,
              lua_tostring(L, 2));
  }
  int field = (int)lua_tointeger(L, -1);
  mark(record->reads, field);
  if (record->slots[field].tag == YSL_NIL) {
    lua_pushvalue(L, 3);
  } else {
    push_slot(L, record, field);
  }
  return 1;
}

static int refuse_assignment(lua_State *L) {
  ysl_raise(L, YSL_RUNTIME, "`%s` is read only", check_record(L)->name);
}

static int refuse_iteration(lua_State *L) {
  ysl_raise(L, YSL_RUNTIME, "`pairs` cannot go through `%s`; read its fields by name",
            check_record(L)->name);
}

static int describe(lua_State *L) {
  lua_pushfstring(L, "record %s", ((ysl_record *)lua_touserdata(L, 1))->name);
  return 1;
}

static int free_texts(lua_State *L) {
  ysl_record *record = lua_touserdata(L, 1);
  for (int i = 0; i < record->field_count; i++) free(record->slots[i].text);
  return 0;
}

// MARK: Creation

typedef struct {
  const char *name;
  uint32_t origin_base;
  const char *const *fields;
  int field_count;
  const char *const *methods;
  const int *functions;
  int method_count;
  int reference;
  ysl_record *record;
} record_request;

/// Pushes the table from names to slots and functions.
static void push_keys(lua_State *L, const record_request *request) {
  lua_createtable(L, 0, request->field_count + request->method_count + 1);
  ysl_set_function(L, "get", get_field, 0);
  for (int i = 0; i < request->method_count; i++) {
    ysl_value function = {.tag = YSL_FUNCTION, .as.handle.reference = request->functions[i]};
    ysl_push(L, &function);
    lua_setfield(L, -2, request->methods[i]);
  }
  for (int i = 0; i < request->field_count; i++) {
    lua_pushinteger(L, i);
    lua_setfield(L, -2, request->fields[i]);
  }
}

static int make_record(lua_State *L) {
  record_request *request = lua_touserdata(L, 1);
  int count = request->field_count;
  size_t slots_size = sizeof(ysl_record) + sizeof(ysl_slot) * (size_t)count;
  size_t size = slots_size + 2 * word_count(count) * sizeof(uint64_t);
  ysl_record *record = lua_newuserdatauv(L, size, 1);
  memset(record, 0, size);
  record->kind = YSL_KIND_RECORD;
  record->origin_base = request->origin_base;
  record->field_count = count;
  ysl_copy_text(record->name, sizeof record->name, request->name, strlen(request->name));
  record->reads = (uint64_t *)((char *)record + slots_size);
  record->missing_reads = record->reads + word_count(count);
  push_keys(L, request);
  lua_setiuservalue(L, -2, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_RECORD);
  lua_setmetatable(L, -2);
  request->reference = ysl_new_reference(L);
  request->record = record;
  return 0;
}

ysl_status ysl_record_new(ysl_state *state, const char *name, uint32_t origin_base,
                          const char *const *fields, int field_count, const char *const *methods,
                          const int *functions, int method_count, int *reference,
                          ysl_record **record) {
  record_request request = {name,    origin_base, fields,       field_count, methods,
                            functions, method_count, 0, NULL};
  ysl_status status = ysl_run(state, make_record, &request);
  *reference = request.reference;
  *record = request.record;
  return status;
}

void ysl_open_records(lua_State *L) {
  ysl_new_metatable(L, "record");
  ysl_set_function(L, "__index", read_field, 0);
  ysl_set_function(L, "__newindex", refuse_assignment, 0);
  ysl_set_function(L, "__pairs", refuse_iteration, 0);
  ysl_set_function(L, "__tostring", describe, 0);
  ysl_set_function(L, "__gc", free_texts, 0);
  lua_rawseti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_RECORD);
}
