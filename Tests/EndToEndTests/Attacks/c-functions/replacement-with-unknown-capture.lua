-- expect: status=error message~invalid capture index
-- why: a replacement can only name captures that exist
return (("abc"):gsub("%w", "%2"))
