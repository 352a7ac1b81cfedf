// table.sort as a merge sort: stable, and the same whatever the clock says.
//
// Lua's own sort picks its pivots by the clock and trusts the order function. Here the elements stay
// in a table while their numbers are merged, so that a function that contradicts itself gives some
// order and never reaches outside the list.
#include <limits.h>
#include <string.h>

#include "internal.h"

// Comparisons that are paid for together, and the stretches that are sorted by insertion.
enum { BATCH = 256, STRETCH = 8 };

// Stack indices: the list, the order function or nil, the table of elements, the numbers.
enum { LIST = 1, FUNCTION = 2, ELEMENTS = 3, NUMBERS = 4 };

typedef struct {
  const char *text;
  size_t length;
} text_key;

typedef union {
  lua_Integer integer;
  lua_Number number;
  text_key text;
} sort_key;

typedef enum { BY_SCRIPT, BY_INTEGER, BY_NUMBER, BY_TEXT } key_kind;

typedef struct {
  lua_State *L;
  key_kind kind;
  bool has_function;
  int comparisons;  // not yet paid for
  const sort_key *keys;
} sorter;

static bool text_is_less(const text_key *left, const text_key *right) {
  size_t common = left->length < right->length ? left->length : right->length;
  int order = memcmp(left->text, right->text, common);
  return order != 0 ? order < 0 : left->length < right->length;
}

static bool script_is_less(const sorter *sorter, int left, int right) {
  lua_State *L = sorter->L;
  bool result;
  if (sorter->has_function) lua_pushvalue(L, FUNCTION);
  lua_rawgeti(L, ELEMENTS, left + 1);
  lua_rawgeti(L, ELEMENTS, right + 1);
  if (sorter->has_function) {
    lua_call(L, 2, 1);
    result = lua_toboolean(L, -1);
    lua_pop(L, 1);
  } else {
    result = lua_compare(L, -2, -1, LUA_OPLT);
    lua_pop(L, 2);
  }
  return result;
}

/// Whether one element, by its number, comes before another.
static bool is_less(sorter *sorter, int left, int right) {
  if (++sorter->comparisons == BATCH) {
    sorter->comparisons = 0;
    ysl_charge(sorter->L, "table.sort", BATCH);
  }
  const sort_key *keys = sorter->keys;
  switch (sorter->kind) {
    case BY_INTEGER: return keys[left].integer < keys[right].integer;
    case BY_NUMBER: return keys[left].number < keys[right].number;
    case BY_TEXT: return text_is_less(&keys[left].text, &keys[right].text);
    default: return script_is_less(sorter, left, right);
  }
}

// MARK: Merging

static void insert_all(sorter *sorter, int *numbers, int count) {
  for (int i = 1; i < count; i++) {
    int number = numbers[i], place = i;
    while (place > 0 && is_less(sorter, number, numbers[place - 1])) {
      numbers[place] = numbers[place - 1];
      place--;
    }
    numbers[place] = number;
  }
}

/// Merges the sorted stretches before and after `middle`; `spare` has room for the first.
static void merge(sorter *sorter, int *numbers, int middle, int count, int *spare) {
  if (!is_less(sorter, numbers[middle], numbers[middle - 1])) return;
  memcpy(spare, numbers, sizeof *spare * (size_t)middle);
  int left = 0, right = middle, target = 0;
  while (left < middle && right < count) {
    // Of equals the first stays first.
    bool takes_right = is_less(sorter, numbers[right], spare[left]);
    numbers[target++] = takes_right ? numbers[right++] : spare[left++];
  }
  memcpy(numbers + target, spare + left, sizeof *spare * (size_t)(middle - left));
}

static void sort_numbers(sorter *sorter, int *numbers, int count, int *spare) {
  if (count <= STRETCH) {
    insert_all(sorter, numbers, count);
    return;
  }
  int middle = count / 2;
  sort_numbers(sorter, numbers, middle, spare);
  sort_numbers(sorter, numbers + middle, count - middle, spare);
  merge(sorter, numbers, middle, count, spare);
}

// MARK: Elements

/// Reads the element on top of the stack as a key; returns its kind.
static key_kind read_key(lua_State *L, sort_key *key) {
  if (lua_isinteger(L, -1)) {
    key->integer = lua_tointeger(L, -1);
    return BY_INTEGER;
  }
  if (lua_type(L, -1) == LUA_TNUMBER) {
    key->number = lua_tonumber(L, -1);
    return BY_NUMBER;
  }
  if (lua_type(L, -1) == LUA_TSTRING) {
    // The table of elements keeps it alive, and no script runs while texts are compared.
    key->text.text = lua_tolstring(L, -1, &key->text.length);
    return BY_TEXT;
  }
  return BY_SCRIPT;
}

/// Copies the list to the table of elements; elements of one basic kind get keys too.
static void read_elements(sorter *sorter, ysl_list list, int count) {
  lua_State *L = sorter->L;
  lua_createtable(L, ysl_array_size(count), 0);
  int *numbers = lua_newuserdatauv(L, 2 * sizeof *numbers * (size_t)count, 0);
  sort_key *keys = NULL;
  if (!sorter->has_function) keys = lua_newuserdatauv(L, sizeof *keys * (size_t)count, 0);
  for (int i = 0; i < count; i++) {
    ysl_list_get(L, list, i + 1);
    key_kind kind = keys != NULL ? read_key(L, &keys[i]) : BY_SCRIPT;
    if (i == 0) sorter->kind = kind;
    if (kind != sorter->kind) sorter->kind = BY_SCRIPT;
    lua_rawseti(L, ELEMENTS, i + 1);
    numbers[i] = i;
  }
  sorter->keys = keys;
}

int ysl_sort(lua_State *L) {
  ysl_list list = ysl_check_list(L, LIST, YSL_READ | YSL_WRITE | YSL_LENGTH);
  lua_Integer length = ysl_list_length(L, list);
  if (length < 2) return 0;
  luaL_argcheck(L, length < INT_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, FUNCTION)) luaL_checktype(L, FUNCTION, LUA_TFUNCTION);
  lua_settop(L, FUNCTION);
  ysl_charge(L, "table.sort", length);
  ysl_check_size(L, "table.sort", (size_t)length * 24);
  int count = (int)length;
  sorter sorter = {.L = L, .has_function = !lua_isnil(L, FUNCTION)};
  read_elements(&sorter, list, count);
  int *numbers = lua_touserdata(L, NUMBERS);
  sort_numbers(&sorter, numbers, count, numbers + count);
  ysl_charge(L, "table.sort", sorter.comparisons);
  for (int i = 0; i < count; i++) {
    lua_rawgeti(L, ELEMENTS, numbers[i] + 1);
    ysl_list_set(L, list, i + 1);
  }
  return 0;
}
