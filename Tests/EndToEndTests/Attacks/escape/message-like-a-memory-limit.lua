-- expect: status=error message~not enough memory
-- why: the words of the machine's memory error do not make one
error("not enough memory", 0)
