-- What several scripts of this plugin need; they get it with `require "shared"`.
-- `require` is for the top of a script, and a module cannot be changed once it is loaded.

local shared = {}

-- The most rent that counts: an example, replace it with your own figure.
shared.highest_rent = quantity "50万元"

-- Whether a subject is in the area that is asked about.
function shared.is_here(e, at) return e.area == at.area end

-- The part of a rent that counts.
function shared.rent_that_counts(rent) return min(rent, shared.highest_rent) end

return shared
