// Lua's patterns, matched step by step so that hostile ones are paid for.
//
// A pattern is a sequence of items. Most are a class of characters and how often it repeats; the
// others are captures, `$`, `%b`, `%f` and back references. The matcher walks through the items and
// calls itself only where it may have to come back and try something else.
#define _GNU_SOURCE
#include <string.h>

#include "internal.h"

// How many alternatives may be open at a time, and how many steps are paid for together.
enum { DEPTH = 200, BATCH = 256 };

// MARK: The budget

void ysl_settle(ysl_matcher *matcher) {
  int steps = matcher->steps;
  matcher->steps = 0;
  ysl_charge(matcher->L, matcher->call, steps);
}

static inline void step(ysl_matcher *matcher, size_t work) {
  matcher->steps += 1 + (int)(work / 16);
  if (matcher->steps >= BATCH) ysl_settle(matcher);
}

// MARK: Classes

static bool is_between(int character, int low, int high) {
  return character >= low && character <= high;
}

static bool is_letter(int character) { return is_between(character | 32, 'a', 'z'); }

static bool is_digit(int character) { return is_between(character, '0', '9'); }

/// Whether a character is in the class `%letter`. Only ASCII counts, whatever the host's locale is.
static bool in_named_class(int character, int letter) {
  bool found;
  switch (letter | 32) {
    case 'a': found = is_letter(character); break;
    case 'c': found = character < 32 || character == 127; break;
    case 'd': found = is_digit(character); break;
    case 'g': found = is_between(character, 33, 126); break;
    case 'l': found = is_between(character, 'a', 'z'); break;
    case 'p':
      found = is_between(character, 33, 126) && !is_letter(character) && !is_digit(character);
      break;
    case 's': found = character == ' ' || is_between(character, '\t', '\r'); break;
    case 'u': found = is_between(character, 'A', 'Z'); break;
    case 'w': found = is_letter(character) || is_digit(character); break;
    case 'x': found = is_digit(character) || is_between(character | 32, 'a', 'f'); break;
    case 'z': found = character == 0; break;
    default: return character == letter;
  }
  return is_between(letter, 'A', 'Z') ? !found : found;
}

/// Whether a character is in the set from `[` up to `]`.
static bool in_set(int character, const char *set, const char *closing) {
  bool negated = set[1] == '^';
  for (const char *next = set + (negated ? 2 : 1); next < closing; next++) {
    int first = (unsigned char)*next;
    if (first == '%') {
      next++;
      if (in_named_class(character, (unsigned char)*next)) return !negated;
    } else if (next[1] == '-' && next + 2 < closing) {
      next += 2;
      if (is_between(character, first, (unsigned char)*next)) return !negated;
    } else if (character == first) {
      return !negated;
    }
  }
  return negated;
}

/// The end of the class that begins at `item`.
static const char *class_end(ysl_matcher *matcher, const char *item) {
  const char *end = matcher->pattern_end;
  if (*item == '%') {
    if (item + 1 == end) luaL_error(matcher->L, "malformed pattern (ends with '%%')");
    return item + 2;
  }
  if (*item != '[') return item + 1;
  const char *next = item + 1;
  if (next < end && *next == '^') next++;
  // A bracket in the first place is a member.
  for (bool first = true; first || next >= end || *next != ']'; first = false) {
    if (next >= end) luaL_error(matcher->L, "malformed pattern (missing ']')");
    next += *next == '%' && next + 1 < end ? 2 : 1;
  }
  return next + 1;
}

/// Whether the character at a place of the subject is in the class of an item.
static inline bool matches_one(const ysl_matcher *matcher, const char *subject, const char *item,
                               const char *item_end) {
  if (subject >= matcher->subject_end) return false;
  int character = (unsigned char)*subject;
  switch (*item) {
    case '.': return true;
    case '%': return in_named_class(character, (unsigned char)item[1]);
    case '[': return in_set(character, item, item_end - 1);
    default: return character == (unsigned char)*item;
  }
}

// MARK: Repetition

static const char *match_most(ysl_matcher *matcher, const char *subject, const char *item,
                              const char *item_end) {
  size_t width = (size_t)(item_end - item);
  const char *last = subject;
  while (matches_one(matcher, last, item, item_end)) {
    step(matcher, width);
    last++;
  }
  for (; last >= subject; last--) {
    step(matcher, 0);
    const char *end = ysl_match(matcher, last, item_end + 1);
    if (end != NULL) return end;
  }
  return NULL;
}

static const char *match_fewest(ysl_matcher *matcher, const char *subject, const char *item,
                                const char *item_end) {
  for (;; subject++) {
    step(matcher, (size_t)(item_end - item));
    const char *end = ysl_match(matcher, subject, item_end + 1);
    if (end != NULL) return end;
    if (!matches_one(matcher, subject, item, item_end)) return NULL;
  }
}

// MARK: Captures

static const char *open_capture(ysl_matcher *matcher, const char *subject, const char *rest,
                                ptrdiff_t length) {
  int number = matcher->capture_count;
  if (number >= YSL_CAPTURES) luaL_error(matcher->L, "too many captures");
  matcher->captures[number] = (ysl_capture){subject, length};
  matcher->capture_count = number + 1;
  const char *end = ysl_match(matcher, subject, rest);
  if (end == NULL) matcher->capture_count--;
  return end;
}

static const char *close_capture(ysl_matcher *matcher, const char *subject, const char *rest) {
  int number = matcher->capture_count - 1;
  while (number >= 0 && matcher->captures[number].length != YSL_CAPTURE_OPEN) number--;
  if (number < 0) luaL_error(matcher->L, "invalid pattern capture");
  ysl_capture *capture = &matcher->captures[number];
  capture->length = subject - capture->start;
  const char *end = ysl_match(matcher, subject, rest);
  if (end == NULL) capture->length = YSL_CAPTURE_OPEN;
  return end;
}

/// Where the text of an earlier capture ends, if it comes next in the subject.
static const char *match_again(ysl_matcher *matcher, const char *subject, int digit) {
  int number = digit - '1';
  if (number < 0 || number >= matcher->capture_count ||
      matcher->captures[number].length == YSL_CAPTURE_OPEN) {
    luaL_error(matcher->L, "invalid capture index %%%d", number + 1);
  }
  ysl_capture capture = matcher->captures[number];
  // A position has no text; Lua takes it for one that is longer than any subject.
  if (capture.length < 0 || matcher->subject_end - subject < capture.length) return NULL;
  step(matcher, (size_t)capture.length / 4);
  bool same = memcmp(capture.start, subject, (size_t)capture.length) == 0;
  return same ? subject + capture.length : NULL;
}

// MARK: %b and %f

static const char *match_balanced(ysl_matcher *matcher, const char *subject, const char *pair) {
  if (pair + 1 >= matcher->pattern_end) {
    luaL_error(matcher->L, "malformed pattern (missing arguments to '%%b')");
  }
  if (subject >= matcher->subject_end || *subject != pair[0]) return NULL;
  int open = 1;
  while (++subject < matcher->subject_end) {
    step(matcher, 0);
    if (*subject == pair[1]) {
      if (--open == 0) return subject + 1;
    } else if (*subject == pair[0]) {
      open++;
    }
  }
  return NULL;
}

static bool is_frontier(const ysl_matcher *matcher, const char *subject, const char *set,
                        const char *set_end) {
  // Both ends of the subject count as the character zero.
  int before = subject == matcher->subject ? 0 : (unsigned char)subject[-1];
  int after = subject == matcher->subject_end ? 0 : (unsigned char)*subject;
  return !in_set(before, set, set_end - 1) && in_set(after, set, set_end - 1);
}

// MARK: Items

/// Matches an item of a class and how often it repeats. Returns true when there is nothing to come
/// back to: matching goes on with `*subject` and `*pattern`, or has failed if `*subject` is NULL.
/// Otherwise the rest was matched too, and `*subject` is the end or NULL.
static bool match_class(ysl_matcher *matcher, const char **subject, const char **pattern) {
  const char *item = *pattern;
  const char *item_end = class_end(matcher, item);
  step(matcher, (size_t)(item_end - item));
  int repetition = item_end < matcher->pattern_end ? *item_end : 0;
  bool matched = matches_one(matcher, *subject, item, item_end);
  switch (repetition) {
    case '?':
      if (matched) {
        const char *end = ysl_match(matcher, *subject + 1, item_end + 1);
        if (end != NULL) {
          *subject = end;
          return false;
        }
      }
      *pattern = item_end + 1;
      return true;
    case '+':
      *subject = matched ? match_most(matcher, *subject + 1, item, item_end) : NULL;
      return false;
    case '*':
    case '-':
      if (matched) {
        *subject = repetition == '*' ? match_most(matcher, *subject, item, item_end)
                                     : match_fewest(matcher, *subject, item, item_end);
        return false;
      }
      *pattern = item_end + 1;
      return true;
    default:
      *subject = matched ? *subject + 1 : NULL;
      *pattern = item_end;
      return true;
  }
}

/// Matches an item that begins with `%`; the same results.
static bool match_escape(ysl_matcher *matcher, const char **subject, const char **pattern) {
  const char *item = *pattern;
  int letter = item + 1 < matcher->pattern_end ? (unsigned char)item[1] : 0;
  if (letter == 'b') {
    *subject = match_balanced(matcher, *subject, item + 2);
    *pattern = item + 4;
    return true;
  }
  if (letter == 'f') {
    const char *set = item + 2;
    if (set >= matcher->pattern_end || *set != '[') {
      luaL_error(matcher->L, "missing '[' after '%%f' in pattern");
    }
    const char *set_end = class_end(matcher, set);
    step(matcher, (size_t)(set_end - set));
    if (!is_frontier(matcher, *subject, set, set_end)) *subject = NULL;
    *pattern = set_end;
    return true;
  }
  if (is_digit(letter)) {
    *subject = match_again(matcher, *subject, letter);
    *pattern = item + 2;
    return true;
  }
  return match_class(matcher, subject, pattern);
}

static const char *match_items(ysl_matcher *matcher, const char *subject, const char *pattern) {
  const char *end = matcher->pattern_end;
  while (subject != NULL && pattern < end) {
    bool goes_on = true;
    switch (*pattern) {
      case '(':
        step(matcher, 0);
        if (pattern + 1 < end && pattern[1] == ')') {
          return open_capture(matcher, subject, pattern + 2, YSL_CAPTURE_POSITION);
        }
        return open_capture(matcher, subject, pattern + 1, YSL_CAPTURE_OPEN);
      case ')':
        step(matcher, 0);
        return close_capture(matcher, subject, pattern + 1);
      case '$':
        if (pattern + 1 == end) return subject == matcher->subject_end ? subject : NULL;
        goes_on = match_class(matcher, &subject, &pattern);
        break;
      case '%':
        goes_on = match_escape(matcher, &subject, &pattern);
        break;
      default:
        goes_on = match_class(matcher, &subject, &pattern);
    }
    if (!goes_on) return subject;
  }
  return subject;
}

const char *ysl_match(ysl_matcher *matcher, const char *subject, const char *pattern) {
  if (matcher->depth >= DEPTH) luaL_error(matcher->L, "pattern too complex");
  matcher->depth++;
  const char *end = match_items(matcher, subject, pattern);
  matcher->depth--;
  return end;
}

// MARK: Plain texts

const char *ysl_search(const char *text, size_t length, const char *part, size_t part_length) {
  if (part_length == 0) return text;
  if (length < part_length) return NULL;
  // Both take time in proportion to the text, whatever the part looks like; the first is faster.
  const char *first = memchr(text, part[0], length - part_length + 1);
  return first == NULL ? NULL : memmem(first, length - (size_t)(first - text), part, part_length);
}
