-- expect: status=error message~third
-- why: of several errors on the way out the last one counts
local function closer(text) return setmetatable({}, { __close = function() error(text, 0) end }) end
local a <close> = closer "third"
local b <close> = closer "second"
error("first", 0)
