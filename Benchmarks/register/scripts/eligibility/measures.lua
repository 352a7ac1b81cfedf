-- The seven measures of the benchmark, written as a district would write them. Rates, floors and caps come
-- from the catalogue; rounding to the fen and the caps are the host's business.

eligibility "rd_hq_grant" {
  instrument = "rd_hq_grant",
  requires = {
    { "introduced in the year", zh = "当年新引进", function(e, p, at) return e.introduced_year == at.year end },
    { "is an R&D headquarters", zh = "属于研发总部", function(e) return e.hq_kind == "rd" end },
    { "R&D spend reaches the floor", zh = "研发投入达到起点", function(e, p) return e.rd_spend_yuan >= p.floor end },
  },
  amount = function(e, p) return e.rd_spend_yuan * p.rate end,
}

eligibility "research_task_match" {
  instrument = "research_task_match",
  requires = {
    {
      "carries a national or provincial key task",
      zh = "承担国家、省重点科研任务",
      function(e) return e.key_task_level == "national" or e.key_task_level == "provincial" end,
    },
    { "has received funds", zh = "补助资金已到账", function(e) return e.task_funds_received_yuan > quantity "0元" end },
  },
  amount = function(e, p) return e.task_funds_received_yuan * p.rate end,
}

eligibility "data_compute_subsidy" {
  instrument = "data_compute_subsidy",
  requires = {
    { "operates authorised public data", zh = "开展公共数据授权运营", function(e) return e.data_operator end },
    { "has paid for computing", zh = "有算力支出", function(e) return e.compute_spend_yuan > quantity "0元" end },
  },
  amount = function(e, p) return e.compute_spend_yuan * p.rate end,
}

eligibility "dataset_award" {
  instrument = "dataset_award",
  requires = {
    { "the dataset was selected", zh = "数据集择优入选", function(e) return e.dataset_selected end },
    { "the score is a pass", zh = "评分合格", function(e, p) return e.dataset_score >= p.pass end },
  },
  amount = function(e, p) return p.per_point * e.dataset_score end,
}

eligibility "market_pilot_award" {
  instrument = "market_pilot_award",
  requires = {
    { "is a market operator", zh = "属于市场运营机构", function(e) return e.is_market_operator end },
    { "holds an approved pilot", zh = "获批试点", function(e) return e.pilot_approved end },
  },
  amount = function(e, p) return p.award end,
}

eligibility "culture_fee_relief" {
  instrument = "culture_fee_relief",
  requires = {
    { "is an advertising business", zh = "属于广告业", function(e) return e.ad_business end },
    { "the fee is local revenue", zh = "费归地方收入", function(e) return e.fee_is_local end },
  },
  amount = function(e, p) return e.culture_fee_due_yuan * p.rate end,
}

eligibility "compute_voucher" {
  instrument = "compute_voucher",
  requires = {
    { "is a small or medium enterprise", zh = "属于中小企业", function(e) return e.is_sme end },
    { "uses public computing power", zh = "使用公共算力", function(e) return e.public_compute end },
    { "does not operate public data", zh = "不是数商", function(e) return not e.data_operator end },
  },
  amount = function(e, p) return e.compute_spend_yuan * p.rate end,
}
