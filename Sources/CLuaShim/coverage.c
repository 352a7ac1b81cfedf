// How often the lines of chunks run, for whoever measures what tests reach.
//
// Nothing here is touched unless the host has asked: then every chunk that it loads from a file is
// entered with the lines that hold code, and the hook counts those. The memory is the host's own and
// not taken from what scripts may use, so there is a limit to the lines of one chunk.
#include <stdlib.h>
#include <string.h>

#include "bytecode.h"

// The highest line that is counted; a source of the largest size has fewer.
enum { HIGHEST_LINE = 1 << 20 };

// What stands for a line without code.
enum { NO_CODE = -1 };

typedef struct {
  char *name;  // without the "@"
  int64_t *hits;
  int line_count;
} chunk_lines;

struct ysl_coverage {
  chunk_lines *chunks;
  size_t count;
  size_t last;  // the chunk that was found last
};

bool ysl_count_lines(ysl_state *state) {
  if (state->coverage == NULL) state->coverage = calloc(1, sizeof *state->coverage);
  return state->coverage != NULL;
}

void ysl_free_coverage(ysl_coverage *coverage) {
  if (coverage == NULL) return;
  for (size_t i = 0; i < coverage->count; i++) {
    free(coverage->chunks[i].name);
    free(coverage->chunks[i].hits);
  }
  free(coverage->chunks);
  free(coverage);
}

// MARK: Chunks

static chunk_lines *find(ysl_coverage *coverage, const char *name) {
  if (coverage->last < coverage->count &&
      strcmp(coverage->chunks[coverage->last].name, name) == 0) {
    return &coverage->chunks[coverage->last];
  }
  for (size_t i = 0; i < coverage->count; i++) {
    if (strcmp(coverage->chunks[i].name, name) != 0) continue;
    coverage->last = i;
    return &coverage->chunks[i];
  }
  return NULL;
}

static chunk_lines *add(ysl_coverage *coverage, const char *name) {
  size_t size = (coverage->count + 1) * sizeof *coverage->chunks;
  chunk_lines *grown = realloc(coverage->chunks, size);
  if (grown == NULL) return NULL;
  coverage->chunks = grown;
  char *copy = strdup(name);
  if (copy == NULL) return NULL;
  chunk_lines *added = &coverage->chunks[coverage->count++];
  *added = (chunk_lines){.name = copy, .hits = NULL, .line_count = 0};
  return added;
}

/// Makes a line one that holds code.
static void note_line(chunk_lines *chunk, int line) {
  if (line < 1 || line > HIGHEST_LINE) return;
  if (line > chunk->line_count) {
    int count = 2 * line;
    int64_t *grown = realloc(chunk->hits, (size_t)count * sizeof *grown);
    if (grown == NULL) return;
    for (int i = chunk->line_count; i < count; i++) grown[i] = NO_CODE;
    chunk->hits = grown;
    chunk->line_count = count;
  }
  if (chunk->hits[line - 1] == NO_CODE) chunk->hits[line - 1] = 0;
}

// MARK: Loading

typedef struct {
  chunk_lines *chunk;
  const ysl_prototype *function;
} line_request;

static void visit_instruction(void *context, size_t instruction, int line) {
  const line_request *request = context;
  // Lua begins every function that takes `...`, and ends every function, with an instruction that
  // nobody wrote.
  bool is_first = instruction == 0 && request->function->is_vararg;
  bool is_last = instruction + 1 == request->function->instruction_count;
  if (!is_first && !is_last) note_line(request->chunk, line);
}

static void note_function(ysl_reader *reader, chunk_lines *chunk) {
  ysl_prototype function = ysl_take_prototype(reader);
  // The parser has limited how deep functions are nested.
  for (size_t i = function.function_count; i > 0 && !ysl_at_end(reader); i--) {
    note_function(reader, chunk);
  }
  line_request request = {chunk, &function};
  ysl_take_lines(reader, function.line, &request, visit_instruction);
}

void ysl_note_lines(lua_State *L, const char *name) {
  ysl_coverage *coverage = ysl_state_of(L)->coverage;
  if (coverage == NULL || name[0] != '@' || find(coverage, name + 1) != NULL) return;
  ysl_dump dump;
  ysl_reader reader;
  chunk_lines *chunk;
  if (ysl_read_function(L, false, &dump, &reader) && (chunk = add(coverage, name + 1)) != NULL) {
    note_function(&reader, chunk);
  }
  free(dump.bytes);
}

// MARK: Running

void ysl_count_line(lua_State *L, lua_Debug *info) {
  ysl_coverage *coverage = ysl_state_of(L)->coverage;
  if (coverage == NULL || !lua_getinfo(L, "Sl", info) || info->source[0] != '@') return;
  chunk_lines *chunk = find(coverage, info->source + 1);
  if (chunk == NULL || info->currentline < 1 || info->currentline > chunk->line_count) return;
  int64_t *hits = &chunk->hits[info->currentline - 1];
  if (*hits != NO_CODE) *hits += 1;
}

void ysl_visit_lines(const ysl_state *state, void *context,
                     void (*visit)(void *context, const char *chunk, int line, int64_t hits)) {
  if (state->coverage == NULL) return;
  for (size_t i = 0; i < state->coverage->count; i++) {
    const chunk_lines *chunk = &state->coverage->chunks[i];
    for (int line = 1; line <= chunk->line_count; line++) {
      int64_t hits = chunk->hits[line - 1];
      if (hits != NO_CODE) visit(context, chunk->name, line, hits);
    }
  }
}
