// Raising errors, and collecting what is known about them.
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

size_t ysl_copy_text(char *target, size_t capacity, const char *source, size_t length) {
  if (length >= capacity) {
    length = capacity - 1;
    while (length > 0 && ((unsigned char)source[length] & 0xC0) == 0x80) length--;
  }
  memcpy(target, source, length);
  target[length] = '\0';
  return length;
}

void ysl_chunk_name(char *target, const lua_Debug *info) {
  const char *name =
      info->source[0] == '@' || info->source[0] == '=' ? info->source + 1 : info->short_src;
  ysl_copy_text(target, YSL_CHUNK_CAPACITY, name, strlen(name));
}

size_t ysl_position_length(const char *message, const char *source, int *line) {
  size_t length = strlen(source);
  if (length == 0 || strncmp(message, source, length) != 0 || message[length] != ':') return 0;
  char *end;
  if (!isdigit((unsigned char)message[length + 1])) return 0;
  long number = strtol(message + length + 1, &end, 10);
  if (end[0] != ':' || end[1] != ' ') return 0;
  *line = (int)number;
  return (size_t)(end + 2 - message);
}

// MARK: Raising

void ysl_fail(ysl_state *state, ysl_status kind, const char *message, size_t length) {
  state->raised.kind = kind;
  state->raised.from_host = true;
  state->raised.length =
      ysl_copy_text(state->raised.text, sizeof state->raised.text, message ? message : "", length);
}

int ysl_raise(lua_State *L, ysl_status kind, const char *format, ...) {
  ysl_state *state = ysl_state_of(L);
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  ysl_fail(state, kind, text, strlen(text));
  state->raised.from_host = false;
  ysl_raise_pending(L);
}

int ysl_raise_pending(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  luaL_where(L, 1);
  lua_pushlstring(L, state->raised.text, state->raised.length);
  lua_concat(L, 2);
  lua_error(L);
  abort();  // not reached
}

// MARK: Collecting

void ysl_note_place(ysl_state *state) {
  lua_Debug info;
  state->stopped_at.line = 0;
  for (int level = 0; lua_getstack(state->running, level, &info); level++) {
    if (!lua_getinfo(state->running, "Sl", &info) || info.currentline <= 0) continue;
    ysl_chunk_name(state->stopped_at.chunk, &info);
    state->stopped_at.line = info.currentline;
    return;
  }
}

void ysl_clear_error(ysl_state *state) {
  ysl_error *error = &state->error;
  error->message[0] = '\0';
  error->message_length = 0;
  error->chunk[0] = '\0';
  error->line = 0;
  error->from_host = false;
  error->is_string = true;
  error->frame_count = 0;
  state->error_kind = YSL_RUNTIME;
  state->error_handled = false;
}

/// Words an error object that is not a string.
static void describe_object(lua_State *L, int index, ysl_error *error) {
  char text[64];
  if (lua_isinteger(L, index)) {
    snprintf(text, sizeof text, "error object (%lld)", (long long)lua_tointeger(L, index));
  } else if (lua_type(L, index) == LUA_TNUMBER) {
    snprintf(text, sizeof text, "error object (%.14g)", (double)lua_tonumber(L, index));
  } else if (lua_type(L, index) == LUA_TBOOLEAN) {
    const char *word = lua_toboolean(L, index) ? "true" : "false";
    snprintf(text, sizeof text, "error object (%s)", word);
  } else {
    snprintf(text, sizeof text, "error object (%s)", ysl_kind_name(L, index));
  }
  error->is_string = false;
  error->message_length = ysl_copy_text(error->message, sizeof error->message, text, strlen(text));
}

int ysl_message_handler(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  ysl_error *error = &state->error;
  // What Lua itself puts before messages, for each frame.
  char sources[YSL_FRAME_CAPACITY][LUA_IDSIZE];
  ysl_clear_error(state);
  state->error_handled = true;

  lua_Debug info;
  // Nothing here allocates in Lua, so that memory errors and deep recursion are handled too.
  for (int level = 0; level < 256 && error->frame_count < YSL_FRAME_CAPACITY; level++) {
    if (!lua_getstack(L, level, &info)) break;
    if (!lua_getinfo(L, "Sln", &info) || info.currentline <= 0) continue;
    ysl_frame *frame = &error->frames[error->frame_count];
    ysl_chunk_name(frame->chunk, &info);
    frame->line = info.currentline;
    const char *name = info.name != NULL ? info.name : "";
    ysl_copy_text(frame->name, sizeof frame->name, name, strlen(name));
    memcpy(sources[error->frame_count], info.short_src, sizeof info.short_src);
    error->frame_count++;
  }
  if (error->frame_count > 0) {
    memcpy(error->chunk, error->frames[0].chunk, sizeof error->chunk);
    error->line = error->frames[0].line;
  }

  if (lua_type(L, 1) != LUA_TSTRING) {
    describe_object(L, 1, error);
    return 1;
  }
  size_t length;
  const char *message = lua_tolstring(L, 1, &length);
  // A position in the message is where the author, or a coroutine, says the error lies.
  for (int frame = 0; frame < error->frame_count; frame++) {
    int line;
    size_t position = ysl_position_length(message, sources[frame], &line);
    if (position == 0) continue;
    message += position;
    length -= position;
    memcpy(error->chunk, error->frames[frame].chunk, sizeof error->chunk);
    error->line = line;
    frame = -1;
  }
  error->message_length = ysl_copy_text(error->message, sizeof error->message, message, length);
  if (state->raised.length > 0 && error->message_length == state->raised.length &&
      memcmp(error->message, state->raised.text, state->raised.length) == 0) {
    state->error_kind = state->raised.kind;
    error->from_host = state->raised.from_host;
  } else if (strcmp(error->message, "C stack overflow") == 0) {
    // Lua's own words for more than 200 calls through C.
    state->error_kind = YSL_STACK;
  }
  return 1;
}

ysl_status ysl_classify(ysl_state *state, lua_State *L, int status) {
  ysl_note_status(state, status);
  // Lua gives memory errors, and errors while handling errors, to no message handler.
  if (status == LUA_ERRMEM || status == LUA_ERRERR) ysl_clear_error(state);
  if (!state->error_handled && lua_type(L, -1) == LUA_TSTRING) {
    size_t length;
    const char *message = status == LUA_ERRERR          ? "calls are nested too deeply"
                          : state->aborted == YSL_STACK ? YSL_TOO_DEEP
                                                        : lua_tostring(L, -1);
    length = strlen(message);
    state->error.message_length =
        ysl_copy_text(state->error.message, sizeof state->error.message, message, length);
  }
  if (status == LUA_ERRERR) state->error_kind = YSL_STACK;
  if (state->error.line == 0 && state->aborted != YSL_OK && state->stopped_at.line > 0) {
    memcpy(state->error.chunk, state->stopped_at.chunk, sizeof state->error.chunk);
    state->error.line = state->stopped_at.line;
  }
  return state->aborted != YSL_OK ? state->aborted : state->error_kind;
}
