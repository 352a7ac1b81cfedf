-- expect: status=error message~too short
-- why: a length in the data cannot reach beyond the data
return string.unpack("s8", "\255\255\255\255\255\255\255\127abc")
