// Lua without limits, hooks or replaced functions.
#ifndef STOCKLUA_H
#define STOCKLUA_H

/// Loads a chunk into a new state with all of Lua's libraries, and calls it `count` times in protected calls. The
/// nanoseconds that the calls took together, or a negative number when one of them failed.
double stock_lua_time(const char *source, int count);

#endif
