-- expect: status=ok value=nil nil
-- why: counting characters by the largest integers ends at the ends of the text
return tostring(utf8.offset("abc", math.maxinteger)) .. " " .. tostring(utf8.offset("abc", math.mininteger))
