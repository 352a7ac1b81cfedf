-- expect: status=error message~left behind
-- why: a chunk fails with a message
error("left behind", 0)
