-- expect: status=ok value=table
-- why: converting a result must not go through functions that a script can replace
local kind = type
tostring, type, string.format = nil, nil, nil
return kind({})
