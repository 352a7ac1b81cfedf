-- expect: status=error
-- why: an error object whose every access fails
error(setmetatable({}, { __index = error, __name = {}, __metatable = false, __tostring = error, __len = error }))
