// Writes what was decided on a row: a line of CSV with the amounts, or a packed record with reasons.
#include <stdlib.h>
#include <string.h>

#include "decider.h"

bool ysr_reserve(buffer *buffer, size_t more) {
  if (buffer->capacity - buffer->count >= more) return true;
  size_t capacity = 2 * (buffer->capacity + more);
  uint8_t *grown = realloc(buffer->bytes, capacity);
  if (grown == NULL) return false;
  buffer->bytes = grown;
  buffer->capacity = capacity;
  return true;
}

size_t ysr_row_length(const uint8_t *bytes, size_t count) {
  if (count > 0 && bytes[count - 1] == '\n') count--;
  if (count > 0 && bytes[count - 1] == '\r') count--;
  return count;
}

bool ysr_keep_row(ysr_decider *decider) {
  size_t length = decider->writes_records ? decider->row.count : 0;
  decider->kept.count = 0;
  if (!ysr_reserve(&decider->kept, decider->key_length + length)) return false;
  uint8_t *copy = decider->kept.bytes;
  memcpy(copy, decider->key, decider->key_length);
  if (length > 0) memcpy(copy + decider->key_length, decider->row.bytes, length);
  decider->key = copy;
  decider->row = (ysr_words){copy + decider->key_length, length};
  return true;
}

// MARK: Amounts

static uint8_t *put_amount(uint8_t *target, int64_t fen) {
  if (fen == 0) {
    memcpy(target, ",0.00", 5);
    return target + 5;
  }
  uint8_t digits[24];
  int length = 0;
  int64_t yuan = fen / 100;
  *target++ = ',';
  do {
    digits[length++] = (uint8_t)('0' + yuan % 10);
    yuan /= 10;
  } while (yuan > 0);
  while (length > 0) *target++ = digits[--length];
  *target++ = '.';
  *target++ = (uint8_t)('0' + fen / 10 % 10);
  *target++ = (uint8_t)('0' + fen % 10);
  return target;
}

static uint8_t *put_answer(const ysr_decider *decider, uint8_t *target,
                           const eligibility *eligibility) {
  memcpy(target, decider->answers.bytes + eligibility->answer, eligibility->answer_length);
  return target + eligibility->answer_length;
}

static uint8_t *put_line(const ysr_decider *decider, uint8_t *target) {
  memcpy(target, decider->key, decider->key_length);
  target += decider->key_length;
  for (size_t i = 0; i < decider->eligibility_count; i++) {
    const eligibility *eligibility = decider->eligibilities[i];
    if (eligibility->is_pending) {
      *target++ = ',';
      target = put_answer(decider, target, eligibility);
    } else {
      target = put_amount(target, eligibility->decision.fen);
    }
  }
  *target++ = '\n';
  return target;
}

// MARK: Records

// As PackedRecords.swift has them.
enum { ABSENT, INTEGER, TEXT };

static uint8_t *put_number(uint8_t *target, uint64_t number, int bytes) {
  for (int i = 0; i < bytes; i++) *target++ = (uint8_t)(number >> 8 * i);
  return target;
}

static uint8_t *put_integer(uint8_t *target, int64_t integer) {
  *target++ = INTEGER;
  return put_number(target, (uint64_t)integer, 8);
}

static uint8_t *put_text(uint8_t *target, const void *bytes, size_t count) {
  *target++ = TEXT;
  target = put_number(target, count, 4);
  if (count > 0) memcpy(target, bytes, count);
  return target + count;
}

static uint8_t *put_conditions(uint8_t *target, const eligibility *eligibility) {
  uint8_t marks[CONDITIONS];
  const decision *decision = &eligibility->decision;
  for (size_t i = 0; i < eligibility->condition_count; i++) {
    marks[i] = decision->unmet >> i & 1 ? '-' : decision->unknown >> i & 1 ? '?' : '+';
  }
  return put_text(target, marks, eligibility->condition_count);
}

static uint8_t *put_missing(const ysr_decider *decider, uint8_t *target,
                            const decision *decision) {
  if (decision->missing_count == 0) {
    *target++ = ABSENT;
    return target;
  }
  // The length is known once the names are there.
  uint8_t *start = target;
  target += 5;
  for (int i = 0; i < decision->missing_count; i++) {
    ysr_words name = decider->names[decision->order[i]];
    if (i > 0) *target++ = ';', *target++ = ' ';
    memcpy(target, name.bytes, name.count);
    target += name.count;
  }
  start[0] = TEXT;
  put_number(start + 1, (uint64_t)(target - start) - 5, 4);
  return target;
}

static uint8_t *put_record(const ysr_decider *decider, uint8_t *target) {
  static const char *const statuses[] = {"eligible", "ineligible", "undetermined"};
  target = put_integer(target, (int64_t)decider->line);
  target = put_text(target, decider->key, decider->key_length);
  target = put_text(target, decider->row.bytes, decider->row.count);
  for (size_t i = 0; i < decider->eligibility_count; i++) {
    const eligibility *eligibility = decider->eligibilities[i];
    const decision *decision = &eligibility->decision;
    if (eligibility->is_pending) {
      target = put_answer(decider, target, eligibility);
      continue;
    }
    const char *status = statuses[decision->status];
    target = put_text(target, status, strlen(status));
    if (decision->has_amount) {
      target = put_integer(target, decision->fen);
    } else {
      *target++ = ABSENT;
    }
    target = put_conditions(target, eligibility);
    target = put_missing(decider, target, decision);
  }
  return target;
}

/// At most as many bytes as the current row takes.
static size_t room(const ysr_decider *decider) {
  size_t room = decider->key_length + 24 * decider->eligibility_count + decider->answers.count + 1;
  if (!decider->writes_records) return room;
  room += decider->row.count + 32;
  for (size_t i = 0; i < decider->eligibility_count; i++) {
    const decision *decision = &decider->eligibilities[i]->decision;
    room += CONDITIONS + 64;
    if (decider->eligibilities[i]->is_pending) continue;
    for (int k = 0; k < decision->missing_count; k++) {
      room += decider->names[decision->order[k]].count + 2;
    }
  }
  return room;
}

bool ysr_write_row(ysr_decider *decider) {
  if (!ysr_reserve(&decider->output, room(decider)) ||
      !ysr_reserve(&decider->keys, sizeof(ysr_key))) {
    return false;
  }
  uint8_t *target = decider->output.bytes + decider->output.count;
  target = decider->writes_records ? put_record(decider, target) : put_line(decider, target);
  decider->output.count = (size_t)(target - decider->output.bytes);
  ysr_key key = ysr_key_of(decider->key, decider->key_length, decider->seed,
                           decider->line > UINT32_MAX ? UINT32_MAX : (uint32_t)decider->line);
  memcpy(decider->keys.bytes + decider->keys.count, &key, sizeof key);
  decider->keys.count += sizeof key;
  return true;
}
