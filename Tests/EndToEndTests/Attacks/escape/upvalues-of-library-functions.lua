-- expect: status=ok value=absent
-- why: without the debug library the upvalues of replaced functions stay out of reach
return (debug == nil and string.dump == nil) and "absent" or "present"
