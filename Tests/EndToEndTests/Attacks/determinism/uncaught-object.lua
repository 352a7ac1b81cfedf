-- expect: status=error
-- why: an uncaught error object is described without its address
error(setmetatable({}, { __name = "account" }))
