-- expect: status=ok value=50 50
-- why: 5.4.4 leaves the closing value open when a function holds on to a variable of the loop, and crashes later
local opened, closed = 0, 0
local function guard()
  opened = opened + 1
  return setmetatable({}, { __close = function() closed = closed + 1 end })
end
local function walk()
  for _ = 1, 50 do
    for k in next, { 1 }, nil, guard() do
      local function keep() return k end
      break
    end
  end
  do local x <close> = setmetatable({}, { __close = function() end }) end
  return opened .. " " .. closed
end
return walk()
