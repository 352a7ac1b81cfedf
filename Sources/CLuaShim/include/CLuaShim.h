// The C side of LuaRuntime: a Lua state behind functions that never raise.
//
// Every function declared here returns normally. Whatever may raise a Lua error (and under a
// memory limit that is almost everything that pushes a value) runs inside lua_pcall in this target
// and comes back as a status. Functions that Lua calls in the host (`ysl_host`) return a status
// too; the C trampolines push the result or raise only after the host's frame has returned.
#ifndef CLUASHIM_H
#define CLUASHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One Lua state with its limits. Not thread-safe.
typedef struct ysl_state ysl_state;

// MARK: Values

/// An exact quantity: coefficient (two halves of 128 bits) times a power of ten, in base units.
typedef struct {
  uint64_t low;
  int64_t high;
  int32_t exponent;
  uint16_t unit;    // index into the host's unit table
  uint16_t flags;   // unused, zero
  uint32_t origin;  // where the value came from; 0 = computed
} ysl_quantity;

/// A host value that scripts hold by handle.
typedef struct {
  uint32_t type;  // from ysl_register_type
  uint32_t a;
  uint64_t b;
} ysl_object;

typedef enum {
  YSL_NIL,
  YSL_BOOLEAN,
  YSL_INTEGER,
  YSL_NUMBER,
  YSL_STRING,
  YSL_QUANTITY,
  YSL_OBJECT,
  YSL_RECORD,
  YSL_TABLE,
  YSL_FUNCTION,
  YSL_OTHER,
  YSL_HELD,  // results of host functions only: the value is on top of the Lua stack
} ysl_tag;

/// A value on its way between the host and Lua.
typedef struct {
  ysl_tag tag;
  union {
    bool boolean;
    int64_t integer;
    double number;
    /// Into Lua's own string; valid during the call, or until ysl_discard. For YSL_OTHER the
    /// type's name.
    struct {
      const char *data;
      size_t length;
    } string;
    ysl_quantity quantity;
    ysl_object object;
    /// Tables, functions and records: a reference (from Lua, the receiver owns it), or, when it is
    /// 0, the stack index of an argument, for ysl_reference. Records from Lua carry their owner.
    struct {
      int reference;
      int index;
      void *owner;
    } handle;
  } as;
} ysl_value;

/// Writes a float as Lua does, zero-terminated.
void ysl_write_number(double number, char *target, size_t capacity);

// MARK: Errors

typedef enum {
  YSL_OK,
  YSL_RUNTIME,
  YSL_SYNTAX,
  YSL_MISSING,
  YSL_MEMORY,
  YSL_INSTRUCTIONS,
  YSL_SIZE,
  YSL_CONVERSION,
  YSL_STACK,
} ysl_status;

#define YSL_MESSAGE_CAPACITY 4096
#define YSL_CHUNK_CAPACITY 256
#define YSL_NAME_CAPACITY 64
#define YSL_FRAME_CAPACITY 20

typedef struct {
  char chunk[YSL_CHUNK_CAPACITY];
  char name[YSL_NAME_CAPACITY];  // empty when Lua knows none
  int line;
} ysl_frame;

/// What is known about the last failure; overwritten by the next.
typedef struct {
  char message[YSL_MESSAGE_CAPACITY];  // without the position; UTF-8 as far as the script's was
  size_t message_length;
  char chunk[YSL_CHUNK_CAPACITY];
  int line;         // 0 = no position
  bool from_host;   // the message is the one last passed to ysl_fail
  bool is_string;   // the error object was a string
  int frame_count;  // innermost first
  ysl_frame frames[YSL_FRAME_CAPACITY];
} ysl_error;

// MARK: What the host provides

typedef enum {
  YSL_ADD,
  YSL_SUBTRACT,
  YSL_MULTIPLY,
  YSL_DIVIDE,
  YSL_FLOOR_DIVIDE,
  YSL_REMAINDER,
  YSL_POWER,
  YSL_NEGATE,
} ysl_arithmetic;

typedef enum { YSL_EQUAL, YSL_LESS, YSL_LESS_OR_EQUAL } ysl_comparison;

typedef enum { YSL_TO, YSL_ROUNDED, YSL_UNIT, YSL_NUMBER_IN } ysl_quantity_method;

typedef enum {
  YSL_INDEX,
  YSL_CALL,
  YSL_OBJECT_ARITHMETIC,
  YSL_OBJECT_COMPARE,
  YSL_DESCRIBE,
} ysl_object_operation;

/// Functions that scripts reach in the host. Each returns true, or calls ysl_fail and returns
/// false; none may raise or keep a pointer it was given.
typedef struct {
  void *context;
  bool (*call)(void *context, uint32_t function, const ysl_value *arguments, int count,
               ysl_value *result);
  /// `detail` is the ysl_arithmetic or ysl_comparison.
  bool (*object)(void *context, uint32_t type, ysl_object_operation operation, int detail,
                 const ysl_value *arguments, int count, ysl_value *result);
  bool (*arithmetic)(void *context, ysl_arithmetic operation, const ysl_quantity *left,
                     const ysl_quantity *right, ysl_quantity *result);
  /// `traced` is false for comparisons that no script wrote, those of `min` and `max`.
  bool (*compare)(void *context, ysl_comparison operation, bool traced, const ysl_quantity *left,
                  const ysl_quantity *right, bool *result);
  bool (*parse)(void *context, const char *text, size_t length, ysl_quantity *result);
  /// Answers with a text.
  bool (*describe)(void *context, const ysl_quantity *quantity, ysl_value *result);
  bool (*method)(void *context, ysl_quantity_method method, const ysl_quantity *quantity,
                 const ysl_value *arguments, int count, ysl_value *result);
  /// Always fails, with the message for a field that `owner`'s record does not have.
  void (*unknown_field)(void *context, void *owner, const char *name, size_t length);
} ysl_host;

// MARK: States

typedef struct {
  size_t memory;         // bytes
  int64_t instructions;  // of one outermost call
  size_t source;         // bytes of a chunk that a script loads
} ysl_limits;

/// Opens a state with the sandbox's globals; NULL when that does not fit in the memory limit.
/// `plain_unit` is the index of the unit of plain numbers.
ysl_state *ysl_open(const ysl_host *host, uint16_t plain_unit, const ysl_limits *limits);
void ysl_close(ysl_state *state);
const ysl_error *ysl_last_error(const ysl_state *state);
size_t ysl_memory_in_use(const ysl_state *state);
size_t ysl_peak_memory(const ysl_state *state);
/// Allows another amount of memory from now on; what is held already may be more.
void ysl_set_memory_limit(ysl_state *state, size_t bytes);
/// Frees everything that nothing refers to. Between calls only.
void ysl_collect(ysl_state *state);
/// Of the outermost call that runs or ran last, to the nearest thousand.
int64_t ysl_instructions_used(const ysl_state *state);
/// The library function in which the last limit was reached, such as "string.find", or NULL.
const char *ysl_stopped_in(const ysl_state *state);
/// How many calls from the host into Lua are active.
int ysl_depth(const ysl_state *state);
/// The line that the innermost Lua function is at, or 0.
int ysl_current_line(const ysl_state *state);

/// Starts all random sequences of the state anew from a seed.
void ysl_set_seed(ysl_state *state, uint64_t seed);
uint64_t ysl_seed(const ysl_state *state);
/// What scripts printed since the last ysl_clear_log; `cut` tells whether more did not fit.
const char *ysl_log(const ysl_state *state, size_t *length, bool *cut);
void ysl_clear_log(ysl_state *state);

// MARK: Lines

/// Counts from now on how often lines of chunks run that the host loads with a name that begins with
/// "@". Costs time; false without memory.
bool ysl_count_lines(ysl_state *state);
/// Visits the lines that hold code, chunk by chunk in the order in which they were loaded.
void ysl_visit_lines(const ysl_state *state, void *context,
                     void (*visit)(void *context, const char *chunk, int line, int64_t hits));

// MARK: For use inside the host's functions

/// Says why the host's function fails; the text is copied.
void ysl_fail(ysl_state *state, ysl_status kind, const char *message, size_t length);
/// Keeps a copy of a text until the trampoline has pushed it; false without memory. The result's
/// tag is YSL_STRING and its data and length are set.
bool ysl_hold_text(ysl_state *state, const char *text, size_t length, ysl_value *result);
/// Puts a referenced value where the trampoline finds it, so that the reference may be released.
bool ysl_hold_reference(ysl_state *state, int reference, ysl_value *result);
/// Takes work of the host from the script's budget; `call` names who does it, and is kept.
ysl_status ysl_charge_host(ysl_state *state, const char *call, int64_t instructions);
/// A new reference to an argument that is a table or a function.
ysl_status ysl_reference(ysl_state *state, int index, int *reference);

// MARK: References

/// Never raises and never allocates; safe in a destructor.
void ysl_release(ysl_state *state, int reference);

// MARK: Chunks, functions and calls

/// Compiles text (never bytecode). `name` follows Lua: "@path" for a file. `environment` is a
/// reference to the table of globals, or 0 for the state's own.
ysl_status ysl_load(ysl_state *state, const char *source, size_t length, const char *name,
                    int environment, int *reference);
/// A table of globals of its own: copies of all tables that the state's globals reach.
ysl_status ysl_environment(ysl_state *state, int *reference);
/// Calls a function. Afterwards `results` are valid until ysl_discard, which must follow success.
ysl_status ysl_call(ysl_state *state, int function, const ysl_value *arguments, int count,
                    ysl_value *results, int result_count);
/// Drops the `count` values that the last successful ysl_call or ysl_table_get left.
void ysl_discard(ysl_state *state, int count);
/// A function that calls `host.call` with `function`.
ysl_status ysl_host_function(ysl_state *state, uint32_t function, int *reference);
/// Where a Lua function was written; false for a C function.
bool ysl_definition(ysl_state *state, int function, ysl_frame *start, int *last_line);

/// A constant of a function.
typedef struct {
  ysl_tag tag;      // nil, a boolean, an integer, a string, or a number whose value nobody asks for
  int64_t integer;  // 0 or 1 for a boolean
  const char *text;
  size_t length;
} ysl_constant;

/// What an upvalue holds for good. The value is YSL_OTHER where functions can assign it, and YSL_TABLE
/// for a sealed table without a metatable, whose keys and values follow one another in `entries`.
typedef struct {
  ysl_value value;
  const ysl_value *entries;
  size_t entry_count;
} ysl_upvalue;

/// What a Lua function is made of, as Lua 5.4 compiles it.
typedef struct {
  int parameter_count;
  const uint32_t *code;
  size_t instruction_count;
  const ysl_constant *constants;
  size_t constant_count;
  /// Bit `n`: in the table in upvalue `n`, `quantity` is the sandbox's own.
  uint64_t quantity_upvalues;
  const ysl_upvalue *upvalues;
  size_t upvalue_count;
} ysl_code;

/// Shows what a function is made of, if it has neither functions in it nor arguments without a name;
/// what is shown is valid during the call.
ysl_status ysl_visit_code(ysl_state *state, int function, void *context,
                          void (*visit)(void *context, const ysl_code *code));

// MARK: Sealing

/// Seals every table that the globals or references of the host reach, and notes what is in
/// variables that functions can assign.
ysl_status ysl_seal(ysl_state *state);
/// Begins an evaluation: variables hold what they held when they were sealed, and random sequences
/// begin anew. One inside another keeps what the outer one has.
ysl_status ysl_begin_evaluation(ysl_state *state);
/// Ends the evaluation that ysl_begin_evaluation began last, if it succeeded.
void ysl_end_evaluation(ysl_state *state);

// MARK: Tables, without metamethods

ysl_status ysl_table_new(ysl_state *state, int *reference);
ysl_status ysl_table_get(ysl_state *state, int table, const ysl_value *key, ysl_value *value);
ysl_status ysl_table_set(ysl_state *state, int table, const ysl_value *key, const ysl_value *value);
int64_t ysl_table_length(ysl_state *state, int table);
/// Tells tables apart; never shown to anyone.
const void *ysl_table_identity(ysl_state *state, int table);
/// A reference to the table of globals.
ysl_status ysl_globals(ysl_state *state, int *reference);
/// Visits every entry; `visit` owns the references it is given and stops the walk with false.
ysl_status ysl_table_visit(ysl_state *state, int table, void *context,
                           bool (*visit)(void *context, const ysl_value *key,
                                         const ysl_value *value));
/// `metatable` 0 removes it. One with a `__gc` field is refused.
ysl_status ysl_table_set_metatable(ysl_state *state, int table, int metatable);

// MARK: Host objects

/// What operations the host's type answers, as bits `1 << ysl_object_operation`.
ysl_status ysl_register_type(ysl_state *state, uint32_t type, const char *name,
                             uint32_t operations);

// MARK: Records

/// One field of a record.
typedef struct {
  ysl_tag tag;  // YSL_NIL means missing; never a table, function, record or float
  union {
    bool boolean;
    int64_t integer;
    ysl_quantity quantity;
    ysl_object object;
    size_t text_length;
  } as;
  char *text;  // kept for reuse when the slot holds something else
  size_t text_capacity;
} ysl_slot;

/// A typed row that scripts see as one userdata.
typedef struct ysl_record ysl_record;

/// A record with every field missing. The record lives as long as its reference.
ysl_status ysl_record_new(ysl_state *state, const char *name, uint32_t origin_base,
                          const char *const *fields, int field_count, const char *const *methods,
                          const int *functions, int method_count, int *reference,
                          ysl_record **record);
ysl_slot *ysl_record_slots(ysl_record *record);
/// The host's object for the record, for `unknown_field` and for values that are records.
void ysl_record_set_owner(ysl_record *record, void *owner);
/// Copies a text into a slot, reusing the slot's memory; false without memory.
bool ysl_slot_set_text(ysl_slot *slot, const char *text, size_t length);
/// Forgets which fields were read.
void ysl_record_reset_reads(ysl_record *record);
/// Bit `field` of word `field / 64`.
const uint64_t *ysl_record_reads(const ysl_record *record);
const uint64_t *ysl_record_missing_reads(const ysl_record *record);
/// Scripts that kept the record can no longer read it.
void ysl_record_retire(ysl_record *record);

#endif
