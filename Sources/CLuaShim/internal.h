// What the C files share. Functions marked "raises" may only run inside a protected call.
#ifndef CLUASHIM_INTERNAL_H
#define CLUASHIM_INTERNAL_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "CLuaShim.h"

/// How often the lines of chunks ran; see coverage.c.
typedef struct ysl_coverage ysl_coverage;

struct ysl_state {
  lua_State *main;
  lua_State *current;  // the thread in which the innermost host function runs
  ysl_host host;
  uint16_t plain_unit;

  size_t source_limit;

  size_t memory_used;
  size_t memory_peak;
  size_t memory_limit;
  size_t memory_trigger;   // where to collect, or SIZE_MAX when the next hook does
  size_t memory_denied;    // the size that was refused last, until Lua asks for it again, or 0
  bool memory_exceeded;  // an allocation of the current outermost call was refused

  int64_t instruction_limit;
  int64_t budget;      // instructions left
  bool metered;        // the outermost protected call is a script's, so work is paid for
  ysl_status aborted;  // what ended the current outermost call for good, or YSL_OK
  const char *stopped_in;  // the library function in which a limit was reached, or NULL
  ysl_frame stopped_at;    // where in the script that was; line 0 = not known
  int depth;           // protected calls that are active
  int close_depth;     // coroutine.close calls that are active
  lua_State *running;  // the thread that runs, as far as a script has resumed others

  // How large stacks are, and the blocks that would let them grow; see stacks.c.
  struct {
    int main_size, coroutine_size;
    size_t main_growth, coroutine_growth;
    size_t allocated;  // the last new block without a kind
    bool refused;      // a stack would have grown
  } stacks;
  char *c_stack;  // an address in the C stack at which the outermost call began

  // Where `next` is in the table it was last called for; see iteration.c.
  struct {
    lua_Integer length, position;
  } traversal;

  uint64_t seed;
  uint64_t seed_version;  // sequences of random numbers that were begun under another begin anew
  uint64_t seed_versions;  // how many there were

  bool assigns;     // some function that was loaded assigns a variable of a function around it
  int cell_count;   // variables that evaluations can assign; see evaluations.c
  int evaluations;  // that are in progress, one inside the other

  ysl_coverage *coverage;  // how often lines ran, or NULL while nobody counts them

  char *log;
  size_t log_length;
  bool log_cut;

  // Functions of Lua's own library that run behind a check of their arguments.
  struct {
    lua_CFunction format, pack, unpack, packsize, tonumber;
  } library;

  ysl_error error;
  ysl_status error_kind;
  bool error_handled;  // the message handler has seen the error

  // The message raised last by C or the host. An error with this message is recognised as this one.
  struct {
    ysl_status kind;
    bool from_host;
    size_t length;
    char text[YSL_MESSAGE_CAPACITY];
  } raised;

  char *held_text;  // of the result that a host function has just given
  size_t held_capacity;

  int *free_references;  // has room for every reference ever made
  int free_count;
  int free_capacity;
  int reference_count;
};

// Places in Lua's registry, after those that Lua and lauxlib use.
enum {
  YSL_REGISTRY_REFERENCES = 10,
  YSL_REGISTRY_QUANTITY,
  YSL_REGISTRY_RECORD,
  YSL_REGISTRY_TYPES,  // a list of metatables, at type + 1
  YSL_REGISTRY_TRAVERSAL,
  YSL_REGISTRY_SEALED,  // from the contents of sealed tables to the tables
  YSL_REGISTRY_CELLS,
  YSL_REGISTRY_FRAMES,  // what outer evaluations have left in cells, by depth
};

// Every full userdata that scripts can hold begins with its kind.
typedef enum { YSL_KIND_QUANTITY = 1, YSL_KIND_OBJECT, YSL_KIND_RECORD } ysl_kind;

/// The state that a thread belongs to.
static inline ysl_state *ysl_state_of(lua_State *L) {
  return *(ysl_state **)lua_getextraspace(L);
}

// MARK: state.c

/// Makes a thread the one that calls back from the host use, while a host function runs.
static inline lua_State *ysl_enter_host(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  lua_State *previous = state->current;
  state->current = L;
  return previous;
}

static inline void ysl_leave_host(lua_State *L, lua_State *previous) {
  ysl_state_of(L)->current = previous;
}

// MARK: errors.c

/// Collects what is known about an error while its stack is still there.
int ysl_message_handler(lua_State *L);
/// Keeps where the running script is, for errors that no message handler sees. Allocates nothing.
void ysl_note_place(ysl_state *state);
/// Forgets the last error.
void ysl_clear_error(ysl_state *state);
/// What a failed lua_pcall means; the error object is on top of the stack.
ysl_status ysl_classify(ysl_state *state, lua_State *L, int status);
/// Copies as much of a text as fits without cutting a UTF-8 sequence; returns the length.
size_t ysl_copy_text(char *target, size_t capacity, const char *source, size_t length);
/// The name of a chunk without Lua's marker.
void ysl_chunk_name(char *target, const lua_Debug *info);
/// The length of a leading "source:line: ", or 0.
size_t ysl_position_length(const char *message, const char *source, int *line);
/// Raises an error with a position and a message of this target.
int ysl_raise(lua_State *L, ysl_status kind, const char *format, ...)
    __attribute__((noreturn, format(printf, 3, 4)));
/// Raises the message in `raised`.
int ysl_raise_pending(lua_State *L) __attribute__((noreturn));

// MARK: limits.c

#define YSL_TOO_DEEP \
  "calls are nested too deeply, or pass too many values; is there a recursion without end?"

void *ysl_allocate(void *context, void *block, size_t old_size, size_t new_size);
/// Gives the main thread a fresh budget.
void ysl_reset_budget(ysl_state *state);
/// Takes work done in C from the budget; `call` names who does it, for the message. Raises.
void ysl_charge(lua_State *L, const char *call, int64_t instructions);
/// Ends the script if a result of this size cannot fit in its memory. Raises.
void ysl_check_size(lua_State *L, const char *call, size_t size);
/// Raises again if the call has been aborted, so that nothing can swallow that.
void ysl_check_aborted(lua_State *L);
/// Sees to it that running out of memory or stack ends the outermost call.
void ysl_note_status(ysl_state *state, int status);
/// The same after a protected call or a resumption that ended with a status.
void ysl_check_status(lua_State *L, int status);

// MARK: stacks.c

/// Gives the main thread its stack; false without memory.
bool ysl_open_stacks(ysl_state *state);
/// Gives a new coroutine its stack. Raises.
void ysl_prepare_coroutine(lua_State *L, lua_State *thread);
/// Whether a new block is for a stack that has become too small.
bool ysl_is_growth(const ysl_state *state, size_t size);
/// Whether a thread has room for more values; takes the place of lua_checkstack.
bool ysl_has_room(lua_State *thread, lua_Integer count);
/// An even size for an array, which cannot be that of a stack.
static inline int ysl_array_size(int count) { return count + (count & 1); }
/// Whether a stack is about to be full.
bool ysl_is_deep(lua_State *L);
/// Ends calls that nest through C without Lua's notice. Raises.
void ysl_check_c_stack(lua_State *L);

// MARK: protected.c: replacements for what could swallow an abort

void ysl_open_protected_calls(lua_State *L);
void ysl_set_coroutines(lua_State *L);

// MARK: calls.c

/// Runs a C function in a protected call, with a light userdata and, unless `argument` is 0, the
/// value at that stack index. After success its results stay until ysl_discard.
ysl_status ysl_protect(ysl_state *state, lua_CFunction function, void *request, int argument,
                       int results);
/// The same for a function that leaves nothing behind.
ysl_status ysl_run(ysl_state *state, lua_CFunction function, void *request);

// MARK: values.c

/// Reads a value; tables and functions by stack index.
void ysl_decode(lua_State *L, int index, ysl_value *value);
/// The same with a new reference for tables and functions. Raises.
void ysl_decode_owned(lua_State *L, int index, ysl_value *value);
/// Raises.
void ysl_push(lua_State *L, const ysl_value *value);
/// Pops a value and makes a reference to it. Raises.
int ysl_new_reference(lua_State *L);
/// Pushes what a host function has answered, or raises what it reported. Always pushes one value.
int ysl_push_answer(lua_State *L, bool answered, const ysl_value *result);
/// The values from `first` up to the top, decoded into `small` or, if they are more, into memory of
/// Lua that is then on top of the stack. Raises.
const ysl_value *ysl_arguments(lua_State *L, int first, ysl_value *small, int capacity, int *count);

// MARK: objects.c and records.c

const ysl_object *ysl_to_object(lua_State *L, int index);
void ysl_push_object(lua_State *L, const ysl_object *object);
/// Calls the host for an operation on the first `count` arguments and returns its answer.
int ysl_object_operate(lua_State *L, uint32_t type, ysl_object_operation operation, int detail,
                       int count);
/// Whether the type of an object answers an operation.
bool ysl_object_answers(lua_State *L, int index, ysl_object_operation operation);
void ysl_open_objects(lua_State *L);
const char *ysl_kind_name(lua_State *L, int index);

void ysl_open_records(lua_State *L);
void *ysl_record_owner(void *record);

// MARK: quantities.c and operators.c

const ysl_quantity *ysl_to_quantity(lua_State *L, int index);
void ysl_push_quantity(lua_State *L, const ysl_quantity *quantity);
/// Reads a quantity or an integer; false for anything else.
bool ysl_as_quantity(lua_State *L, int index, ysl_quantity *quantity);
/// The global `quantity`.
int ysl_make_quantity(lua_State *L);
/// Raises that a value cannot take part with quantities; `doing` is like "add".
int ysl_refuse_operand(lua_State *L, const char *doing, int left, int right)
    __attribute__((noreturn));
bool ysl_compare_quantities(lua_State *L, ysl_comparison operation, bool traced,
                            const ysl_quantity *left, const ysl_quantity *right);
/// Pushes the text of a quantity or an object. Raises.
void ysl_push_description(lua_State *L, int index);
void ysl_open_quantities(lua_State *L);
/// Sets the operators that quantities and objects share on the metatable on top of the stack.
void ysl_set_operators(lua_State *L);
/// The globals `min`, `max` and `sum`.
void ysl_open_aggregates(lua_State *L);

// MARK: patterns.c

typedef struct {
  const char *start;
  ptrdiff_t length;  // or one of the two below
} ysl_capture;

enum { YSL_CAPTURE_OPEN = -1, YSL_CAPTURE_POSITION = -2, YSL_CAPTURES = 32 };

/// One subject and one pattern.
typedef struct {
  lua_State *L;
  const char *call;  // who matches, for messages
  const char *subject, *subject_end;
  const char *pattern_end;
  int steps;  // not yet paid for
  int depth;
  int capture_count;
  ysl_capture captures[YSL_CAPTURES];
} ysl_matcher;

/// Matches a pattern at a place of the subject; where the match ends, or NULL. Raises.
const char *ysl_match(ysl_matcher *matcher, const char *subject, const char *pattern);
/// Pays for what was done so far. Raises.
void ysl_settle(ysl_matcher *matcher);
/// Finds a text in another; NULL when it is not there.
const char *ysl_search(const char *text, size_t length, const char *part, size_t part_length);

// MARK: correction.c

/// Puts right what Lua has compiled wrongly in the function on top of the stack. Why that cannot be
/// done, and where; or NULL. Raises.
const char *ysl_correct(lua_State *L, int *line);

// MARK: coverage.c

/// Notes which lines of the function on top of the stack, and of those inside it, hold code.
void ysl_note_lines(lua_State *L, const char *chunk);
/// Counts the line that a hook is called for.
void ysl_count_line(lua_State *L, lua_Debug *info);
void ysl_free_coverage(ysl_coverage *coverage);

// MARK: assignments.c

/// Upvalues of a function, the first as bit 0 of the first byte.
typedef struct {
  unsigned char bytes[32];
} ysl_upvalues;

/// Which of its upvalues the function on top of the stack, or a function inside it, assigns.
ysl_upvalues ysl_assigned_upvalues(lua_State *L);

// MARK: sealed.c

/// Pushes the table that holds the entries of a sealed one; pushes nothing for other values.
bool ysl_push_contents(lua_State *L, int index);
/// Puts that table in the place of a sealed one.
void ysl_look_through(lua_State *L, int index);
/// Pushes the metatable that scripts gave a value; pushes nothing when there is none.
bool ysl_push_metatable(lua_State *L, int index);
/// Whether a table, or the one whose contents it is, is one of globals.
bool ysl_is_globals(lua_State *L, int contents, int table);
/// Raises if the value is a sealed table.
void ysl_refuse_sealed(lua_State *L, int index);
/// Seals the table on top of the stack, and pops it. Raises.
void ysl_seal_table(lua_State *L);
/// rawget, rawset, rawlen, getmetatable and setmetatable.
void ysl_set_raw_access(lua_State *L);

// MARK: evaluations.c

/// Adds an upvalue of the function on top of the stack to what evaluations start from.
void ysl_add_cell(lua_State *L, int upvalue);
/// The same for the userdata on top of the stack, in which a C function keeps its state.
void ysl_add_block(lua_State *L);

// The functions of the library that remember how far they have come.
extern const lua_CFunction ysl_pairs_step, ysl_gmatch_step, ysl_wrap_step;

// MARK: The libraries: each sets its functions on the table on top of the stack

void ysl_set_functions(lua_State *L, const luaL_Reg *functions);
void ysl_set_searching(lua_State *L);
void ysl_set_strings(lua_State *L);
void ysl_set_lists(lua_State *L);
void ysl_set_utf8(lua_State *L);
/// math.random and math.randomseed, with a sequence of their own.
void ysl_set_random(lua_State *L);
/// `load`, whose chunks have the table on top of the stack as their globals.
void ysl_set_load(lua_State *L);
void ysl_set_print(lua_State *L);
/// Pushes a value as `tostring` gives it, without addresses. Raises.
void ysl_push_text(lua_State *L, int index);
int ysl_sort(lua_State *L);
/// The start of a range of `length` bytes that a script gave as a number from 1 or from the end.
size_t ysl_range_start(lua_Integer position, size_t length);
/// The end of such a range, from an optional argument.
size_t ysl_range_end(lua_State *L, int argument, lua_Integer otherwise, size_t length);

/// How a table argument is read and written: raw, unless it has a metatable.
typedef struct {
  int index;
  bool plain;
} ysl_list;

/// What the list must be able to do.
enum { YSL_READ = 1, YSL_WRITE = 2, YSL_LENGTH = 4 };

ysl_list ysl_check_list(lua_State *L, int argument, int access);
lua_Integer ysl_list_length(lua_State *L, ysl_list list);
/// Pushes an element; returns its type.
int ysl_list_get(lua_State *L, ysl_list list, lua_Integer position);
/// Pops a value and stores it.
void ysl_list_set(lua_State *L, ysl_list list, lua_Integer position);

// MARK: contents.c

/// Replaces a key and its value, on top of the stack, by a short text of what they hold that is the
/// same in every run. Raises.
void ysl_push_content(lua_State *L);

// MARK: iteration.c and environment.c

/// The globals `pairs` and `next`.
void ysl_open_iteration(lua_State *L);
/// Raises if a metatable has a finalizer, and takes out what would make a table weak.
void ysl_check_metatable(lua_State *L, int index);
/// Sets up everything that scripts may use; the function of a protected call.
int ysl_open_environment(lua_State *L);
/// A metatable with a name and no access for scripts, on top of the stack.
void ysl_new_metatable(lua_State *L, const char *name);
/// Sets `table[name] = function` on the table on top of the stack, with `upvalue` as its upvalue.
void ysl_set_function(lua_State *L, const char *name, lua_CFunction function, int upvalue);

#endif
