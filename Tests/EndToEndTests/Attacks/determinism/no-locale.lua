-- expect: status=ok value=1.5 true false
-- why: neither the decimal point nor the classes of letters follow a locale
return ("%.1f"):format(1.5) .. " " .. tostring(tonumber("1.5") == 1.5) .. " " .. tostring(("é"):find("^%a") ~= nil)
