// Where records end.
#define _GNU_SOURCE
#include <string.h>

#include "CRegister.h"

/// Whether a line ends at a byte, and how many bytes its end has; 0 when that cannot be known yet.
static size_t line_end(const uint8_t *bytes, size_t count, size_t at) {
  if (bytes[at] == '\n') return 1;
  if (bytes[at] != '\r' || at + 1 == count) return 0;
  return bytes[at + 1] == '\n' ? 2 : 1;
}

size_t ysr_line_end(const uint8_t *bytes, size_t count, size_t limit) {
  if (limit > count) limit = count;
  const uint8_t *last = memrchr(bytes, '\n', limit);
  if (last != NULL) return (size_t)(last - bytes) + 1;
  for (size_t at = limit; at > 0; at--) {
    if (line_end(bytes, count, at - 1) == 1) return at;
  }
  for (size_t at = limit; at < count; at++) {
    size_t length = line_end(bytes, count, at);
    if (length > 0) return at + length;
  }
  return 0;
}

size_t ysr_record_end(const uint8_t *bytes, size_t count, size_t limit) {
  if (limit > count) limit = count;
  if (memchr(bytes, '"', count) == NULL) return ysr_line_end(bytes, count, limit);
  enum { CELL_START, PLAIN, QUOTED } place = CELL_START;
  size_t end = 0, at = 0;
  while (at < count) {
    uint8_t byte = bytes[at];
    if (place == QUOTED) {
      const uint8_t *quote = memchr(bytes + at, '"', count - at);
      if (quote == NULL) break;
      at = (size_t)(quote - bytes) + 1;
      if (at < count && bytes[at] == '"') {
        at++;
      } else {
        place = PLAIN;
      }
      continue;
    }
    if (byte == '"' && place == CELL_START) {
      place = QUOTED;
      at++;
      continue;
    }
    size_t length = byte == '\n' || byte == '\r' ? line_end(bytes, count, at) : 0;
    if (length > 0) {
      at += length;
      if (at > limit && end > 0) break;
      end = at;
      if (at >= limit) break;
      place = CELL_START;
      continue;
    }
    place = byte == ',' ? CELL_START : PLAIN;
    at++;
  }
  return end;
}

size_t ysr_line_ends(const uint8_t *bytes, size_t count) {
  size_t ends = 0;
  for (size_t at = 0; at < count;) {
    // Few enough for a byte to count them, so that the compiler counts many at a time.
    size_t part = count - at < 255 ? count : at + 255;
    uint8_t some = 0;
    for (; at < part; at++) some += bytes[at] == '\n';
    ends += some;
  }
  if (count == 0 || memchr(bytes, '\r', count) == NULL) return ends;
  for (size_t at = 0; at < count; at++) {
    ends += bytes[at] == '\r' && (at + 1 == count || bytes[at + 1] != '\n');
  }
  return ends;
}
