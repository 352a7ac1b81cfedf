// math.random and math.randomseed: the same sequence in every run.
//
// The generator is xoshiro256** by Blackman and Vigna, filled by SplitMix64 as they recommend.
#include <string.h>

#include "internal.h"

typedef struct {
  uint64_t words[4];
  uint64_t version;  // of the host's seed that it was filled from
} generator;

static uint64_t rotate(uint64_t value, int count) { return value << count | value >> (64 - count); }

static void fill(generator *generator, uint64_t first, uint64_t second) {
  uint64_t state = first ^ rotate(second, 32);
  for (int i = 0; i < 4; i++) {
    state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = (state ^ state >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94D049BB133111EB);
    generator->words[i] = mixed ^ mixed >> 31;
  }
}

/// The generator of the running function, filled anew if the host has set a seed since.
static generator *current(lua_State *L) {
  ysl_state *state = ysl_state_of(L);
  generator *generator = lua_touserdata(L, lua_upvalueindex(1));
  if (generator->version != state->seed_version) {
    fill(generator, state->seed, 0);
    generator->version = state->seed_version;
  }
  return generator;
}

static uint64_t next(generator *generator) {
  uint64_t *words = generator->words;
  uint64_t result = rotate(words[1] * 5, 7) * 9;
  uint64_t shifted = words[1] << 17;
  words[2] ^= words[0];
  words[3] ^= words[1];
  words[1] ^= words[2];
  words[0] ^= words[3];
  words[2] ^= shifted;
  words[3] = rotate(words[3], 45);
  return result;
}

/// A number from 0 to `most`, all equally likely.
static uint64_t next_up_to(generator *generator, uint64_t most) {
  uint64_t mask = most;
  for (int shift = 1; shift < 64; shift *= 2) mask |= mask >> shift;
  uint64_t result;
  do result = next(generator) & mask;
  while (result > most);
  return result;
}

static int random(lua_State *L) {
  generator *generator = current(L);
  lua_Integer low = 1, high;
  switch (lua_gettop(L)) {
    case 0:
      lua_pushnumber(L, (lua_Number)(next(generator) >> 11) * 0x1p-53);
      return 1;
    case 1:
      high = luaL_checkinteger(L, 1);
      if (high == 0) {
        lua_pushinteger(L, (lua_Integer)next(generator));
        return 1;
      }
      break;
    case 2:
      low = luaL_checkinteger(L, 1);
      high = luaL_checkinteger(L, 2);
      break;
    default: return luaL_error(L, "wrong number of arguments");
  }
  luaL_argcheck(L, low <= high, lua_gettop(L), "interval is empty");
  uint64_t offset = next_up_to(generator, (uint64_t)high - (uint64_t)low);
  lua_pushinteger(L, (lua_Integer)(offset + (uint64_t)low));
  return 1;
}

/// A number of any kind as an integer: its value, or for a fraction its bits.
static lua_Integer check_seed(lua_State *L, int argument) {
  int is_integer;
  lua_Integer integer = lua_tointegerx(L, argument, &is_integer);
  if (is_integer) return integer;
  lua_Number number = luaL_checknumber(L, argument);
  memcpy(&integer, &number, sizeof integer);
  return integer;
}

/// Without arguments it goes back to the host's seed; there is nothing random to take one from.
static int random_seed(lua_State *L) {
  generator *generator = current(L);
  bool is_given = !lua_isnone(L, 1);
  lua_Integer first = is_given ? check_seed(L, 1) : (lua_Integer)ysl_state_of(L)->seed;
  lua_Integer second = is_given ? luaL_optinteger(L, 2, 0) : 0;
  fill(generator, (uint64_t)first, (uint64_t)second);
  lua_pushinteger(L, first);
  lua_pushinteger(L, second);
  return 2;
}

void ysl_set_random(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"random", random}, {"randomseed", random_seed}, {NULL, NULL}};
  generator *generator = lua_newuserdatauv(L, sizeof *generator, 0);
  // Filled when it is first used.
  generator->version = UINT64_MAX;
  luaL_setfuncs(L, functions, 1);
}

void ysl_set_seed(ysl_state *state, uint64_t seed) {
  state->seed = seed;
  state->seed_version = ++state->seed_versions;
}

uint64_t ysl_seed(const ysl_state *state) { return state->seed; }
