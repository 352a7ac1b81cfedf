// Writes the made-up register of the benchmark: GenerateRegister ROWS > register.csv
//
// A smaller register is the beginning of a larger one. The random numbers are those of a Mersenne
// Twister of 32 bits with 53 bits to a number, and normal numbers come in pairs (Box and Muller).
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

// MARK: Random numbers

enum { WORDS = 624, MIDDLE = 397, SEED = 20270101 };

static uint32_t state[WORDS];
static int place = WORDS;

static void seed(void) {
  state[0] = 19650218;
  for (uint32_t i = 1; i < WORDS; i++) {
    state[i] = 1812433253u * (state[i - 1] ^ state[i - 1] >> 30) + i;
  }
  uint32_t i = 1;
  for (int round = 0; round < WORDS; round++) {
    state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1664525u) + SEED;
    if (++i == WORDS) { state[0] = state[WORDS - 1]; i = 1; }
  }
  for (int round = 0; round < WORDS - 1; round++) {
    state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1566083941u) - i;
    if (++i == WORDS) { state[0] = state[WORDS - 1]; i = 1; }
  }
  state[0] = 0x80000000u;
}

static uint32_t next_word(void) {
  if (place == WORDS) {
    for (int i = 0; i < WORDS; i++) {
      uint32_t bits = (state[i] & 0x80000000u) | (state[(i + 1) % WORDS] & 0x7FFFFFFFu);
      state[i] = state[(i + MIDDLE) % WORDS] ^ bits >> 1 ^ (bits & 1 ? 0x9908B0DFu : 0);
    }
    place = 0;
  }
  uint32_t word = state[place++];
  word ^= word >> 11;
  word ^= word << 7 & 0x9D2C5680u;
  word ^= word << 15 & 0xEFC60000u;
  return word ^ word >> 18;
}

static double uniform(void) {
  uint32_t high = next_word() >> 5, low = next_word() >> 6;
  return (high * 67108864.0 + low) / 9007199254740992.0;
}

static double normal(void) {
  static bool has_second;
  static double second;
  if (has_second) {
    has_second = false;
    return second;
  }
  double angle = uniform() * 6.283185307179586;
  double radius = sqrt(-2.0 * log(1.0 - uniform()));
  second = sin(angle) * radius;
  has_second = true;
  return cos(angle) * radius;
}

// MARK: Rows

/// Money in fen: nothing with some probability, else log-normal.
static int64_t money(double nothing, double scale, double spread) {
  if (uniform() < nothing) return 0;
  return (int64_t)(scale * exp(spread * (0.0 + normal() * 1.0)));
}

static const char *truth(double probability) {
  return uniform() < probability ? "true" : "false";
}

static const char *const districts[] = {"上城区", "拱墅区", "西湖区", "滨江区", "萧山区",
                                        "余杭区", "临平区", "钱塘区", "富阳区", "临安区",
                                        "桐庐县", "淳安县", "建德市"};

// Fen around the floor and the cap of the first measure.
static const int64_t edges[] = {999999999,   1000000000,  1000000001, 9999999990,
                                10000000010, 10000000000, 1000000010, 0};

static void write_money(int64_t fen) {
  printf(",%lld.%02lld", (long long)(fen / 100), (long long)(fen % 100));
}

// What is drawn comes in the order of the first version of this workload, so that its registers stay
// the same; the columns come in another.
static void write_row(long number) {
  double kind = uniform();
  const char *headquarters = kind < 0.6 ? "none" : kind < 0.85 ? "rd" : "regional";
  int year = uniform() < 0.2 ? 2027 : 2005 + (int)(uniform() * 23);
  int64_t research = number % 97 == 0 ? edges[number / 97 % 8] : money(0.25, 2e8, 1.8);
  double task = uniform();
  const char *level = task < 0.9 ? "none" : task < 0.97 ? "provincial" : "national";
  int64_t computing = money(0.4, 3e7, 1.7);
  int64_t funds = task >= 0.9 || uniform() < 0.05 ? money(0.1, 4e8, 1.5) : 0;
  int64_t fee = money(0.5, 2e6, 1.5);
  bool is_operator = uniform() < 0.05;
  printf("E%07ld,%s,%d,%s", number, districts[(int)(uniform() * 13)], year, headquarters);
  write_money(research);
  printf(",%s", truth(0.7));
  printf(",%s", truth(0.15));
  write_money(computing);
  printf(",%s", truth(0.35));
  printf(",%d", (int)(uniform() * 101));
  printf(",%s,%s", truth(0.08), level);
  write_money(funds);
  printf(",%s,%s", truth(is_operator ? 0.3 : 0.01), is_operator ? "true" : "false");
  printf(",%s", truth(0.12));
  write_money(fee);
  printf(",%s\n", truth(0.8));
}

int main(int count, char **arguments) {
  long rows = count == 2 ? atol(arguments[1]) : 0;
  if (rows <= 0) {
    fputs("usage: GenerateRegister ROWS > register.csv\n", stderr);
    return 2;
  }
  seed();
  puts("id,district,introduced_year,hq_kind,rd_spend_yuan,is_sme,data_operator,compute_spend_yuan,"
       "public_compute,dataset_score,dataset_selected,key_task_level,task_funds_received_yuan,"
       "pilot_approved,is_market_operator,ad_business,culture_fee_due_yuan,fee_is_local");
  for (long number = 0; number < rows; number++) write_row(number);
  return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
