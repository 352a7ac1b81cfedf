-- expect: status=error
-- why: a key that is not in the table has no successor
return next({ 1, 2, 3 }, "absent")
