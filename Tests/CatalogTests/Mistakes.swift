// Mistakes to be made in the small catalogue, and what is said about them.

extension Mistake {
  // MARK: Values

  static let values = [
    Mistake(
      "an unknown key", "targets", "measure: 1", "measur: 1",
      "targets.yaml:20:5: unknown key `measur` in a target → did you mean `measure`?"),
    Mistake(
      "a missing key", "targets", "    due: 2027\n    series", "    series",
      "targets.yaml:2:5: `due` is missing in a target"),
    Mistake(
      "a list instead of a text", "targets", "id: output", "id: [output]",
      "targets.yaml:2:9: `id` must be a text, not a list"),
    Mistake(
      "a text instead of a list", "departments",
      "\n  - { id: finance, zh: 财政局, en: Finance Bureau }", " none",
      "departments.yaml:1:14: expected a list of departments, found a text"),
    Mistake(
      "a text instead of an entry", "departments", "{ id: finance, zh: 财政局, en: Finance Bureau }",
      "finance", "departments.yaml:2:5: expected a department with keys and values, found a text"),
    Mistake(
      "a missing list", "departments", "departments:", "department:",
      "departments.yaml:1:1: unknown key `department` in `departments.yaml` → did you mean `departments`?",
      "departments.yaml:1:1: `departments` is missing in `departments.yaml`"),
    Mistake(
      "a text instead of a title", "series", "{ zh: 产值, en: Output }", "Output",
      "series.yaml:2:26: expected a title with keys and values, found a text"),
    Mistake(
      "a title without Chinese", "series", "{ zh: 产值, en: Output }", "{ en: Output }",
      "series.yaml:2:26: `zh` is missing in a title"),
    Mistake("an empty text", "departments", "财政局", "\"\"", "departments.yaml:2:24: `zh` is empty"),
    Mistake(
      "an empty value", "departments", "zh: 财政局", "zh: ", "departments.yaml:2:24: `zh` is empty"),
    Mistake(
      "a bare tilde", "targets", "\"~\"", "~",
      "targets.yaml:13:21: `comparator` is empty: a bare `~` means nothing in YAML → write it in quotes, `\"~\"`"
    ),
    Mistake(
      "a text instead of a number", "targets", "due: 2027", "due: soon",
      "targets.yaml:6:10: `due` must be a whole number, not `soon`"),
    Mistake(
      "an unknown value", "series", "kind: flow", "kind: flows",
      "series.yaml:2:66: `kind` cannot be `flows` → did you mean `flow`?"),
    Mistake(
      "an unknown value that is like no other", "series", "kind: flow", "kind: xyzzy",
      "series.yaml:2:66: `kind` cannot be `xyzzy` → known here: `flow`, `growth`, `index`, `ratio`, `stock`"
    ),
    Mistake(
      "a malformed quantity", "targets", "value: 500亿元", "value: 5x0亿元",
      "targets.yaml:10:69: `value`: unknown unit `x0亿元`"),
    Mistake(
      "an unknown unit in quotes", "targets", "value: 500亿元", "value: '500 亿圆'",
      "targets.yaml:10:73: `value`: unknown unit `亿圆` → did you mean `亿元`?"),
    Mistake(
      "a malformed date", "areas", "2030-12-31", "2030-13-01",
      "areas.yaml:2:76: `to`: there is no month 13; months go from 01 to 12"),
    Mistake(
      "the same key with and without quotes", "departments", "zh: 财政局", "zh: 财政局, \"zh\": 财",
      "departments.yaml:2:29: the key `zh` stands twice in one place (first at departments.yaml:2:20) → remove one of the two"
    ),
  ]

  // MARK: The document

  static let document = [
    Mistake(
      "a malformed version", "catalog", "1.0.0", "1.0",
      "catalog.yaml:2:10: `version` must be three numbers such as `1.0.0`, not `1.0`"),
    Mistake(
      "an unknown vintage that applies", "catalog", "vintage: draft", "vintage: drat",
      "catalog.yaml:5:10: there is no vintage `drat` → did you mean `draft`?"),
    Mistake(
      "an unknown area of the catalogue", "catalog", "\"100\"", "\"101\"",
      "catalog.yaml:4:7: there is no area `101` → did you mean `100`?"),
    Mistake(
      "a vintage declared twice", "catalog", "name: adopted", "name: draft",
      "catalog.yaml:8:13: the vintage `draft` is declared twice (first at catalog.yaml:7:13) → rename or remove one of the two",
      "targets.yaml:11:7: there is no vintage `adopted` → known here: `draft`"),
    Mistake(
      "a department declared twice", "departments", "\n  - {",
      "\n  - { id: finance, zh: 财, en: F }\n  - {",
      "departments.yaml:3:11: the department `finance` is declared twice (first at departments.yaml:2:11) → rename or remove one of the two"
    ),
    Mistake(
      "a capital letter in an id", "departments", "id: finance", "id: financeOffice",
      "departments.yaml:2:11: `financeOffice` must consist of lower-case letters, digits and underscores, a letter first → write `finance_office`",
      "measures.yaml:7:19: there is no department `finance` → known here: `financeOffice`"),
    Mistake(
      "a word of Lua as an id", "series", "id: firms", "id: end",
      "series.yaml:3:11: `end` is a word of Lua, so scripts cannot type it as a name → choose another name"
    ),
    Mistake(
      "a measure declared twice", "measures", "number: 2", "number: 1",
      "measures.yaml:8:13: the measure `1` is declared twice (first at measures.yaml:2:13) → rename or remove one of the two",
      "targets.yaml:28:14: there is no measure `2` → the numbers go from 1 to 1"),
    Mistake(
      "a measure numbered zero", "measures", "number: 2", "number: 0",
      "measures.yaml:8:13: `number` must be at least 1, not 0",
      "targets.yaml:28:14: there is no measure `2` → the numbers go from 0 to 1"),
    Mistake(
      "an unknown chapter", "measures", "chapter: 2", "chapter: 7",
      "measures.yaml:9:14: there is no chapter `7` → the numbers go from 0 to 2"),
    Mistake(
      "an unknown department", "measures", "[finance]", "[finanse]",
      "measures.yaml:7:19: there is no department `finanse` → did you mean `finance`?"),
    Mistake(
      "an unknown clause", "narrative", "（二）", "（九）",
      "narrative.yaml:2:15: no chapter and no measure has the clause `（九）` → write it as in `chapters.yaml` or `measures.yaml`, such as `（七）`"
    ),
    Mistake(
      "a chapter without its clause", "chapters", "clause: 一", "clause: \"\"",
      "chapters.yaml:3:26: `clause` is empty"),
  ]

  // MARK: Units, areas and series

  static let statistics = [
    Mistake(
      "a unit declared twice", "units", "symbol: 万元", "symbol: 元",
      "units.yaml:3:15: the unit `元` is declared twice (first at units.yaml:2:15) → rename or remove one of the two"
    ),
    Mistake(
      "an alias that is taken", "units", "[间]", "[元]",
      "units.yaml:5:63: the unit `元` is declared twice (first at units.yaml:2:15) → rename or remove one of the two"
    ),
    Mistake(
      "a unit unlike the one built in", "units", "symbol: 家, en: firms, dimension: 家",
      "symbol: \"%\", en: firms, dimension: 家",
      "units.yaml:5:5: the unit `%` is built in as number with scale -2; leave it out or declare it so"
    ),
    Mistake(
      "no unit of a series", "series", "unit: 亿元", "unit: ", "series.yaml:2:56: `unit` is empty"),
    Mistake(
      "an unknown unit of a series", "series", "unit: 亿元", "unit: 亿圆",
      "series.yaml:2:56: there is no unit `亿圆` → did you mean `亿元`?"),
    Mistake(
      "an unknown parent", "areas", "parent: CN", "parent: CM",
      "areas.yaml:2:45: there is no area `CM` → did you mean `CN`?"),
    Mistake(
      "an area that is part of itself", "areas", "en: China", "en: China, parent: \"100\"",
      "areas.yaml:3:44: the area `CN` would be a part of itself → name the larger place that contains it"
    ),
    Mistake(
      "a code that ends before it begins", "areas", "2030-12-31", "2000-12-31",
      "areas.yaml:2:71: `to` is 2000-12-31, before `from`, 2001-01-01"),
    Mistake(
      "an area declared twice", "areas", "code: CN", "code: \"100\"",
      "areas.yaml:2:45: there is no area `CN` → known here: `100`",
      "areas.yaml:3:13: the area `100` is declared twice (first at areas.yaml:2:13) → rename or remove one of the two"
    ),
  ]

  // MARK: Targets

  static let targets = [
    Mistake(
      "a target declared twice", "targets", "id: gap", "id: output",
      "targets.yaml:25:9: the target `output` is declared twice (first at targets.yaml:2:9) → rename or remove one of the two"
    ),
    Mistake(
      "an unknown series", "targets", "series: output", "series: outputs",
      "targets.yaml:7:13: there is no series `outputs` → did you mean `output`?"),
    Mistake(
      "a series in another unit", "targets", "series: output", "series: firms",
      "targets.yaml:10:68: 500亿元 cannot be held against the series `firms`, which is in `家` → give the value in `家` or name another series",
      "targets.yaml:14:16: 600亿元 cannot be held against the series `firms`, which is in `家` → give the value in `家` or name another series"
    ),
    Mistake(
      "a ratio without its per cent sign", "targets", "1.5个百分点, qualifier: 5亿元",
      "66.7%, milestones: [{ due: 2025, comparator: \">\", value: 65 }]",
      "targets.yaml:33:115: the milestone is in plain numbers, the target in `%` → give both in one unit"
    ),
    Mistake(
      "an unknown measure", "targets", "measure: 2", "measure: 9",
      "targets.yaml:28:14: there is no measure `9` → the numbers go from 1 to 2"),
    Mistake(
      "a chapter other than that of the measure", "targets", "chapter: 2", "chapter: 1",
      "targets.yaml:27:14: measure 2 belongs to chapter 2, not to chapter 1 → write `chapter: 2`"),
    Mistake(
      "an unknown vintage", "targets", "adopted:", "adopte:",
      "targets.yaml:11:7: there is no vintage `adopte` → did you mean `adopted`?"),
    Mistake(
      "no vintage", "targets",
      "vintages:\n      draft: { figure: 全省第一, wording: 保持, comparator: \"<=\", value: 第1位 }",
      "vintages: {}", "targets.yaml:23:15: a target needs at least one vintage"),
    Mistake(
      "an implausible year", "targets", "due: 2027", "due: 20277",
      "targets.yaml:6:10: `due` must be a year from 1949 to 2100, not 20277"),
    Mistake(
      "a base after the due year", "targets", "base: 2023", "base: 2028",
      "targets.yaml:8:11: `base` must be a year before 2027, not 2028"),
    Mistake(
      "about without a tolerance", "targets", "        tolerance: 5000万元\n", "",
      "targets.yaml:13:21: `~` needs a tolerance → add `tolerance:`, how far from the value still counts"
    ),
    Mistake(
      "a tolerance without about", "targets", "comparator: \"~\"", "comparator: \">=\"",
      "targets.yaml:15:9: `tolerance` cannot stand in a vintage of a target: only `~` has a tolerance, and the comparator is `>=`"
    ),
    Mistake(
      "a tolerance in another unit", "targets", "5000万元", "50家",
      "targets.yaml:15:20: the tolerance is in `家`, the value in `亿元` → give both in one unit"),
    Mistake(
      "a tolerance of nothing", "targets", "5000万元", "0元",
      "targets.yaml:15:20: the tolerance must be more than zero"),
    Mistake(
      "a rank that is a number", "targets", "第1位", "1",
      "targets.yaml:24:68: a target of the nature `rank` needs a place in a ranking, not 1 → write a place such as `第1位`"
    ),
    Mistake(
      "a number that is a rank", "targets", "1.5个百分点, qualifier", "第2位, qualifier",
      "targets.yaml:33:58: 第2位 is a place in a ranking, but the nature of the target is `relative` → write `nature: rank`"
    ),
    Mistake(
      "at least a rank", "targets", "\"<=\"", "\">=\"",
      "targets.yaml:24:55: a better place in a ranking is a smaller number, so `>=` would ask for a worse one → write `\"<=\"`"
    ),
    Mistake(
      "a relative target without reference", "targets", "    reference: { zh: 全国, en: nation }\n",
      "", "targets.yaml:25:5: `reference` is missing in a target"),
    Mistake(
      "a level with a reference", "targets", "nature: relative", "nature: level",
      "targets.yaml:31:5: `reference` cannot stand in a target: its nature is `level`, not `relative`"
    ),
    Mistake(
      "a milestone after the due year", "targets", "due: 2025", "due: 2028",
      "targets.yaml:16:29: `due` must be a year before 2027, not 2028"),
    Mistake(
      "milestones out of order", "targets", "550亿元 }]",
      "550亿元 }, { due: 2024, comparator: \">\", value: 560亿元 }]",
      "targets.yaml:16:75: milestones stand in order of time: 2024 follows 2025"),
    Mistake(
      "a milestone in another unit", "targets", "550亿元", "550家",
      "targets.yaml:16:59: the milestone is in `家`, the target in `亿元` → give both in one unit"),
    Mistake(
      "an empty figure", "targets", "figure: 600亿元", "figure: \" \"",
      "targets.yaml:12:17: `figure` is empty"),
  ]

  // MARK: Subjects

  static let subjects = [
    Mistake(
      "an unknown key field", "subjects", "key: code", "key: cod",
      "subjects.yaml:4:10: there is no field `cod` to identify a subject by → did you mean `code`?"),
    Mistake(
      "a key field that is no text", "subjects", "key: code", "key: exporter",
      "subjects.yaml:4:10: the field `exporter` identifies a subject, so its type must be `text`"),
    Mistake(
      "a field declared twice", "subjects", "name: exporter", "name: spend",
      "subjects.yaml:14:17: the field `spend` is declared twice (first at subjects.yaml:7:17) → rename or remove one of the two"
    ),
    Mistake(
      "a value declared twice", "subjects", "value: small", "value: large",
      "subjects.yaml:13:22: the value `large` is declared twice (first at subjects.yaml:12:22) → rename or remove one of the two"
    ),
    Mistake(
      "a quantity without a unit", "subjects", ", unit: 元", "",
      "subjects.yaml:7:9: `unit` is missing in a field"),
    Mistake(
      "a unit of a text", "subjects", "type: text", "type: text, unit: 元",
      "subjects.yaml:6:64: `unit` cannot stand in a field: the type of the field is `text`"),
    Mistake(
      "values of a date", "subjects", "type: enum", "type: date",
      "subjects.yaml:11:9: `values` cannot stand in a field: the type of the field is `date`"),
    Mistake(
      "an enumeration without values", "subjects", "type: boolean", "type: enum, values: []",
      "subjects.yaml:14:79: a field of the type `enum` needs values"),
    Mistake(
      "a word of Lua as a field", "subjects", "name: spend", "name: local",
      "subjects.yaml:7:17: `local` is a word of Lua, so scripts cannot type it as a name → choose another name"
    ),
  ]

  // MARK: Instruments

  static let instruments = [
    Mistake(
      "an unknown subject", "instruments", "subject: firm", "subject: frim",
      "instruments.yaml:5:14: there is no subject `frim` → did you mean `firm`?"),
    Mistake(
      "an unknown kind", "instruments", "kind: award", "kind: reward",
      "instruments.yaml:6:11: `kind` cannot be `reward` → did you mean `award`?"),
    Mistake(
      "an open parameter with a value", "instruments", "unit: 元, local: open",
      "unit: 元, value: 5元, local: open",
      "instruments.yaml:11:57: `value` cannot stand in a parameter: it is `open`, so the document gives no value"
    ),
    Mistake(
      "an open parameter without a unit", "instruments", "unit: 元, local: open", "local: open",
      "instruments.yaml:11:15: `unit` is missing in a parameter"),
    Mistake(
      "a parameter without a value", "instruments", "value: 5%, ", "",
      "instruments.yaml:10:13: a parameter needs a `value`, unless it is `open` → add `value:`, or write `local: open` when the document gives none"
    ),
    Mistake(
      "a parameter without a figure", "instruments", "figure: 5%, ", "",
      "instruments.yaml:10:13: `figure` is missing in a parameter"),
    Mistake(
      "a unit beside a value", "instruments", "figure: 5%", "unit: \"%\", figure: 5%",
      "instruments.yaml:10:55: `unit` cannot stand in a parameter: the unit is that of the value"),
    Mistake(
      "a value beside versions", "instruments", "figure: 500万元\n",
      "value: 500万元\n        figure: 500万元\n",
      "instruments.yaml:14:9: `value` cannot stand in a parameter: `versions` gives the values"),
    Mistake(
      "a value outside its range", "instruments", "value: 5%", "value: 6%",
      "instruments.yaml:10:51: 6% is not within [0%, 5%]"),
    Mistake(
      "a range in another unit", "instruments", "[0%, 5%]", "[0元, 5元]",
      "instruments.yaml:10:51: the value is in `%`, its range in `元` → give both in one unit"),
    Mistake(
      "a range in two units", "instruments", "[0%, 5%]", "[0元, 5%]",
      "instruments.yaml:10:84: `within` runs from `元` to `%` → give both ends in one unit"),
    Mistake(
      "a range upside down", "instruments", "[0%, 5%]", "[5%, 0%]",
      "instruments.yaml:10:84: `within` runs from 5% down to 0% → write `[0%, 5%]`"),
    Mistake(
      "a range of one", "instruments", "[0%, 5%]", "[5%]",
      "instruments.yaml:10:84: `within` needs two quantities, the lowest and the highest"),
    Mistake(
      "an unknown local rule", "instruments", "may_raise", "may_rise",
      "instruments.yaml:15:16: `local` cannot be `may_rise` → did you mean `may_raise`?"),
    Mistake(
      "versions that overlap", "instruments", "2026-01-01", "2025-12-31",
      "instruments.yaml:18:35: this version begins on 2025-12-31, but the one before ends on 2025-12-31 → let versions stand in order of time and end before the next begins"
    ),
    Mistake(
      "a version after one without end", "instruments", ", to: 2025-12-31", "",
      "instruments.yaml:18:35: this version begins on 2026-01-01, but the one before has no end → let versions stand in order of time and end before the next begins"
    ),
    Mistake(
      "a later version without beginning", "instruments", ", from: 2026-01-01", "",
      "instruments.yaml:18:13: a version that follows another needs the day it begins → add `from:`"
    ),
    Mistake(
      "a version in another unit", "instruments", "value: 400万元", "value: 400家",
      "instruments.yaml:18:22: this version is in `家`, the one before in `万元` → give all versions in one unit"
    ),
    Mistake(
      "a malformed parameter name", "instruments", "floor:", "Floor:",
      "instruments.yaml:9:7: `Floor` must consist of lower-case letters, digits and underscores, a letter first → write `floor`"
    ),
    Mistake(
      "a parameter declared twice", "instruments", "amount:", "rate:",
      "instruments.yaml:11:7: the key `rate` stands twice in one place (first at instruments.yaml:10:7) → remove one of the two"
    ),
  ]
}
