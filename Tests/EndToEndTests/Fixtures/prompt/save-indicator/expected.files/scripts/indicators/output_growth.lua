local base = 2023
local function growth(a, b) return a / b - 1 end

indicator "output_growth" {
  unit = "%",
  value = function(obs, at) return growth(obs.output[at], obs.output[base]) end,
}
