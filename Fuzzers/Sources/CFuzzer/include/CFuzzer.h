// The entry point of libFuzzer, which comes with the compiler: `-sanitize=fuzzer` links it.
#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs a function on inputs, one after another, as the arguments say. Returns the exit code.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*function)(const uint8_t *, size_t));

#endif
