// Between UTF-8, which Swift speaks, and the wide characters that libedit edits.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

size_t yse_decode(const unsigned char *bytes, size_t count, wchar_t *character) {
  unsigned char lead = bytes[0];
  *character = lead;
  if (lead < 0x80) return 1;
  *character = YSE_REPLACEMENT;
  size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (length == 1) return 1;
  // The second byte excludes overlong forms, surrogates and what lies beyond Unicode.
  unsigned char lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  wchar_t value = lead & (0xFF >> (length + 1));
  for (size_t index = 1; index < length; index++) {
    if (index == count) return 0;
    if (bytes[index] < lowest || bytes[index] > highest) return index;
    value = value << 6 | (bytes[index] & 0x3F);
    lowest = 0x80;
    highest = 0xBF;
  }
  *character = value;
  return length;
}

wchar_t *yse_wide(const char *text) {
  size_t count = strlen(text);
  const unsigned char *bytes = (const unsigned char *)text;
  wchar_t *wide = calloc(count + 1, sizeof *wide);
  if (wide == NULL) return NULL;
  size_t end = 0;
  for (size_t index = 0; index < count;) {
    size_t used = yse_decode(bytes + index, count - index, &wide[end++]);
    index += used > 0 ? used : count - index;
  }
  return wide;
}

static size_t encode(wchar_t character, char *bytes) {
  unsigned value = (unsigned)character;
  if (value < 0x80) {
    bytes[0] = (char)value;
    return 1;
  }
  size_t length = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  for (size_t index = length - 1; index > 0; index--) {
    bytes[index] = (char)(0x80 | (value & 0x3F));
    value >>= 6;
  }
  bytes[0] = (char)((0xF00 >> length & 0xFF) | value);
  return length;
}

const char *yse_utf8(yse_editor *editor, const wchar_t *text, size_t count, size_t *length) {
  *length = 0;
  size_t capacity = count * 4 + 1;
  if (editor->text_capacity < capacity) {
    char *larger = realloc(editor->text, capacity);
    if (larger == NULL) return "";
    editor->text = larger;
    editor->text_capacity = capacity;
  }
  for (size_t index = 0; index < count; index++) {
    *length += encode(text[index], editor->text + *length);
  }
  editor->text[*length] = '\0';
  return editor->text;
}
