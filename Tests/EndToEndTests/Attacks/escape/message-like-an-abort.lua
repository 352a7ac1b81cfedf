-- expect: status=error message~a limit of the script was reached
-- why: the words of the host's abort do not make one
error("a limit of the script was reached", 0)
