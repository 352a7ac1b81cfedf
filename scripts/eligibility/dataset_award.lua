-- Measure 4: an award for a high-quality dataset. A panel selects and proposes; the document only says "up to",
-- so the proposal is data and the cap is the catalogue's.

eligibility "dataset_award" {
  instrument = "dataset_award",
  requires = {
    { "the dataset was selected", zh = "数据集择优入选", function(e) return e.dataset_selected end },
  },
  amount = function(e) return e.dataset_award_proposed end,
}
