-- expect: status=ok value=:4: inner
-- why: a message says where the error was raised
local function f()
  error("inner")
end
local _, message = pcall(f)
return message:match(":%d+: inner$")
