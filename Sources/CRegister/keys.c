// Which keys were read before, in bounded memory.
//
// Few keys are kept in a table. When it is full, they move to a file: keys with the same first bits
// share a chain of pages. A filter in memory answers for almost every new key that it is not there,
// so that pages are read again only for keys that are, and for one in some hundreds that is not.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CRegister.h"

enum {
  TABLE_LIMIT = 1 << 18,        // keys before they move to the file
  CHAINS = 1024,
  PAGE_KEYS = 256,              // 4 KiB
  FILTER_BLOCKS = 1 << 18,      // of 64 bytes: 16 MiB
  FILTER_KEYS = 10 * 1000 * 1000,
  FILTER_BITS = 7,
  FILTERS = 64,
  AHEAD = 16,                   // how early the memory of a key is asked for
};

typedef enum { YSR_NEW, YSR_KNOWN, YSR_FAILED } ysr_ledger_answer;

typedef struct {
  ysr_key keys[PAGE_KEYS];      // those that are not in the file yet
  uint32_t *pages;              // where the others are
  size_t page_count;
  size_t page_capacity;
} chain;

struct ysr_ledger {
  uint64_t count;
  ysr_key *table;               // open addressing; no key has the line 0
  size_t table_size;
  chain *chains;
  int counts[CHAINS];           // of the keys of each chain that are not in the file yet
  uint64_t (*filters[FILTERS])[8];
  int file;
  uint32_t file_pages;
  char folder[];
};

// MARK: Memory

/// Zeroed memory straight from the system, to which it goes back when it is freed, whatever is done
/// with other memory.
static void *map(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

static void unmap(void *memory, size_t size) {
  if (memory != NULL) munmap(memory, size);
}

// MARK: Hashes

static uint64_t rotate(uint64_t word, int bits) { return word << bits | word >> (64 - bits); }

static void mix(uint64_t state[4]) {
  state[0] += state[1];
  state[1] = rotate(state[1], 13) ^ state[0];
  state[0] = rotate(state[0], 32);
  state[2] += state[3];
  state[3] = rotate(state[3], 16) ^ state[2];
  state[0] += state[3];
  state[3] = rotate(state[3], 21) ^ state[0];
  state[2] += state[1];
  state[1] = rotate(state[1], 17) ^ state[2];
  state[2] = rotate(state[2], 32);
}

// SipHash with one round for each word and three at the end, of 128 bits of which 96 are used.
ysr_key ysr_key_of(const uint8_t *bytes, size_t count, const uint64_t seed[2], uint32_t line) {
  uint64_t state[4] = {
      seed[0] ^ UINT64_C(0x736f6d6570736575), seed[1] ^ UINT64_C(0x646f72616e646f6d) ^ 0xee,
      seed[0] ^ UINT64_C(0x6c7967656e657261), seed[1] ^ UINT64_C(0x7465646279746573)};
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    state[3] ^= word;
    mix(state);
    state[0] ^= word;
  }
  uint64_t last = (uint64_t)count << 56;
  for (int i = 0; at + (size_t)i < count; i++) last |= (uint64_t)bytes[at + (size_t)i] << 8 * i;
  state[3] ^= last;
  mix(state);
  state[0] ^= last;
  state[2] ^= 0xee;
  for (int i = 0; i < 3; i++) mix(state);
  uint64_t high = state[0] ^ state[1] ^ state[2] ^ state[3];
  state[1] ^= 0xdd;
  for (int i = 0; i < 3; i++) mix(state);
  uint64_t low = state[0] ^ state[1] ^ state[2] ^ state[3];
  return (ysr_key){high, (uint32_t)low, line};
}

static bool same(const ysr_key *left, const ysr_key *right) {
  return left->high == right->high && left->low == right->low;
}

// MARK: The file

static bool flush(ysr_ledger *ledger, chain *chain) {
  if (ledger->file < 0) {
    ledger->file = open(ledger->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (ledger->file < 0) {
      // Not every file system has files without a name.
      char path[4096];
      size_t length = strlen(ledger->folder);
      static const char name[] = "/.yardstick-keys-XXXXXX";
      if (length + sizeof name > sizeof path) return false;
      memcpy(path, ledger->folder, length);
      memcpy(path + length, name, sizeof name);
      ledger->file = mkostemp(path, O_CLOEXEC);
      if (ledger->file < 0) return false;
      unlink(path);
    }
  }
  if (chain->page_count == chain->page_capacity) {
    size_t capacity = 2 * chain->page_capacity + 4;
    uint32_t *grown = realloc(chain->pages, capacity * sizeof *grown);
    if (grown == NULL) return false;
    chain->pages = grown;
    chain->page_capacity = capacity;
  }
  ssize_t size = sizeof chain->keys;
  if (pwrite(ledger->file, chain->keys, (size_t)size, (off_t)ledger->file_pages * size) != size) {
    return false;
  }
  chain->pages[chain->page_count++] = ledger->file_pages++;
  ledger->counts[chain - ledger->chains] = 0;
  return true;
}

static const ysr_key *find_among(const ysr_key *keys, int count, const ysr_key *key) {
  for (int i = 0; i < count; i++) {
    if (same(&keys[i], key)) return &keys[i];
  }
  return NULL;
}

static ysr_ledger_answer find_in_chain(ysr_ledger *ledger, const chain *chain, const ysr_key *key,
                                       uint32_t *first) {
  const ysr_key *found = find_among(chain->keys, ledger->counts[chain - ledger->chains], key);
  ysr_key page[PAGE_KEYS];
  for (size_t i = 0; found == NULL && i < chain->page_count; i++) {
    off_t place = (off_t)chain->pages[i] * (off_t)sizeof page;
    if (pread(ledger->file, page, sizeof page, place) != sizeof page) return YSR_FAILED;
    found = find_among(page, PAGE_KEYS, key);
  }
  if (found == NULL) return YSR_NEW;
  *first = found->line;
  return YSR_KNOWN;
}

// MARK: The filter

static uint64_t *filter_block(ysr_ledger *ledger, int filter, const ysr_key *key) {
  return ledger->filters[filter][(key->high >> 10) % FILTER_BLOCKS];
}

static bool may_hold(const uint64_t *block, const ysr_key *key) {
  uint64_t bits = (uint64_t)key->low << 31 | key->high >> 33;
  for (int i = 0; i < FILTER_BITS; i++, bits >>= 9) {
    if ((block[bits >> 6 & 7] >> (bits & 63) & 1) == 0) return false;
  }
  return true;
}

static void hold(uint64_t *block, const ysr_key *key) {
  uint64_t bits = (uint64_t)key->low << 31 | key->high >> 33;
  for (int i = 0; i < FILTER_BITS; i++, bits >>= 9) {
    block[bits >> 6 & 7] |= UINT64_C(1) << (bits & 63);
  }
}

static int newest_filter(const ysr_ledger *ledger) {
  uint64_t newest = ledger->count / FILTER_KEYS;
  return newest < FILTERS ? (int)newest : FILTERS - 1;
}

/// Has the memory that a key needs brought near: without it, most of the time goes into waiting.
static void expect(ysr_ledger *ledger, const uint8_t *bytes) {
  ysr_key key;
  memcpy(&key, bytes, sizeof key);
  if (ledger->chains == NULL) {
    if (ledger->table == NULL) return;
    __builtin_prefetch(&ledger->table[key.high & (ledger->table_size - 1)], 1);
    return;
  }
  int newest = newest_filter(ledger);
  if (ledger->filters[newest] == NULL) return;
  __builtin_prefetch(filter_block(ledger, newest, &key), 1);
  size_t place = key.high % CHAINS;
  __builtin_prefetch(&ledger->chains[place].keys[ledger->counts[place] % PAGE_KEYS], 1);
}

static ysr_ledger_answer add_to_file(ysr_ledger *ledger, const ysr_key *key, uint32_t *first) {
  chain *chain = &ledger->chains[key->high % CHAINS];
  int *count = &ledger->counts[key->high % CHAINS];
  int newest = newest_filter(ledger);
  if (ledger->filters[newest] == NULL) {
    ledger->filters[newest] = map(FILTER_BLOCKS * sizeof *ledger->filters[newest]);
    if (ledger->filters[newest] == NULL) return YSR_FAILED;
  }
  for (int i = newest; i >= 0; i--) {
    if (!may_hold(filter_block(ledger, i, key), key)) continue;
    ysr_ledger_answer answer = find_in_chain(ledger, chain, key, first);
    if (answer != YSR_NEW) return answer;
    break;
  }
  if (*count == PAGE_KEYS && !flush(ledger, chain)) return YSR_FAILED;
  hold(filter_block(ledger, newest, key), key);
  chain->keys[(*count)++] = *key;
  ledger->count++;
  return YSR_NEW;
}

// MARK: The table

static bool grow(ysr_ledger *ledger) {
  size_t size = ledger->table_size == 0 ? 1024 : 2 * ledger->table_size;
  ysr_key *table = map(size * sizeof *table);
  if (table == NULL) return false;
  for (size_t i = 0; i < ledger->table_size; i++) {
    if (ledger->table[i].line == 0) continue;
    size_t place = ledger->table[i].high & (size - 1);
    while (table[place].line != 0) place = (place + 1) & (size - 1);
    table[place] = ledger->table[i];
  }
  unmap(ledger->table, ledger->table_size * sizeof *table);
  ledger->table = table;
  ledger->table_size = size;
  return true;
}

static bool move_to_file(ysr_ledger *ledger) {
  ledger->chains = calloc(CHAINS, sizeof *ledger->chains);
  if (ledger->chains == NULL) return false;
  ledger->count = 0;
  uint32_t first;
  for (size_t i = 0; i < ledger->table_size; i++) {
    if (ledger->table[i].line == 0) continue;
    if (add_to_file(ledger, &ledger->table[i], &first) != YSR_NEW) return false;
  }
  unmap(ledger->table, ledger->table_size * sizeof *ledger->table);
  ledger->table = NULL;
  return true;
}

static ysr_ledger_answer add(ysr_ledger *ledger, ysr_key key, uint32_t *first) {
  if (key.line == 0) key.line = UINT32_MAX;
  if (ledger->chains == NULL) {
    if (2 * ledger->count >= ledger->table_size && !grow(ledger)) return YSR_FAILED;
    size_t mask = ledger->table_size - 1, place = key.high & mask;
    for (; ledger->table[place].line != 0; place = (place + 1) & mask) {
      if (!same(&ledger->table[place], &key)) continue;
      *first = ledger->table[place].line;
      return YSR_KNOWN;
    }
    if (ledger->count < TABLE_LIMIT) {
      ledger->table[place] = key;
      ledger->count++;
      return YSR_NEW;
    }
    if (!move_to_file(ledger)) return YSR_FAILED;
  }
  return add_to_file(ledger, &key, first);
}

ptrdiff_t ysr_ledger_add(ysr_ledger *ledger, const uint8_t *keys, size_t count, size_t from,
                         uint32_t *first) {
  for (size_t i = from; i < count; i++) {
    ysr_key key;
    if (i + AHEAD < count) expect(ledger, keys + (i + AHEAD) * sizeof key);
    memcpy(&key, keys + i * sizeof key, sizeof key);
    switch (add(ledger, key, first)) {
      case YSR_NEW: break;
      case YSR_KNOWN: return (ptrdiff_t)i;
      default: return YSR_LEDGER_FAILED;
    }
  }
  return (ptrdiff_t)count;
}

// MARK: Life

ysr_ledger *ysr_ledger_open(const char *folder) {
  size_t length = strlen(folder);
  ysr_ledger *ledger = calloc(1, sizeof *ledger + length + 1);
  if (ledger == NULL) return NULL;
  memcpy(ledger->folder, folder, length);
  ledger->file = -1;
  return ledger;
}

void ysr_ledger_close(ysr_ledger *ledger) {
  if (ledger->file >= 0) close(ledger->file);
  for (int i = 0; i < FILTERS; i++) {
    unmap(ledger->filters[i], FILTER_BLOCKS * sizeof *ledger->filters[i]);
  }
  for (int i = 0; ledger->chains != NULL && i < CHAINS; i++) free(ledger->chains[i].pages);
  free(ledger->chains);
  unmap(ledger->table, ledger->table_size * sizeof *ledger->table);
  free(ledger);
}
