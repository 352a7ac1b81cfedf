-- expect: status=error message~first
-- why: a message of many lines stays one message
error("first\nsecond\r\nthird", 0)
