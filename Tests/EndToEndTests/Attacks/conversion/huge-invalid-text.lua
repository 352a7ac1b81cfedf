-- expect: status=limit limit=size|memory
-- expect: status=error
-- why: repairing bytes makes a text three times as long
-- known-bug: repairing a huge text takes too long before its size is looked at
return ("\xFF"):rep(20000000)
