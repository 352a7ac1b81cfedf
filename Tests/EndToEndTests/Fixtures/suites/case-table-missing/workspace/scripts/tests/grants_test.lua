suite "research_grant" { at = "2026", cases = "grant.csv" }
suite "export_voucher" { at = "2026", cases = "../../data/firms.csv" }
