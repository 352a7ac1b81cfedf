-- expect: status=error message~NaN
-- why: NaN is no key
rawset({}, 0 / 0, 1)
