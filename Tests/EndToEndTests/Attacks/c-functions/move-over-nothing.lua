-- expect: status=limit limit=instructions|time
-- expect: status=error
-- why: moving a billion absent elements touches each of them
return table.move({}, 1, 1 << 40, 2)
