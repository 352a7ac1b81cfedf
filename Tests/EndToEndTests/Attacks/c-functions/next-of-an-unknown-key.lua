-- expect: status=error
-- why: a table that is not in the table as a key has no place before another
return next({ 1, 2, 3 }, {})
