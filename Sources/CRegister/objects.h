// Lines of JSON that are as one expects.
#ifndef CREGISTER_OBJECTS_H
#define CREGISTER_OBJECTS_H

#include <stddef.h>
#include <stdint.h>

/// Some bytes of a line.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} ysr_words;

typedef enum { YSR_MEMBER, YSR_END, YSR_UNEXPECTED } ysr_step;

/// Steps over the next member of an object, whose name and value lie in the line as they are, without
/// quotes; `null` has no bytes. `at` is where the line begins, and then what the last step has left.
/// After YSR_END that is behind the line.
ysr_step ysr_next_member(const uint8_t *bytes, size_t count, size_t *at, int is_first,
                         ysr_words *name, ysr_words *value);

#endif
