-- expect: status=ok
-- expect: status=error
-- why: a table comes back in a defined form, or is refused clearly
return { 1, 2, x = "y" }
