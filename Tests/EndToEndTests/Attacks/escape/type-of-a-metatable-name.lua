-- expect: status=ok value=table
-- why: `__name` changes what messages say, not what a value is
return type(setmetatable({}, { __name = "quantity" }))
