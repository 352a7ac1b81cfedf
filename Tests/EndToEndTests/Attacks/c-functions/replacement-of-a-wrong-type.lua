-- expect: status=error message~invalid replacement value
-- why: a replacement must be a text or a number
return (("abc"):gsub("%w", function() return {} end))
