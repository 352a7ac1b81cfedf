-- expect: status=ok value=410
-- why: the longest float that can be written has more than four hundred characters
return #("%.99f"):format(-1e308)
