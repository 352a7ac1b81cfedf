-- expect: status=error message~table
-- why: an error may be a table without a text
error({ code = 1 })
