-- expect: status=ok
-- expect: status=error
-- why: no metamethod of a result runs once the chunk has returned
local function forever() while true do end end
return setmetatable({ 1 }, {
  __index = forever, __len = forever, __pairs = forever, __tostring = forever, __name = "evil",
  __metatable = forever, __eq = forever, __concat = forever, __close = forever, __call = forever,
})
