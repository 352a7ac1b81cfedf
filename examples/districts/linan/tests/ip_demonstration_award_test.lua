-- An example, not policy: every tier of the award, before 2026 and from then on. The cases are rows of the table.

suite "ip_demonstration_award" { cases = "ip_demonstration_award.csv" }

suite "ip_demonstration_award" {
  at    = 2026,
  given = { area = "330112", ip_status = "national_advantage" },

  { "what the document left open is filled in", expect = { open = {}, amount = "30万元" } },
}
