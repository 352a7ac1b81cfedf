-- expect: status=error message~stopped after
-- why: a script must not pass off an error as a limit
error("the script was stopped after 20000000 instructions", 0)
