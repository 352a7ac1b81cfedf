// The layers of the sandbox. Each function returns 0, or the errno of its first failure.
#ifndef CSANDBOX_LAYERS_H
#define CSANDBOX_LAYERS_H

#include "CSandbox.h"

/// Gives up gaining privileges, and being traced or dumped.
int ys_drop_privileges(void);

/// Lowers the limits of the process, soft and hard ones.
int ys_lower_limits(const ys_sandbox_limits *limits);

/// Lets only what computing needs through to the kernel, on all threads. Goes last: it forbids the
/// calls that the other layers make.
int ys_filter_calls(void);

#endif
