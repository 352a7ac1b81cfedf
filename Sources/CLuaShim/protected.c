// pcall, xpcall and the coroutine library, so that no script can swallow a limit.
//
// A limit sets `aborted` and raises. Every way in which Lua turns an error into a value is replaced
// here by one that raises again while `aborted` is set.
#include "internal.h"

// MARK: pcall and xpcall

/// Ends a protected call: `skip` values lie below its results.
static int finish_call(lua_State *L, int status, lua_KContext skip) {
  ysl_check_status(L, status);
  if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - (int)skip;
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

static int call_protected(lua_State *L) {
  luaL_checkany(L, 1);
  ysl_charge(L, "pcall", lua_gettop(L) / 8);
  ysl_check_aborted(L);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish_call);
  return finish_call(L, status, 0);
}

/// Stands in for a script's message handler, its upvalue. The limit's error is raised by a hook, in
/// which hooks are off: a handler that ran then could not be stopped.
static int handle_message(lua_State *L) {
  if (ysl_state_of(L)->aborted != YSL_OK) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int call_protected_with_handler(lua_State *L) {
  luaL_checktype(L, 2, LUA_TFUNCTION);
  ysl_check_aborted(L);
  int count = lua_gettop(L) - 2;
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, handle_message, 1);
  lua_replace(L, 2);
  // Below the function: the handler and the first result.
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, count, LUA_MULTRET, 2, 2, finish_call);
  return finish_call(L, status, 2);
}

void ysl_open_protected_calls(lua_State *L) {
  ysl_set_function(L, "pcall", call_protected, 0);
  ysl_set_function(L, "xpcall", call_protected_with_handler, 0);
}

// MARK: Coroutines

// Lua starts a new count of instructions for every coroutine, so its first step is paid at once.
enum { COROUTINE_COST = 1000, CLOSE_DEPTH = 50 };

static int create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  ysl_charge(L, "coroutine.create", COROUTINE_COST);
  lua_State *thread = lua_newthread(L);
  ysl_prepare_coroutine(L, thread);
  lua_pushvalue(L, 1);
  lua_xmove(L, thread, 1);
  return 1;
}

/// Resumes a coroutine with the top `count` values and puts its results in their place; returns how
/// many there are, or -1 with the error on top.
static int resume(lua_State *L, lua_State *thread, int count) {
  ysl_state *state = ysl_state_of(L);
  ysl_charge(L, "coroutine.resume", count / 8);
  ysl_check_aborted(L);
  ysl_check_c_stack(L);
  state->running = thread;
  bool fits = ysl_has_room(thread, count);
  state->running = L;
  if (!fits) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  lua_xmove(L, thread, count);
  int results;
  state->running = thread;
  int status = lua_resume(thread, L, count, &results);
  state->running = L;
  ysl_check_status(L, status);
  if (status != LUA_OK && status != LUA_YIELD) {
    lua_xmove(thread, L, 1);
    return -1;
  }
  if (!ysl_has_room(L, results + 1)) {
    lua_pop(thread, results);
    lua_pushliteral(L, "too many results to resume");
    return -1;
  }
  lua_xmove(thread, L, results);
  return results;
}

static int resume_to_values(lua_State *L) {
  lua_State *thread = lua_tothread(L, 1);
  luaL_argexpected(L, thread != NULL, 1, "thread");
  int results = resume(L, thread, lua_gettop(L) - 1);
  lua_pushboolean(L, results >= 0);
  if (results < 0) results = 1;
  lua_insert(L, -results - 1);
  return results + 1;
}

/// What coroutine.wrap makes. An error from inside keeps its own place; Lua would put that of this call
/// in front of it.
static int resume_or_raise(lua_State *L) {
  lua_State *thread = lua_tothread(L, lua_upvalueindex(1));
  int results = resume(L, thread, lua_gettop(L));
  if (results >= 0) return results;
  int status = lua_status(thread);
  if (status != LUA_OK && status != LUA_YIELD) {
    // It has failed: its pending `<close>` variables are closed, and that may fail instead.
    ysl_state *state = ysl_state_of(L);
    state->close_depth++;
    state->running = thread;
    lua_resetthread(thread);
    state->running = L;
    state->close_depth--;
    lua_xmove(thread, L, 1);
    ysl_check_aborted(L);
  } else if (lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

const lua_CFunction ysl_wrap_step = resume_or_raise;

static int wrap(lua_State *L) {
  create(L);
  lua_pushcclosure(L, resume_or_raise, 1);
  return 1;
}

/// Closes a coroutine with Lua's own function, the upvalue. This Lua does not count the C stack
/// through chains of coroutines that close each other, so they are counted here.
static int close_thread(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  lua_State *thread = lua_tothread(L, 1);
  luaL_argexpected(L, thread != NULL, 1, "thread");
  ysl_check_aborted(L);
  ysl_check_c_stack(L);
  int depth = state->close_depth;
  if (depth >= CLOSE_DEPTH) {
    ysl_raise(L, YSL_STACK, "coroutines that close each other are nested too deeply");
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  state->close_depth = depth + 1;
  state->running = thread;
  int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
  state->running = L;
  state->close_depth = depth;
  ysl_check_status(L, status);
  if (status == LUA_OK) return lua_gettop(L);
  // It runs, or waits for another; where it should have been closed is not known to Lua's function.
  luaL_where(L, 1);
  lua_insert(L, -2);
  lua_concat(L, 2);
  return lua_error(L);
}

void ysl_set_coroutines(lua_State *L) {
  ysl_set_function(L, "create", create, 0);
  ysl_set_function(L, "wrap", wrap, 0);
  ysl_set_function(L, "resume", resume_to_values, 0);
  lua_getfield(L, -1, "close");
  ysl_set_function(L, "close", close_thread, 1);
}
