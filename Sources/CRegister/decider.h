// What deciding on rows and writing them share.
#ifndef CREGISTER_DECIDER_H
#define CREGISTER_DECIDER_H

#include "CRegister.h"
#include "objects.h"

enum { COLUMNS = 256, ELIGIBILITIES = 256, CONDITIONS = 64, SLOTS = 256 };

typedef struct {
  uint8_t *bytes;
  size_t count;
  int64_t text;
} choice;

typedef struct {
  ysr_column_type type;
  int field;
  uint8_t kind;
  uint16_t unit;
  int scale;
  bool is_filled;  // in the row at hand
  choice *slots;   // open addressing; only for choices
  int choice_count;
} column;

typedef enum { ELIGIBLE, INELIGIBLE, UNDETERMINED } status;

typedef struct {
  status status;
  uint64_t unmet, unknown;  // conditions
  uint64_t missing;         // fields, and these in the order in which they were missed
  uint8_t missing_count;
  bool has_amount, is_open;
  int64_t fen;
  uint16_t unit;
  uint8_t order[YSR_FIELDS];
} decision;

typedef struct {
  int32_t conditions[CONDITIONS];
  size_t condition_count;
  int32_t amount;
  int64_t cap;
  uint8_t kind;
  bool is_left;  // to whoever asks, on every row
  ysr_summary summary;
  ysr_part (*parts)[YSR_VALUES];
  // On the current row:
  bool is_pending;
  decision decision;
  size_t answer, answer_length;
} eligibility;

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
} buffer;

struct ysr_decider {
  uint64_t seed[2];
  column columns[COLUMNS];
  size_t column_count;
  ysr_instruction *code;
  ysr_value *constants;
  eligibility *eligibilities[ELIGIBILITIES];
  size_t eligibility_count;
  int parts[YSR_PARTS];  // fields
  size_t part_count;
  ysr_value fields[YSR_FIELDS];
  ysr_words names[YSR_FIELDS];
  bool writes_records;
  // The current row: its bytes without the line end, and its key.
  ysr_words row;
  const uint8_t *key;
  size_t key_length;
  size_t line;
  size_t row_end;  // behind it, or 0 when it is not as one expects
  buffer output, keys, answers, kept;
};

/// Makes room behind what a buffer holds; false without memory.
bool ysr_reserve(buffer *buffer, size_t more);

/// How much of a row comes before its line end.
size_t ysr_row_length(const uint8_t *bytes, size_t count);

/// Copies what is needed of the current row, whose bytes may be elsewhere when it is written.
bool ysr_keep_row(ysr_decider *decider);

/// Writes the current row, and its key; false without memory.
bool ysr_write_row(ysr_decider *decider);

#endif
