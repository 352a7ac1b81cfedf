indicator "firms_added_change" { unit = "家", value = function(obs, at) return obs.firms[at] end }
