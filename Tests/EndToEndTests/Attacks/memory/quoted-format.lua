-- expect: status=limit limit=memory|instructions|time
-- why: quoting makes a text up to four times as long
local text = ("\0"):rep(15000000)
return #("%q"):format(text)
