-- Measure 4: what a panel proposes for a dataset, up to the cap.

suite "dataset_award" {
  at    = "2027",
  given = { dataset_selected = true, dataset_award_proposed = "80万元" },

  { "pays what is proposed", expect = { eligible = true, amount = "80万元", capped_by = missing } },
  { "up to the cap", given = { dataset_award_proposed = "100万元" },
    expect = { amount = "100万元", capped_by = missing } },
  { "and no more", given = { dataset_award_proposed = "100.000001万元" },
    expect = { amount = "100万元", capped_by = "cap" } },
  { "not selected", given = { dataset_selected = false },
    expect = { eligible = false, unmet = { "数据集择优入选" }, amount = missing } },
  { "selection not known", given = { dataset_selected = missing },
    expect = { status = "undetermined", missing = { "dataset_selected" } } },
  { "selected without a proposal", given = { dataset_award_proposed = missing },
    expect = {
      status = "undetermined", met = { "the dataset was selected" },
      missing = { "dataset_award_proposed" },
    } },
}
