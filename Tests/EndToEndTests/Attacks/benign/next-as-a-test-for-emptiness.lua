-- expect: status=ok value=true false
-- why: `next` without a key tells whether there is anything
return tostring(next({}) == nil) .. " " .. tostring(next({ 0 }) == nil)
