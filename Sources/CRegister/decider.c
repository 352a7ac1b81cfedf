// Decides on rows that are as one expects; every other row is decided otherwise.
//
// A row is as one expects when no cell is quoted, or, in JSON, no string has an escape, and every cell
// is written plainly. Of such a row, whoever asked decides by those eligibilities of which a function
// does not come to an end here.
#include <stdlib.h>
#include <string.h>

#include "decider.h"

typedef __int128 wide;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define FIRST_BYTE(word) (__builtin_ctzll(word) / 8)
#else
#define FIRST_BYTE(word) (__builtin_clzll(word) / 8)
#endif

// MARK: Cells

static inline bool ends_cell(uint8_t byte) { return byte == ',' || byte == '\n' || byte == '\r'; }

/// Where a cell ends that begins at `at`.
static inline size_t cell_end(const uint8_t *bytes, size_t count, size_t at) {
  // Eight bytes at a time: the first comma, or the first byte below 14, shows in its highest bit.
  const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
  for (; count - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    uint64_t commas = word ^ ones * ',';
    uint64_t ends = (((commas - ones) & ~commas) | ((word - ones * 14) & ~word)) & highs;
    if (ends == 0) continue;
    at += (size_t)FIRST_BYTE(ends);
    if (ends_cell(bytes[at])) return at;
    break;
  }
  while (at < count && !ends_cell(bytes[at])) at++;
  return at;
}

static inline bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

static size_t choice_slot(const uint8_t *bytes, size_t count) {
  uint64_t hash = count;
  for (size_t i = 0; i < count; i++) hash = (hash ^ bytes[i]) * UINT64_C(0x9E3779B97F4A7C15);
  return (size_t)(hash >> 56) % SLOTS;
}

static const choice *find_choice(const column *column, const uint8_t *bytes, size_t count) {
  if (column->slots == NULL) return NULL;
  for (size_t at = choice_slot(bytes, count); column->slots[at].bytes != NULL;
       at = (at + 1) % SLOTS) {
    const choice *choice = &column->slots[at];
    if (choice->count == count && memcmp(choice->bytes, bytes, count) == 0) return choice;
  }
  return NULL;
}

/// Whether bytes are UTF-8 without anything that is refused.
static bool is_text(const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count;) {
    uint8_t byte = bytes[i];
    if (byte == 0) return false;
    if (byte < 0x80) {
      i++;
      continue;
    }
    size_t length = byte >= 0xC2 && byte < 0xE0 ? 2 : (byte & 0xF0) == 0xE0 ? 3
                    : byte >= 0xF0 && byte < 0xF5 ? 4 : 0;
    if (length == 0 || count - i < length) return false;
    uint8_t second = bytes[i + 1];
    if ((byte == 0xE0 && second < 0xA0) || (byte == 0xED && second > 0x9F) ||
        (byte == 0xF0 && second < 0x90) || (byte == 0xF4 && second > 0x8F)) {
      return false;
    }
    for (size_t k = 1; k < length; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) return false;
    }
    i += length;
  }
  return true;
}

/// Digits without groups, signs or zeros before them, and a fraction; false for anything else.
static bool read_number(const uint8_t *cell, size_t count, int64_t *coefficient, int *places) {
  if (count == 0 || count > 19 || (cell[0] == '0' && count > 1 && cell[1] != '.')) return false;
  int64_t value = 0;
  size_t i = 0, digits = 0;
  for (; i < count && is_digit(cell[i]); i++, digits++) value = 10 * value + (cell[i] - '0');
  if (digits == 0) return false;
  *places = 0;
  if (i < count) {
    if (cell[i] != '.' || i + 1 == count) return false;
    for (i++; i < count && is_digit(cell[i]); i++, digits++, (*places)++) {
      value = 10 * value + (cell[i] - '0');
    }
  }
  *coefficient = value;
  return i == count && digits <= 18;
}

static bool read_truth(const uint8_t *cell, size_t count, ysr_value *value) {
  if (count == 4 && memcmp(cell, "true", 4) == 0) {
    value->tag = YSR_TRUE;
  } else if (count == 5 && memcmp(cell, "false", 5) == 0) {
    value->tag = YSR_FALSE;
  } else {
    return false;
  }
  return true;
}

static bool read_day(const uint8_t *cell, size_t count) {
  if (count != 10 || cell[4] != '-' || cell[7] != '-') return false;
  for (int i = 0; i < 10; i++) {
    if (i != 4 && i != 7 && !is_digit(cell[i])) return false;
  }
  int month = 10 * (cell[5] - '0') + cell[6] - '0', day = 10 * (cell[8] - '0') + cell[9] - '0';
  if ((cell[0] != '1' && cell[0] != '2') || month < 1 || month > 12 || day < 1) return false;
  // Whether February has 29 days is known elsewhere.
  static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= days[month - 1];
}

/// Reads a cell into its field; false when it is not written as one expects.
static inline __attribute__((always_inline)) bool read_cell(ysr_decider *decider, const column *column, const uint8_t *cell,
                      size_t count) {
  ysr_value *value = &decider->fields[column->field];
  if (column->type == YSR_KEY) {
    decider->key = cell;
    decider->key_length = count;
    // Spaces around a key, what is no key, and what has to go out in quotes are left to others.
    return count > 0 && cell[0] > ' ' && cell[0] < 0x7F && cell[count - 1] > ' ' &&
           cell[count - 1] < 0x7F && memchr(cell, '"', count) == NULL &&
           memchr(cell, ',', count) == NULL && is_text(cell, count);
  }
  value->tag = YSR_NIL;
  if (count == 0) return true;
  int places;
  switch (column->type) {
    case YSR_WORDS:
      value->tag = YSR_TEXT;
      return is_text(cell, count);
    case YSR_TRUTH: return read_truth(cell, count, value);
    case YSR_WHOLE:
      value->tag = YSR_INTEGER;
      return read_number(cell, count, &value->coefficient, &places) && places == 0;
    case YSR_YEAR:
      value->tag = YSR_INTEGER;
      return count == 4 && read_number(cell, count, &value->coefficient, &places) && places == 0;
    case YSR_AMOUNT:
      value->tag = YSR_QUANTITY;
      value->kind = column->kind;
      value->unit = column->unit;
      if (!read_number(cell, count, &value->coefficient, &places)) return false;
      value->exponent = column->scale - places;
      return true;
    case YSR_CHOICE: {
      const choice *choice = find_choice(column, cell, count);
      if (choice == NULL) return false;
      value->tag = YSR_TEXT;
      value->coefficient = choice->text;
      return true;
    }
    case YSR_DAY:
      value->tag = YSR_TEXT;
      return read_day(cell, count);
    default: return false;
  }
}

/// Reads a row that begins at `at`; the byte behind it, or 0 when it is not as one expects.
static size_t read_row(ysr_decider *decider, const uint8_t *bytes, size_t count, size_t at) {
  for (size_t i = 0; i < decider->column_count; i++) {
    size_t start = at;
    if (at < count && bytes[at] == '"') return 0;
    at = cell_end(bytes, count, at);
    if (!read_cell(decider, &decider->columns[i], bytes + start, at - start)) return 0;
    bool is_last = i + 1 == decider->column_count;
    if (!is_last) {
      if (at == count || bytes[at] != ',') return 0;
      at++;
    }
  }
  if (at == count) return at;
  if (bytes[at] == '\r') {
    if (at + 1 == count || bytes[at + 1] != '\n') return 0;
    at++;
  }
  return bytes[at] == '\n' ? at + 1 : 0;
}

/// The column of a name, mostly the one that is expected; NULL when there is none.
static column *find_column(ysr_decider *decider, ysr_words name, size_t expected) {
  for (size_t i = 0; i < decider->column_count; i++) {
    column *column = &decider->columns[(expected + i) % decider->column_count];
    ysr_words known = decider->names[column->field];
    if (known.count == name.count && memcmp(known.bytes, name.bytes, name.count) == 0) {
      return column;
    }
  }
  return NULL;
}

/// Reads a line of JSON that begins at `at`; the byte behind it, or 0 when it is not as one expects.
static size_t read_object(ysr_decider *decider, const uint8_t *bytes, size_t count, size_t at) {
  for (size_t i = 0; i < decider->column_count; i++) {
    decider->columns[i].is_filled = false;
    decider->fields[decider->columns[i].field].tag = YSR_NIL;
  }
  decider->key_length = 0;
  ysr_words name, value;
  size_t expected = 0;
  for (bool is_first = true;; is_first = false) {
    switch (ysr_next_member(bytes, count, &at, is_first, &name, &value)) {
      case YSR_UNEXPECTED: return 0;
      case YSR_END: return decider->key_length > 0 ? at : 0;
      case YSR_MEMBER: break;
    }
    column *column = find_column(decider, name, expected);
    if (column == NULL || column->is_filled) return 0;
    if (!read_cell(decider, column, value.bytes, value.count)) return 0;
    column->is_filled = true;
    expected = (size_t)(column - decider->columns) + 1;
  }
}

// MARK: Decisions

/// An amount of money in whole fen, rounded half up; false when it is below zero or too large.
static bool to_fen(const ysr_value *amount, int64_t *fen) {
  if (amount->coefficient < 0) return false;
  wide value = amount->coefficient;
  int shift = amount->exponent + 2;
  if (shift > 18 || shift < -18) return false;
  wide power = 1;
  for (int i = 0; i < (shift < 0 ? -shift : shift); i++) power *= 10;
  value = shift >= 0 ? value * power : (2 * value + power) / (2 * power);
  *fen = (int64_t)value;
  return value == *fen;
}

/// Notes that a field is missing.
static void miss(decision *decision, int64_t field) {
  uint64_t bit = UINT64_C(1) << field;
  if ((decision->missing & bit) == 0) decision->order[decision->missing_count++] = (uint8_t)field;
  decision->missing |= bit;
}

/// Decides by one eligibility; false when that has to be done otherwise.
static bool decide(const ysr_decider *decider, eligibility *eligibility) {
  decision *decision = &eligibility->decision;
  if (eligibility->is_left) return false;
  // All but the order, which is as long as the count says.
  memset(decision, 0, (size_t)((uint8_t *)decision->order - (uint8_t *)decision));
  ysr_value value;
  for (size_t i = 0; i < eligibility->condition_count; i++) {
    switch (ysr_run(decider->code, (size_t)eligibility->conditions[i], decider->constants,
                    decider->fields, &value)) {
      case YSR_VALUE:
        if (value.tag == YSR_FALSE) {
          decision->unmet |= UINT64_C(1) << i;
        } else if (value.tag != YSR_TRUE) {
          return false;
        }
        break;
      case YSR_MISSING:
        decision->unknown |= UINT64_C(1) << i;
        miss(decision, value.coefficient);
        break;
      case YSR_OPEN: decision->unknown |= UINT64_C(1) << i; break;
      default: return false;
    }
  }
  decision->status = decision->unmet != 0     ? INELIGIBLE
                     : decision->unknown != 0 ? UNDETERMINED
                                              : ELIGIBLE;
  if (decision->status != ELIGIBLE || eligibility->amount < 0) return true;
  switch (ysr_run(decider->code, (size_t)eligibility->amount, decider->constants,
                  decider->fields, &value)) {
    case YSR_MISSING:
      decision->status = UNDETERMINED;
      miss(decision, value.coefficient);
      return true;
    case YSR_OPEN:
      decision->is_open = true;
      return true;
    case YSR_VALUE:
      if (value.tag != YSR_QUANTITY || value.kind != eligibility->kind ||
          !to_fen(&value, &decision->fen)) {
        return false;
      }
      // Without its cap an amount is not paid.
      if (eligibility->cap == YSR_CAP_OPEN) {
        decision->fen = 0;
        decision->is_open = true;
        return true;
      }
      if (eligibility->cap >= 0 && decision->fen > eligibility->cap) {
        decision->fen = eligibility->cap;
      }
      decision->has_amount = true;
      decision->unit = value.unit;
      return true;
    default: return false;
  }
}

static void add_amount(uint64_t *low, int64_t *high, int64_t fen) {
  wide total = ((wide)*high << 64 | *low) + fen;
  *low = (uint64_t)total;
  *high = (int64_t)(total >> 64);
}

static void count(const ysr_decider *decider, eligibility *eligibility) {
  ysr_summary *summary = &eligibility->summary;
  const decision *decision = &eligibility->decision;
  summary->statuses[decision->status]++;
  for (uint64_t bits = decision->unmet; bits != 0; bits &= bits - 1) {
    summary->unmet[__builtin_ctzll(bits)]++;
  }
  if (decision->status == UNDETERMINED) {
    for (uint64_t bits = decision->missing; bits != 0; bits &= bits - 1) {
      summary->missing[__builtin_ctzll(bits)]++;
    }
  }
  if (decision->is_open) summary->open++;
  if (!decision->has_amount) return;
  if (summary->payable++ == 0) summary->unit = decision->unit;
  add_amount(&summary->total_low, &summary->total_high, decision->fen);
  if (decision->fen <= 0) return;
  summary->paid++;
  for (size_t i = 0; i < decider->part_count; i++) {
    const ysr_value *value = &decider->fields[decider->parts[i]];
    ysr_part *part = &eligibility->parts[i][value->tag == YSR_TEXT ? value->coefficient : 0];
    part->paid++;
    add_amount(&part->total_low, &part->total_high, decision->fen);
  }
}

// MARK: Rows

/// Writes and counts the current row; false without memory.
static bool finish(ysr_decider *decider) {
  if (!ysr_write_row(decider)) return false;
  for (size_t i = 0; i < decider->eligibility_count; i++) {
    if (!decider->eligibilities[i]->is_pending) count(decider, decider->eligibilities[i]);
  }
  decider->line++;
  return true;
}

size_t ysr_decide(ysr_decider *decider, ysr_format format, const uint8_t *bytes, size_t count,
                  size_t position, size_t *line, size_t stop_line) {
  decider->line = *line;
  decider->row_end = 0;
  while (position < count && decider->line < stop_line) {
    size_t end = format == YSR_CSV ? read_row(decider, bytes, count, position)
                                   : read_object(decider, bytes, count, position);
    if (end == 0) break;
    bool is_pending = false;
    for (size_t i = 0; i < decider->eligibility_count; i++) {
      eligibility *eligibility = decider->eligibilities[i];
      eligibility->is_pending = !decide(decider, eligibility);
      is_pending |= eligibility->is_pending;
    }
    decider->row = (ysr_words){bytes + position, ysr_row_length(bytes + position, end - position)};
    if (is_pending) {
      if (!ysr_keep_row(decider)) break;
      decider->row_end = end;
      decider->answers.count = 0;
      break;
    }
    if (!finish(decider)) break;
    position = end;
  }
  *line = decider->line;
  return position;
}

bool ysr_is_pending(const ysr_decider *decider, size_t position) {
  return decider->row_end > 0 && decider->eligibilities[position]->is_pending;
}

bool ysr_answer(ysr_decider *decider, size_t position, const uint8_t *bytes, size_t length) {
  if (!ysr_reserve(&decider->answers, length)) return false;
  eligibility *eligibility = decider->eligibilities[position];
  eligibility->answer = decider->answers.count;
  eligibility->answer_length = length;
  if (length > 0) memcpy(decider->answers.bytes + decider->answers.count, bytes, length);
  decider->answers.count += length;
  return true;
}

size_t ysr_finish_row(ysr_decider *decider, size_t *line) {
  size_t end = decider->row_end;
  if (end == 0 || !finish(decider)) return 0;
  decider->row_end = 0;
  *line = decider->line;
  return end;
}

// MARK: Setting up

ysr_decider *ysr_decider_new(const uint64_t seed[2]) {
  ysr_decider *decider = calloc(1, sizeof *decider);
  if (decider != NULL) memcpy(decider->seed, seed, sizeof decider->seed);
  return decider;
}

void ysr_decider_free(ysr_decider *decider) {
  for (size_t i = 0; i < decider->column_count; i++) {
    column *column = &decider->columns[i];
    for (int k = 0; column->slots != NULL && k < SLOTS; k++) free(column->slots[k].bytes);
    free(column->slots);
  }
  for (size_t i = 0; i < decider->eligibility_count; i++) {
    free(decider->eligibilities[i]->parts);
    free(decider->eligibilities[i]);
  }
  free(decider->code);
  free(decider->constants);
  free(decider->output.bytes);
  free(decider->keys.bytes);
  free(decider->answers.bytes);
  free(decider->kept.bytes);
  for (int i = 0; i < YSR_FIELDS; i++) free((void *)decider->names[i].bytes);
  free(decider);
}

bool ysr_add_column(ysr_decider *decider, ysr_column_type type, int field, uint8_t kind,
                    uint16_t unit, int scale) {
  if (decider->column_count == COLUMNS || field < 0 || field >= YSR_FIELDS) return false;
  decider->columns[decider->column_count++] =
      (column){.type = type, .field = field, .kind = kind, .unit = unit, .scale = scale};
  return true;
}

bool ysr_name_field(ysr_decider *decider, int field, const uint8_t *bytes, size_t length) {
  uint8_t *copy = malloc(length + 1);
  if (copy == NULL || field < 0 || field >= YSR_FIELDS) {
    free(copy);
    return false;
  }
  memcpy(copy, bytes, length);
  free((void *)decider->names[field].bytes);
  decider->names[field] = (ysr_words){copy, length};
  return true;
}

void ysr_write_records(ysr_decider *decider) { decider->writes_records = true; }

bool ysr_add_choice(ysr_decider *decider, const uint8_t *bytes, size_t length, int64_t text) {
  column *column = &decider->columns[decider->column_count - 1];
  if (length == 0 || find_choice(column, bytes, length) != NULL) return true;
  if (column->slots == NULL) column->slots = calloc(SLOTS, sizeof *column->slots);
  if (column->slots == NULL || column->choice_count == SLOTS / 2) return false;
  size_t at = choice_slot(bytes, length);
  while (column->slots[at].bytes != NULL) at = (at + 1) % SLOTS;
  uint8_t *copy = malloc(length);
  if (copy == NULL) return false;
  memcpy(copy, bytes, length);
  column->slots[at] = (choice){copy, length, text};
  column->choice_count++;
  return true;
}

bool ysr_set_code(ysr_decider *decider, const ysr_instruction *code, size_t length,
                  const ysr_value *constants, size_t constant_count) {
  decider->code = malloc(length * sizeof *code + 1);
  decider->constants = malloc(constant_count * sizeof *constants + 1);
  if (decider->code == NULL || decider->constants == NULL) return false;
  if (length > 0) memcpy(decider->code, code, length * sizeof *code);
  if (constant_count > 0) memcpy(decider->constants, constants, constant_count * sizeof *constants);
  return true;
}

static eligibility *add_eligibility(ysr_decider *decider) {
  if (decider->eligibility_count == ELIGIBILITIES) return NULL;
  eligibility *added = calloc(1, sizeof *added);
  if (added == NULL) return NULL;
  added->parts = calloc(decider->part_count + 1, sizeof *added->parts);
  if (added->parts == NULL) {
    free(added);
    return NULL;
  }
  decider->eligibilities[decider->eligibility_count++] = added;
  return added;
}

bool ysr_add_part(ysr_decider *decider, int field) {
  if (decider->part_count == YSR_PARTS || field < 0 || field >= YSR_FIELDS) return false;
  decider->parts[decider->part_count++] = field;
  return true;
}

const ysr_part *ysr_part_of(const ysr_decider *decider, size_t eligibility, size_t part,
                            int64_t text) {
  if (text < 0 || text >= YSR_VALUES || part >= decider->part_count) return NULL;
  return &decider->eligibilities[eligibility]->parts[part][text];
}

bool ysr_add_eligibility(ysr_decider *decider, const int32_t *conditions, size_t condition_count,
                         int32_t amount, int64_t cap, uint8_t kind) {
  eligibility *added = condition_count > CONDITIONS ? NULL : add_eligibility(decider);
  if (added == NULL) return false;
  if (condition_count > 0) memcpy(added->conditions, conditions, condition_count * sizeof *conditions);
  added->condition_count = condition_count;
  added->amount = amount;
  added->cap = cap;
  added->kind = kind;
  return true;
}

bool ysr_leave_eligibility(ysr_decider *decider) {
  eligibility *added = add_eligibility(decider);
  if (added != NULL) added->is_left = true;
  return added != NULL;
}

void ysr_begin(ysr_decider *decider) {
  for (size_t i = 0; i < decider->eligibility_count; i++) {
    eligibility *eligibility = decider->eligibilities[i];
    memset(&eligibility->summary, 0, sizeof eligibility->summary);
    memset(eligibility->parts, 0, decider->part_count * sizeof *eligibility->parts);
  }
  ysr_drain(decider);
}

void ysr_drain(ysr_decider *decider) {
  decider->output.count = 0;
  decider->keys.count = 0;
}

const uint8_t *ysr_output(const ysr_decider *decider, size_t *length) {
  *length = decider->output.count;
  return decider->output.bytes;
}

const uint8_t *ysr_keys(const ysr_decider *decider, size_t *length) {
  *length = decider->keys.count;
  return decider->keys.bytes;
}

const ysr_summary *ysr_summary_of(const ysr_decider *decider, size_t position) {
  return &decider->eligibilities[position]->summary;
}
