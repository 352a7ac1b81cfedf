-- expect: status=error
-- why: a table that calls itself a quantity is not one
return quantity "1元" + setmetatable({}, { __name = "quantity" })
