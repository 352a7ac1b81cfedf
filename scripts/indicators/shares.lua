-- Shares: one series as a part of another, for the same area and period.

local function share(part, whole)
  return function(obs, at) return obs[part][at] / obs[whole][at] end
end

indicator "producer_services_share" {
  target = "producer_services_share",
  unit   = "%",
  value  = share("producer_services_va", "services_va"),
}

indicator "digital_services_export_share" {
  target = "digital_services_export_share",
  unit   = "%",
  value  = share("digital_services_exports", "services_exports"),
}

indicator "human_resources_agencies_high_end_share" {
  target = "human_resources_agencies_high_end_share",
  unit   = "%",
  value  = share("human_resources_agencies_high_end", "human_resources_agencies"),
}

indicator "digital_advertising_share" {
  target = "digital_advertising_share",
  unit   = "%",
  value  = share("digital_advertising_revenue", "advertising_revenue"),
}

-- No target of the document; what the economy of a place rests on.
indicator "services_share_of_gdp" {
  unit  = "%",
  value = share("services_va", "gdp"),
}
