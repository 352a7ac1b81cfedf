// The bytes of registers: where records end, and which keys were read before.
//
// Nothing here allocates for each row, keeps a pointer it was given, or believes what it reads.
#ifndef CREGISTER_H
#define CREGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Records

/// Where the last complete record of some CSV ends, at most at `limit`; when none ends before it,
/// where the first one behind it ends. 0 when no record is complete.
///
/// A record ends behind a line end outside quotes. A `\r` counts once it is known that no `\n`
/// follows. `bytes` begins with a record.
size_t ysr_record_end(const uint8_t *bytes, size_t count, size_t limit);

/// The same where every line end ends a record, as it does in JSON Lines, and in CSV without quotes.
size_t ysr_line_end(const uint8_t *bytes, size_t count, size_t limit);

/// How many line ends there are: `\n`, `\r\n`, and `\r` alone.
size_t ysr_line_ends(const uint8_t *bytes, size_t count);

// MARK: Memory

/// Has memory that is freed kept for later, and not given back to the system. Blocks come and go by
/// the mebibyte; given back each time, they cost a tenth of a run, because the system clears every
/// page that it hands out anew.
void ysr_keep_freed_memory(void);

// MARK: Keys

/// A key as a keyed hash of 96 bits, and the line of its row, counted from some line.
typedef struct {
  uint64_t high;
  uint32_t low;
  uint32_t line;
} ysr_key;

/// The hash of a key; `seed` is two random words.
ysr_key ysr_key_of(const uint8_t *bytes, size_t count, const uint64_t seed[2], uint32_t line);

/// All keys of a register, with the line of each: in memory while they are few, else in a file
/// that has no name. What it takes of memory does not grow with the register, but for 16 MiB for
/// every ten million keys.
typedef struct ysr_ledger ysr_ledger;

/// A new ledger whose file, once there is one, lies in `folder`; NULL without memory.
ysr_ledger *ysr_ledger_open(const char *folder);
void ysr_ledger_close(ysr_ledger *ledger);

enum { YSR_LEDGER_FAILED = -1 };

/// Adds keys, of which `count` lie one behind the other in `keys`, from the one at `from` on, and
/// stops at one that is there: answers its position, and in `first` the line it was added with.
/// Answers `count` when all were added, and YSR_LEDGER_FAILED when memory or disk are full.
ptrdiff_t ysr_ledger_add(ysr_ledger *ledger, const uint8_t *keys, size_t count, size_t from,
                         uint32_t *first);

// MARK: Programs

// Functions of definitions that are simple enough run here, on values that are plain structs. What
// they would do otherwise than in Lua, or what does not fit, ends with YSR_OTHERWISE: then nothing
// has happened, and whoever asked decides on the row in another way.

typedef enum {
  YSR_NIL,
  YSR_FALSE,
  YSR_TRUE,
  YSR_INTEGER,
  YSR_TEXT,      // the number of a text in `coefficient`
  YSR_QUANTITY,  // coefficient times a power of ten, in base units
  YSR_TABLE,     // its entries: `exponent` constants from `coefficient` on, keys and values
} ysr_tag;

/// What decides how a quantity takes part in arithmetic; dimensions with a name come after these.
enum { YSR_PLAIN, YSR_RATIO, YSR_NAMED = 8 };

typedef struct {
  uint8_t tag;
  uint8_t kind;
  uint16_t unit;
  int32_t exponent;
  int64_t coefficient;
} ysr_value;

typedef enum {
  YSR_STAND,        // nothing
  YSR_STOP,         // Lua is to go on
  YSR_STOP_OPEN,    // a parameter is needed that is open
  YSR_MOVE,         // a = b
  YSR_LOAD,         // a = constant d
  YSR_LOAD_SKIP,    // the same, and skips the next
  YSR_FIELD,        // a = field d
  YSR_FIELD_OR,     // a = field d, or b where it is missing
  YSR_INDEX,        // a = b[c]
  YSR_INDEX_BY,     // a = b[constant d]
  YSR_NOT,          // a = not b
  YSR_ADD,          // a = b + c, and so on
  YSR_SUBTRACT,
  YSR_MULTIPLY,
  YSR_ADD_TO,       // a = b + constant d, and so on
  YSR_SUBTRACT_FROM,
  YSR_MULTIPLY_BY,
  YSR_GO,           // to d
  YSR_EQUAL,        // skips the next unless (a == b) is c, and so on
  YSR_LESS,
  YSR_AT_MOST,
  YSR_EQUAL_TO,     // with constant d in place of b
  YSR_LESS_THAN,
  YSR_AT_MOST_AS,
  YSR_MORE_THAN,
  YSR_AT_LEAST_AS,
  YSR_TEST,         // skips the next unless the truth of a is c
  YSR_TEST_SET,     // the same with b, and else a = b
  YSR_RETURN,       // a
  YSR_RETURN_CONSTANT,  // d
} ysr_operation;

typedef struct {
  uint8_t operation, a, b, c;
  int32_t d;
} ysr_instruction;

typedef enum { YSR_VALUE, YSR_MISSING, YSR_OPEN, YSR_OTHERWISE } ysr_outcome;

enum { YSR_REGISTERS = 64, YSR_FIELDS = 64 };

/// Runs a function, which begins at `start`. `result` is its value, or has in `coefficient` the
/// field that is missing; YSR_OPEN tells of a parameter that is open. Every jump must lead ahead, and code end with YSR_RETURN.
ysr_outcome ysr_run(const ysr_instruction *code, size_t start, const ysr_value *constants,
                    const ysr_value *fields, ysr_value *result);

// MARK: Deciding

typedef enum { YSR_KEY, YSR_WORDS, YSR_TRUTH, YSR_WHOLE, YSR_YEAR, YSR_AMOUNT, YSR_CHOICE, YSR_DAY }
    ysr_column_type;

/// How rows are written: the cells of CSV, or a JSON object in each line.
typedef enum { YSR_CSV, YSR_JSON_LINES } ysr_format;

/// Decides on rows, and writes a row of CSV with the amount of each eligibility.
typedef struct ysr_decider ysr_decider;

ysr_decider *ysr_decider_new(const uint64_t seed[2]);
void ysr_decider_free(ysr_decider *decider);

// Each of these is false without memory, or when there is more than has room.

/// The next column. `field` is the field that it fills, `kind`, `unit` and `scale` are for amounts.
bool ysr_add_column(ysr_decider *decider, ysr_column_type type, int field, uint8_t kind,
                    uint16_t unit, int scale);
/// The name of a field, by which JSON knows it, and records tell that it is missing.
bool ysr_name_field(ysr_decider *decider, int field, const uint8_t *bytes, size_t count);
/// Has packed records written in place of CSV: see PackedRecords.swift.
void ysr_write_records(ysr_decider *decider);
/// A text of the last column, which is a choice, and its number.
bool ysr_add_choice(ysr_decider *decider, const uint8_t *bytes, size_t count, int64_t text);
bool ysr_set_code(ysr_decider *decider, const ysr_instruction *code, size_t count,
                  const ysr_value *constants, size_t constant_count);
enum { YSR_CAP_NONE = -1, YSR_CAP_OPEN = -2 };
/// The next eligibility: where its conditions begin, and its amount, or -1. `cap` is in fen.
bool ysr_add_eligibility(ysr_decider *decider, const int32_t *conditions, size_t count,
                         int32_t amount, int64_t cap, uint8_t kind);
/// The next eligibility, by which whoever asks decides on every row.
bool ysr_leave_eligibility(ysr_decider *decider);

/// What came out since ysr_begin.
typedef struct {
  int64_t statuses[3];  // eligible, ineligible, undetermined
  int64_t paid, payable, open;
  uint64_t total_low;
  int64_t total_high;
  uint16_t unit;        // of the first amount
  int64_t unmet[64];    // condition by condition
  int64_t missing[YSR_FIELDS];
} ysr_summary;

/// What came out for those with one value of a field.
typedef struct {
  int64_t paid;
  uint64_t total_low;
  int64_t total_high;
} ysr_part;

enum {
  YSR_PARTS = 4,      // fields that totals are broken down by
  YSR_VALUES = 512,   // texts that these may have
};
/// Breaks totals down by the texts of a field, which have numbers from 1 to YSR_VALUES - 1; 0 stands
/// for those without one. Comes before the eligibilities.
bool ysr_add_part(ysr_decider *decider, int field);
const ysr_part *ysr_part_of(const ysr_decider *decider, size_t eligibility, size_t part,
                            int64_t text);

/// Forgets what came out.
void ysr_begin(ysr_decider *decider);
/// Decides on rows from `position` on, up to one that has to be decided otherwise, wholly or in part,
/// or begins on `stop_line`; answers where that begins; `count` at the end. `line` is the line of
/// `position`, and then of the answer.
size_t ysr_decide(ysr_decider *decider, ysr_format format, const uint8_t *bytes, size_t count,
                  size_t position, size_t *line, size_t stop_line);
/// Whether of the row at which ysr_decide stopped only the decisions by some eligibilities are left,
/// this one among them. Each of these is to be answered, and then the row finished.
bool ysr_is_pending(const ysr_decider *decider, size_t eligibility);
/// Answers with the text of a cell, or the values of a record; false without memory.
bool ysr_answer(ysr_decider *decider, size_t eligibility, const uint8_t *bytes, size_t count);
/// Writes the row, and answers where the next one begins, on `line`; 0 without memory. What was
/// answered is not counted.
size_t ysr_finish_row(ysr_decider *decider, size_t *line);
const uint8_t *ysr_output(const ysr_decider *decider, size_t *count);
const uint8_t *ysr_keys(const ysr_decider *decider, size_t *count);
const ysr_summary *ysr_summary_of(const ysr_decider *decider, size_t eligibility);
/// Forgets output and keys; summaries stay.
void ysr_drain(ysr_decider *decider);

#endif
