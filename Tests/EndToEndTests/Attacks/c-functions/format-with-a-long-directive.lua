-- expect: status=error message~invalid
-- why: a directive longer than any buffer is refused
return ("%" .. ("0"):rep(500) .. "d"):format(1)
