// The benchmark's measures written by hand in C, with whole fen: ReferenceRegister < in > out
//
// This is what the answers of everything else are compared with, and how fast it can be done when
// nothing is checked: columns in one order, no quotes, no value that is missing.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 18, MEASURES = 7 };

// The columns of the register that matter.
enum { ID = 0, YEAR = 2, HEADQUARTERS, RESEARCH, SMALL, DATA_OPERATOR, COMPUTING, PUBLIC, SCORE,
       SELECTED, LEVEL, FUNDS, PILOT, MARKET_OPERATOR, ADVERTISING, FEE, LOCAL };

/// Yuan with two decimals, as fen.
static int64_t fen(const char *text) {
  int64_t value = 0;
  for (; *text != '\0'; text++) {
    if (*text != '.') value = 10 * value + (*text - '0');
  }
  return value;
}

static int is(const char *text) { return text[0] == 't'; }

/// A share of an amount in per cent, rounded half up to the fen, and at most a cap.
static int64_t share(int64_t amount, int percent, int64_t cap) {
  int64_t part = (amount * percent + 50) / 100;
  return cap > 0 && part > cap ? cap : part;
}

static void decide(char *const cell[COLUMNS], int64_t paid[MEASURES]) {
  int64_t research = fen(cell[RESEARCH]), computing = fen(cell[COMPUTING]);
  int64_t funds = fen(cell[FUNDS]);
  int score = atoi(cell[SCORE]);
  memset(paid, 0, MEASURES * sizeof *paid);
  if (strcmp(cell[YEAR], "2027") == 0 && strcmp(cell[HEADQUARTERS], "rd") == 0 &&
      research >= 1000000000) {
    paid[0] = share(research, 5, 500000000);
  }
  if (strcmp(cell[LEVEL], "none") != 0 && funds > 0) paid[1] = share(funds, 25, 500000000);
  if (is(cell[DATA_OPERATOR]) && computing > 0) paid[2] = share(computing, 20, 100000000);
  if (is(cell[SELECTED]) && score >= 60) paid[3] = share(1250000, 100 * score, 100000000);
  if (is(cell[MARKET_OPERATOR]) && is(cell[PILOT])) paid[4] = 1000000000;
  if (is(cell[ADVERTISING]) && is(cell[LOCAL])) paid[5] = share(fen(cell[FEE]), 50, 0);
  if (is(cell[SMALL]) && is(cell[PUBLIC]) && !is(cell[DATA_OPERATOR])) {
    paid[6] = share(computing, 30, 20000000);
  }
}

/// Cuts a line at its commas; returns how many cells there are.
static int split(char *line, char *cell[COLUMNS]) {
  int count = 0;
  for (char *next = line; next != NULL && count < COLUMNS; count++) {
    cell[count] = next;
    next = strchr(next, ',');
    if (next != NULL) *next++ = '\0';
  }
  return count;
}

static char *put(char *target, int64_t fen) {
  char digits[24];
  int count = 0;
  int64_t yuan = fen / 100;
  *target++ = ',';
  do digits[count++] = (char)('0' + yuan % 10); while ((yuan /= 10) > 0);
  while (count > 0) *target++ = digits[--count];
  *target++ = '.';
  *target++ = (char)('0' + fen / 10 % 10);
  *target++ = (char)('0' + fen % 10);
  return target;
}

int main(void) {
  static char line[4096], output[4096];
  if (fgets(line, sizeof line, stdin) == NULL) return 2;
  puts("id,rd_hq_grant,research_task_match,data_compute_subsidy,dataset_award,"
       "market_pilot_award,culture_fee_relief,compute_voucher");
  while (fgets(line, sizeof line, stdin) != NULL) {
    char *cell[COLUMNS];
    int64_t paid[MEASURES];
    line[strcspn(line, "\n")] = '\0';
    if (split(line, cell) != COLUMNS) return 2;
    decide(cell, paid);
    size_t length = strlen(cell[ID]);
    memcpy(output, cell[ID], length);
    char *end = output + length;
    for (int i = 0; i < MEASURES; i++) end = put(end, paid[i]);
    *end++ = '\n';
    fwrite(output, 1, (size_t)(end - output), stdout);
  }
  return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
