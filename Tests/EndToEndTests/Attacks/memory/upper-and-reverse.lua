-- expect: status=limit limit=memory
-- why: copies of one large text
local copies, text = {}, ("x"):rep(10000000)
while true do
  copies[#copies + 1] = text:upper() .. #copies
  copies[#copies + 1] = text:reverse() .. #copies
end
