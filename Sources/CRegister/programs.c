// Runs functions of definitions that are simple enough, without Lua.
#include "CRegister.h"

typedef __int128 wide;

static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
                                 1000000000, 10000000000, 100000000000, 1000000000000,
                                 10000000000000, 100000000000000, 1000000000000000,
                                 10000000000000000, 100000000000000000, 1000000000000000000};

/// Integers stand for plain numbers beside quantities.
static ysr_value as_quantity(ysr_value value) {
  if (value.tag == YSR_INTEGER) {
    value.tag = YSR_QUANTITY;
    value.kind = YSR_PLAIN;
    value.unit = 0;
    value.exponent = 0;
  }
  return value;
}

/// Brings both coefficients to the lower exponent; false when that is far.
static inline bool align(const ysr_value *left, const ysr_value *right, wide *a, wide *b,
                         int32_t *exponent) {
  *a = left->coefficient;
  *b = right->coefficient;
  int32_t shift = left->exponent - right->exponent;
  if (shift < -18 || shift > 18) return false;
  if (shift > 0) *a *= powers[shift];
  if (shift < 0) *b *= powers[-shift];
  *exponent = shift > 0 ? right->exponent : left->exponent;
  return true;
}

static inline bool fits(wide value) { return value == (int64_t)value; }

typedef enum { BELOW = -1, SAME, ABOVE, UNLIKE } order;

static inline __attribute__((always_inline)) order compare(const ysr_value *left, const ysr_value *right) {
  if (left->tag == YSR_INTEGER && right->tag == YSR_INTEGER) {
    return (left->coefficient > right->coefficient) - (left->coefficient < right->coefficient);
  }
  wide a, b;
  int32_t exponent;
  if (left->tag == YSR_QUANTITY && right->tag == YSR_QUANTITY && left->kind == right->kind) {
    if (!align(left, right, &a, &b, &exponent)) return UNLIKE;
    return (a > b) - (a < b);
  }
  ysr_value first = as_quantity(*left), second = as_quantity(*right);
  bool are_alike = first.kind == second.kind ||
                   (first.kind < YSR_NAMED && second.kind < YSR_NAMED);
  if (first.tag != YSR_QUANTITY || second.tag != YSR_QUANTITY || !are_alike ||
      !align(&first, &second, &a, &b, &exponent)) {
    return UNLIKE;
  }
  return (a > b) - (a < b);
}

/// Whether two values are equal: 0, 1, or -1 when Lua is to say.
static inline int equal(const ysr_value *left, const ysr_value *right) {
  // Nothing is equal to nothing else, and no metamethod is asked.
  if (left->tag == YSR_NIL || right->tag == YSR_NIL) return left->tag == right->tag;
  bool truths = left->tag <= YSR_TRUE && right->tag <= YSR_TRUE;
  if (truths) return left->tag == right->tag;
  if (left->tag != right->tag) return -1;
  if (left->tag == YSR_TEXT) return left->coefficient == right->coefficient;
  order order = compare(left, right);
  return order == UNLIKE ? -1 : order == SAME;
}

static bool compute(int operation, const ysr_value *left, const ysr_value *right,
                    ysr_value *result) {
  // Integers alone wrap around in Lua, and percentages have rules of their own.
  if (left->tag == YSR_INTEGER && right->tag == YSR_INTEGER) return false;
  ysr_value a = as_quantity(*left), b = as_quantity(*right);
  if (a.tag != YSR_QUANTITY || b.tag != YSR_QUANTITY) return false;
  wide value;
  if (operation == YSR_MULTIPLY) {
    if (a.kind >= YSR_NAMED ? b.kind >= YSR_NAMED : b.kind < YSR_NAMED) return false;
    const ysr_value *named = a.kind >= YSR_NAMED ? &a : &b;
    value = (wide)a.coefficient * b.coefficient;
    int32_t exponent = a.exponent + b.exponent;
    if (!fits(value) || exponent < -64 || exponent > 64) return false;
    *result = (ysr_value){YSR_QUANTITY, named->kind, named->unit, exponent, (int64_t)value};
    return true;
  }
  wide first, second;
  int32_t exponent;
  if (a.kind != b.kind || a.kind < YSR_NAMED || !align(&a, &b, &first, &second, &exponent)) {
    return false;
  }
  value = operation == YSR_ADD ? first + second : first - second;
  if (!fits(value)) return false;
  *result = (ysr_value){YSR_QUANTITY, a.kind, a.unit, exponent, (int64_t)value};
  return true;
}

/// Reads an entry of a table; false when Lua is to say what it is.
static bool look_up(const ysr_value *table, const ysr_value *key, const ysr_value *constants,
                    ysr_value *result) {
  if (table->tag != YSR_TABLE || (key->tag != YSR_TEXT && key->tag != YSR_INTEGER)) return false;
  const ysr_value *entry = constants + table->coefficient, *end = entry + table->exponent;
  for (; entry < end; entry += 2) {
    if (entry->tag == key->tag && entry->coefficient == key->coefficient) {
      *result = entry[1];
      return true;
    }
  }
  result->tag = YSR_NIL;
  return true;
}

static inline bool is_false(const ysr_value *value) { return value->tag <= YSR_FALSE; }

ysr_outcome ysr_run(const ysr_instruction *code, size_t start, const ysr_value *constants,
                    const ysr_value *fields, ysr_value *result) {
  ysr_value registers[YSR_REGISTERS];
  for (const ysr_instruction *next = code + start;; next++) {
    ysr_value *a = &registers[next->a];
    int holds;
    switch ((ysr_operation)next->operation) {
      case YSR_STAND: continue;
      case YSR_STOP: return YSR_OTHERWISE;
      case YSR_STOP_OPEN: return YSR_OPEN;
      case YSR_MOVE: *a = registers[next->b]; continue;
      case YSR_LOAD: *a = constants[next->d]; continue;
      case YSR_LOAD_SKIP:
        *a = constants[next->d];
        next++;
        continue;
      case YSR_FIELD:
        *a = fields[next->d];
        if (a->tag != YSR_NIL) continue;
        result->coefficient = next->d;
        return YSR_MISSING;
      case YSR_FIELD_OR:
        *a = fields[next->d].tag != YSR_NIL ? fields[next->d] : registers[next->b];
        continue;
      case YSR_INDEX:
      case YSR_INDEX_BY: {
        const ysr_value *key =
            next->operation == YSR_INDEX ? &registers[next->c] : &constants[next->d];
        ysr_value value;
        if (!look_up(&registers[next->b], key, constants, &value)) return YSR_OTHERWISE;
        *a = value;
        continue;
      }
      case YSR_NOT:
        a->tag = is_false(&registers[next->b]) ? YSR_TRUE : YSR_FALSE;
        continue;
      case YSR_ADD:
      case YSR_SUBTRACT:
      case YSR_MULTIPLY: {
        ysr_value value;
        if (!compute(next->operation, &registers[next->b], &registers[next->c], &value)) {
          return YSR_OTHERWISE;
        }
        *a = value;
        continue;
      }
      case YSR_ADD_TO:
      case YSR_SUBTRACT_FROM:
      case YSR_MULTIPLY_BY: {
        ysr_value value;
        if (!compute(next->operation - YSR_ADD_TO + YSR_ADD, &registers[next->b],
                     &constants[next->d], &value)) {
          return YSR_OTHERWISE;
        }
        *a = value;
        continue;
      }
      case YSR_GO: next = code + next->d - 1; continue;
      case YSR_EQUAL: holds = equal(a, &registers[next->b]); break;
      case YSR_EQUAL_TO: holds = equal(a, &constants[next->d]); break;
      case YSR_TEST: holds = !is_false(a); break;
      case YSR_TEST_SET:
        holds = !is_false(&registers[next->b]);
        if (holds == next->c) *a = registers[next->b];
        break;
      case YSR_RETURN: *result = *a; return YSR_VALUE;
      case YSR_RETURN_CONSTANT: *result = constants[next->d]; return YSR_VALUE;
      default: {
        bool is_register = next->operation == YSR_LESS || next->operation == YSR_AT_MOST;
        const ysr_value *b = is_register ? &registers[next->b] : &constants[next->d];
        order order = compare(a, b);
        if (order == UNLIKE) return YSR_OTHERWISE;
        switch ((ysr_operation)next->operation) {
          case YSR_LESS:
          case YSR_LESS_THAN: holds = order == BELOW; break;
          case YSR_AT_MOST:
          case YSR_AT_MOST_AS: holds = order != ABOVE; break;
          case YSR_MORE_THAN: holds = order == ABOVE; break;
          case YSR_AT_LEAST_AS: holds = order != BELOW; break;
          default: return YSR_OTHERWISE;
        }
        break;
      }
    }
    if (holds < 0) return YSR_OTHERWISE;
    if (holds != next->c) next++;
  }
}
