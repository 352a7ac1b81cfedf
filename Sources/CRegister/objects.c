// Lines of JSON that are as one expects; what is wrong with others is told elsewhere.
#include "objects.h"

#include <string.h>

static size_t skip_spaces(const uint8_t *bytes, size_t count, size_t at) {
  while (at < count && (bytes[at] == ' ' || bytes[at] == '\t')) at++;
  return at;
}

/// A string without escapes; where it ends, or 0.
static size_t read_string(const uint8_t *bytes, size_t count, size_t at, ysr_words *words) {
  if (at == count || bytes[at] != '"') return 0;
  size_t start = ++at;
  while (at < count && bytes[at] != '"') {
    if (bytes[at] < ' ' || bytes[at] == '\\') return 0;
    at++;
  }
  if (at == count) return 0;
  *words = (ysr_words){bytes + start, at - start};
  return at + 1;
}

static size_t skip_digits(const uint8_t *bytes, size_t count, size_t at) {
  while (at < count && bytes[at] >= '0' && bytes[at] <= '9') at++;
  return at;
}

/// A number without an exponent; where it ends, or 0.
static size_t read_number(const uint8_t *bytes, size_t count, size_t at, ysr_words *words) {
  size_t start = at;
  if (at < count && bytes[at] == '-') at++;
  size_t whole = at;
  at = skip_digits(bytes, count, at);
  if (at == whole || (bytes[whole] == '0' && at > whole + 1)) return 0;
  if (at < count && bytes[at] == '.') {
    size_t fraction = ++at;
    at = skip_digits(bytes, count, at);
    if (at == fraction) return 0;
  }
  *words = (ysr_words){bytes + start, at - start};
  return at;
}

static size_t read_value(const uint8_t *bytes, size_t count, size_t at, ysr_words *words) {
  static const char *const literals[] = {"true", "false", "null"};
  if (at == count) return 0;
  if (bytes[at] == '"') return read_string(bytes, count, at, words);
  for (int i = 0; i < 3; i++) {
    size_t length = strlen(literals[i]);
    if (count - at < length || memcmp(bytes + at, literals[i], length) != 0) continue;
    *words = (ysr_words){bytes + at, i == 2 ? 0 : length};
    return at + length;
  }
  return read_number(bytes, count, at, words);
}

/// Steps over the end of a line behind an object; 0 when there is something else.
static size_t end_line(const uint8_t *bytes, size_t count, size_t at) {
  at = skip_spaces(bytes, count, at);
  if (at == count) return at;
  if (bytes[at] == '\r' && at + 1 < count && bytes[at + 1] == '\n') at++;
  return bytes[at] == '\n' ? at + 1 : 0;
}

ysr_step ysr_next_member(const uint8_t *bytes, size_t count, size_t *position, int is_first,
                         ysr_words *name, ysr_words *value) {
  size_t at = skip_spaces(bytes, count, *position);
  if (is_first) {
    if (at == count || bytes[at] != '{') return YSR_UNEXPECTED;
    at = skip_spaces(bytes, count, at + 1);
  }
  if (at < count && bytes[at] == '}') {
    at = end_line(bytes, count, at + 1);
    *position = at;
    return at == 0 ? YSR_UNEXPECTED : YSR_END;
  }
  if (!is_first) {
    if (at == count || bytes[at] != ',') return YSR_UNEXPECTED;
    at = skip_spaces(bytes, count, at + 1);
  }
  at = read_string(bytes, count, at, name);
  if (at == 0) return YSR_UNEXPECTED;
  at = skip_spaces(bytes, count, at);
  if (at == count || bytes[at] != ':') return YSR_UNEXPECTED;
  at = read_value(bytes, count, skip_spaces(bytes, count, at + 1), value);
  if (at == 0) return YSR_UNEXPECTED;
  *position = at;
  return YSR_MEMBER;
}
