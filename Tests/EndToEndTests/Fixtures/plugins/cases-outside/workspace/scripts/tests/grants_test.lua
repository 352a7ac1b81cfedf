suite "export_voucher" { at = "2026", cases = "../../outer.csv" }
