suite "research_grant" { at = "2026", given = { size = "small" }, cases = "grants.csv" }
suite "export_voucher" { at = "2026", cases = "vouchers.csv" }
