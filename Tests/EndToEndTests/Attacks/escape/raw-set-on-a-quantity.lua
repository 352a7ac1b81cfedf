-- expect: status=ok value=refused
-- why: raw functions take tables, never host values
return pcall(rawset, quantity "1元", "x", 1) and "changed" or "refused"
