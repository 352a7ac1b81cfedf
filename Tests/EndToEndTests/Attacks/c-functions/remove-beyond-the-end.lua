-- expect: status=error message~out of bounds
-- why: only the place after the last may be removed
return table.remove({ 1, 2, 3 }, 7)
