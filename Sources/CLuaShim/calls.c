// Protected calls: chunks, functions and their results.
#include <string.h>

#include "internal.h"

ysl_status ysl_protect(ysl_state *state, lua_CFunction function, void *request, int argument,
                       int results) {
  lua_State *L = state->current;
  int base = lua_gettop(L);
  ysl_clear_error(state);
  if (state->depth == 0) {
    state->aborted = YSL_OK;
    state->stopped_in = NULL;
    state->stopped_at.line = 0;
    state->memory_exceeded = false;
    state->stacks.refused = false;
    state->c_stack = __builtin_frame_address(0);
    state->close_depth = 0;
  }
  if (!lua_checkstack(L, 8)) return YSL_MEMORY;
  // None of these allocates.
  lua_pushcfunction(L, ysl_message_handler);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, request);
  if (argument != 0) lua_pushvalue(L, argument);
  state->depth++;
  int status = lua_pcall(L, argument != 0 ? 2 : 1, results, base + 1);
  state->depth--;
  if (status == LUA_OK) return YSL_OK;
  ysl_status kind = ysl_classify(state, L, status);
  lua_settop(L, base);
  return kind;
}

void ysl_discard(ysl_state *state, int count) { lua_pop(state->current, count + 1); }

ysl_status ysl_run(ysl_state *state, lua_CFunction function, void *request) {
  ysl_status status = ysl_protect(state, function, request, 0, 0);
  if (status == YSL_OK) ysl_discard(state, 0);
  return status;
}

// MARK: Chunks

typedef struct {
  const char *source;
  size_t length;
  const char *name;
  int environment;
  int reference;
  bool is_syntax_error;
} load_request;

/// Takes the chunk's name and the line off the parser's message, and keeps the three.
static void keep_syntax_error(lua_State *L, const char *name) {
  ysl_error *error = &ysl_state_of(L)->error;
  size_t length;
  const char *message = lua_tolstring(L, -1, &length);
  lua_Debug info;
  // An empty chunk of the same name tells how Lua writes that name.
  if (luaL_loadbufferx(L, "", 0, name, "t") == LUA_OK && lua_getinfo(L, ">S", &info)) {
    size_t position = ysl_position_length(message, info.short_src, &error->line);
    message += position;
    length -= position;
    ysl_chunk_name(error->chunk, &info);
  }
  error->message_length = ysl_copy_text(error->message, sizeof error->message, message, length);
}

/// Keeps what is wrong with the compiled function on top of the stack, if anything is.
static bool keep_miscompilation(lua_State *L) {
  ysl_error *error = &ysl_state_of(L)->error;
  int line;
  const char *problem = ysl_correct(L, &line);
  if (problem == NULL) return false;
  lua_Debug info;
  lua_pushvalue(L, -1);
  if (lua_getinfo(L, ">S", &info)) ysl_chunk_name(error->chunk, &info);
  error->line = line;
  error->message_length =
      ysl_copy_text(error->message, sizeof error->message, problem, strlen(problem));
  return true;
}

static int load(lua_State *L) {
  load_request *request = lua_touserdata(L, 1);
  int status = luaL_loadbufferx(L, request->source != NULL ? request->source : "",
                                request->length, request->name, "t");
  if (status == LUA_ERRRUN) {
    // The parser calls itself for whatever is nested, and Lua limits that.
    lua_pushliteral(L, "the source is nested too deeply");
    status = LUA_ERRSYNTAX;
  }
  if (status == LUA_ERRSYNTAX) {
    keep_syntax_error(L, request->name);
    request->is_syntax_error = true;
    return 0;
  }
  if (status != LUA_OK) return lua_error(L);
  if (keep_miscompilation(L)) {
    request->is_syntax_error = true;
    return 0;
  }
  ysl_note_lines(L, request->name);
  if (request->environment != 0) {
    ysl_value environment = {.tag = YSL_TABLE, .as.handle.reference = request->environment};
    ysl_push(L, &environment);
    lua_setupvalue(L, -2, 1);
  }
  request->reference = ysl_new_reference(L);
  return 0;
}

ysl_status ysl_load(ysl_state *state, const char *source, size_t length, const char *name,
                    int environment, int *reference) {
  load_request request = {source, length, name, environment, 0, false};
  ysl_status status = ysl_run(state, load, &request);
  *reference = request.reference;
  return status == YSL_OK && request.is_syntax_error ? YSL_SYNTAX : status;
}

// MARK: Functions

typedef struct {
  int function;
  const ysl_value *arguments;
  int count;
  ysl_value *results;
  int result_count;
} call_request;

static int call(lua_State *L) {
  call_request *request = lua_touserdata(L, 1);
  int room = request->count + request->result_count + 8;
  if (!ysl_has_room(L, room)) luaL_error(L, "stack overflow (too many arguments)");
  ysl_value function = {.tag = YSL_FUNCTION, .as.handle.reference = request->function};
  ysl_push(L, &function);
  for (int i = 0; i < request->count; i++) ysl_push(L, &request->arguments[i]);
  lua_call(L, request->count, request->result_count);
  int first = lua_gettop(L) - request->result_count + 1;
  for (int i = 0; i < request->result_count; i++) {
    ysl_decode_owned(L, first + i, &request->results[i]);
  }
  return request->result_count;
}

ysl_status ysl_call(ysl_state *state, int function, const ysl_value *arguments, int count,
                    ysl_value *results, int result_count) {
  call_request request = {function, arguments, count, results, result_count};
  memset(results, 0, sizeof *results * (size_t)result_count);
  if (state->depth == 0) ysl_reset_budget(state);
  ysl_status status = ysl_protect(state, call, &request, 0, result_count);
  if (state->depth == 0) state->metered = false;
  if (status == YSL_OK) return YSL_OK;
  // Results before the one that could not be kept have references already.
  for (int i = 0; i < result_count; i++) {
    bool owned = results[i].tag == YSL_TABLE || results[i].tag == YSL_FUNCTION;
    if (owned) ysl_release(state, results[i].as.handle.reference);
    results[i].tag = YSL_NIL;
  }
  return status;
}

bool ysl_definition(ysl_state *state, int function, ysl_frame *start, int *last_line) {
  lua_State *L = state->current;
  lua_Debug info;
  if (!lua_checkstack(L, 2)) return false;
  lua_rawgeti(L, LUA_REGISTRYINDEX, YSL_REGISTRY_REFERENCES);
  lua_rawgeti(L, -1, function);
  lua_remove(L, -2);
  if (!lua_getinfo(L, ">S", &info) || strcmp(info.what, "C") == 0) return false;
  ysl_chunk_name(start->chunk, &info);
  start->line = info.linedefined;
  *last_line = info.lastlinedefined;
  return true;
}

// MARK: Host functions

static int call_host(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  uint32_t function = (uint32_t)lua_tointeger(L, lua_upvalueindex(1));
  ysl_value small[8];
  int count;
  const ysl_value *arguments = ysl_arguments(L, 1, small, 8, &count);
  ysl_value result = {.tag = YSL_NIL};
  lua_State *previous = ysl_enter_host(L);
  bool answered = state->host.call(state->host.context, function, arguments, count, &result);
  ysl_leave_host(L, previous);
  return ysl_push_answer(L, answered, &result);
}

typedef struct {
  uint32_t function;
  int reference;
} host_function_request;

static int make_host_function(lua_State *L) {
  host_function_request *request = lua_touserdata(L, 1);
  lua_pushinteger(L, request->function);
  lua_pushcclosure(L, call_host, 1);
  request->reference = ysl_new_reference(L);
  return 0;
}

ysl_status ysl_host_function(ysl_state *state, uint32_t function, int *reference) {
  host_function_request request = {function, 0};
  ysl_status status = ysl_run(state, make_host_function, &request);
  *reference = request.reference;
  return status;
}
