-- expect: status=error message~broken
-- why: a message with invalid bytes is repaired
error("broken \xFF\xFE\0 bytes", 0)
