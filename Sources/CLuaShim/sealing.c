// Sealing: what scripts have set up stays as it is from here on.
//
// First everything that can be reached is visited, and what cannot be sealed is refused; then the
// tables are sealed, each once.
#include <stdio.h>
#include <string.h>

#include "internal.h"

// Stack indices: what has been visited, as keys; and what is left to look into, as a list.
enum { SEEN = 2, QUEUE = 3 };

typedef struct {
  lua_State *L;
  lua_Integer count;  // of the queue
  ysl_frame *place;   // where the function stands that keeps what is refused; line 0 = not known
} walk;

/// What keeps a value: the variable of a function at a stack index, or the key at one of a table.
typedef struct {
  const char *variable;
  int keeper, key;
} holder;

// MARK: Refusing

/// What a value is that remembers how far it has come, or NULL.
static const char *name_of_progress(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TTHREAD) return "a coroutine";
  lua_CFunction function = lua_tocfunction(L, index);
  if (function == NULL) return NULL;
  if (function == ysl_wrap_step) return "a function of `coroutine.wrap`";
  if (function == ysl_gmatch_step) return "an iterator of `string.gmatch`";
  if (function == ysl_pairs_step) return "an iterator of `pairs`";
  return NULL;
}

/// Raises that a value cannot be kept, and says by what it is.
static void refuse(walk *walk, const char *what, const holder *holder) {
  lua_State *L = walk->L;
  const char *kind = "a table", *name = NULL;
  if (holder != NULL && holder->variable != NULL) {
    lua_Debug info;
    kind = "the local variable";
    name = holder->variable;
    lua_pushvalue(L, holder->keeper);
    if (lua_getinfo(L, ">S", &info)) {
      ysl_chunk_name(walk->place->chunk, &info);
      walk->place->line = info.linedefined;
    }
  } else if (holder != NULL && holder->key != 0 && lua_type(L, holder->key) == LUA_TSTRING) {
    kind = ysl_is_globals(L, holder->keeper, holder->keeper) ? "the global" : "the field";
    name = lua_tostring(L, holder->key);
  }
  char quoted[64] = "";
  if (name != NULL) snprintf(quoted, sizeof quoted, " `%.60s`", name);
  ysl_raise(L, YSL_RUNTIME,
            "%s%s holds %s, which would go on in one evaluation where another left off; make it "
            "inside the function that uses it",
            kind, quoted, what);
}

// MARK: Visiting

/// Takes the value on top of the stack, and queues it if there is more to be reached through it.
static void visit(walk *walk, const holder *holder) {
  lua_State *L = walk->L;
  int value = lua_gettop(L), type = lua_type(L, value);
  const char *progress = name_of_progress(L, value);
  if (progress != NULL) refuse(walk, progress, holder);
  bool is_sealed = ysl_push_contents(L, value);
  lua_settop(L, value);
  if (!is_sealed && (type == LUA_TTABLE || type == LUA_TFUNCTION)) {
    lua_pushvalue(L, value);
    if (lua_rawget(L, SEEN) == LUA_TNIL) {
      lua_pushvalue(L, value);
      lua_pushboolean(L, 1);
      lua_rawset(L, SEEN);
      lua_pushvalue(L, value);
      lua_rawseti(L, QUEUE, ++walk->count);
    }
  }
  lua_settop(L, value - 1);
}

static void visit_table(walk *walk, int table) {
  lua_State *L = walk->L;
  lua_Integer entries = 0;
  if (ysl_push_metatable(L, table)) visit(walk, NULL);
  for (lua_pushnil(L); lua_next(L, table); entries++) {
    holder keeper = {NULL, table, table + 1};
    visit(walk, &keeper);
    lua_pushvalue(L, -1);
    visit(walk, NULL);
  }
  ysl_charge(L, "loading", entries);
}

/// Whether the value on top of the stack is the state of a C function, which has no metatable.
static bool is_block(lua_State *L) {
  if (lua_type(L, -1) != LUA_TUSERDATA) return false;
  if (!lua_getmetatable(L, -1)) return true;
  lua_pop(L, 1);
  return false;
}

static void visit_function(walk *walk, int function) {
  lua_State *L = walk->L;
  const char *name;
  bool is_script = !lua_iscfunction(L, function);
  int count = 0;
  for (; (name = lua_getupvalue(L, function, count + 1)) != NULL; count++) {
    if (!is_script && is_block(L)) ysl_add_block(L);
    holder keeper = {name, function, 0};
    visit(walk, is_script ? &keeper : NULL);
  }
  if (!is_script || count == 0 || !ysl_state_of(L)->assigns) return;
  ysl_upvalues assigned = ysl_assigned_upvalues(L);
  for (int i = 0; i < count; i++) {
    if (assigned.bytes[i / 8] >> i % 8 & 1) ysl_add_cell(L, i + 1);
  }
}

/// Visits everything that can be reached from the globals and from what the host holds.
static void visit_all(walk *walk) {
  lua_State *L = walk->L;
  lua_pushglobaltable(L);
  visit(walk, NULL);
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  int references = lua_gettop(L);
  for (int i = 1; i <= ysl_state_of(L)->reference_count; i++) {
    lua_rawgeti(L, references, i);
    visit(walk, NULL);
  }
  lua_settop(L, QUEUE);
  for (lua_Integer i = 1; i <= walk->count; i++) {
    ysl_charge(L, "loading", 1);
    if (lua_rawgeti(L, QUEUE, i) == LUA_TTABLE) {
      visit_table(walk, QUEUE + 1);
    } else {
      visit_function(walk, QUEUE + 1);
    }
    lua_settop(L, QUEUE);
  }
}

static int seal(lua_State *L) {
  walk walk = {L, 0, lua_touserdata(L, 1)};
  if (ysl_state_of(L)->depth > 1) {
    ysl_raise(L, YSL_RUNTIME, "scripts can be sealed between calls only");
  }
  lua_newtable(L);
  lua_newtable(L);
  visit_all(&walk);
  for (lua_Integer i = 1; i <= walk.count; i++) {
    if (lua_rawgeti(L, QUEUE, i) == LUA_TTABLE) {
      ysl_seal_table(L);
    } else {
      lua_pop(L, 1);
    }
  }
  return 0;
}

ysl_status ysl_seal(ysl_state *state) {
  ysl_frame place = {.line = 0};
  if (state->depth == 0) ysl_reset_budget(state);
  ysl_status status = ysl_run(state, seal, &place);
  if (state->depth == 0) state->metered = false;
  if (status == YSL_RUNTIME && place.line > 0) {
    memcpy(state->error.chunk, place.chunk, sizeof state->error.chunk);
    state->error.line = place.line;
  }
  return status;
}
