local rates = { floor = quantity "1元" }
function rates.is_enough(spend) return spend >= rates.floor end
function rates.amount(spend, p) return spend * p.rate end
return rates
