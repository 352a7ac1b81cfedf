// The scripts of a new plugin.

import Catalog
import Quantities
import Scripting

extension PluginTemplate {
  /// A round amount of money as it is written in texts.
  func money(_ yuan: Int) -> String {
    choices.own.map { "\(Quantity(value: ExactDecimal(yuan), unit: $0.money))" } ?? ""
  }

  /// The line of `requires` that asks where a subject is; none when that is not known of any.
  private var placeCondition: String {
    guard choices.own?.place != nil else { return "" }
    return """
          { "is in the area", zh = "在本地区", function(e, p, at) return shared.is_here(e, at) end },

      """
  }

  /// `lib/shared.lua`.
  var moduleText: String? {
    guard let own = choices.own else { return nil }
    let isHere = own.place.map {
      """
      -- Whether a subject is in the area that is asked about.
      function shared.is_here(e, at) return e.\($0) == at.area end


      """
    }
    return """
      -- What several scripts of this plugin need; they get it with `require "shared"`.
      -- `require` is for the top of a script, and a module cannot be changed once it is loaded.

      local shared = {}

      -- The most rent that counts: an example, replace it with your own figure.
      shared.highest_rent = quantity "\(money(500_000))"

      \(isHere ?? "")-- The part of a rent that counts.
      function shared.rent_that_counts(rent) return min(rent, shared.highest_rent) end

      return shared

      """
  }

  /// `eligibility/NAME_match.lua`.
  var matchText: String? {
    guard let matched else { return nil }
    let id = matched.definition.id
    let title = matched.definition.instrument.title
    let require = choices.own?.place == nil ? "" : "local shared = require \"shared\"\n\n"
    return """
      -- A match: this area adds a share to what `\(id)` of the plugin `\(matched.definition.plugin)` pays.
      -- (\(title.zh.onOneLine), \(title.en.onOneLine))
      -- To match something else, put its id in the places of `\(id)`; the share is `rate` in
      -- catalog/additions.yaml. Every condition has a label in English and in Chinese, which explanations show.

      \(require)eligibility "\(names.match)" {
        instrument = "\(names.match)",
        requires = {
      \(placeCondition)    -- `e:decision` decides on the same subject. While that decision is undetermined, so is this one.
          { "receives what is matched", zh = "获得所配套的支持",
            function(e) return e:decision("\(id)").eligible end },
        },
        -- p.rate is the parameter on the day asked about; the host rounds the amount to the fen.
        amount = function(e, p) return e:decision("\(id)").amount * p.rate end,
      }

      """
  }

  /// `eligibility/NAME_rent.lua`.
  var rentText: String? {
    guard choices.own != nil else { return nil }
    return """
      -- The plugin's own instrument: a share of the rent, up to a cap.
      -- Conditions are evaluated each on its own, so that an explanation lists all that is not met. A field that is
      -- empty makes its condition unknown; do not ask for `nil`.

      local shared = require "shared"

      eligibility "\(names.rent)" {
        instrument = "\(names.rent)",
        requires = {
      \(placeCondition)    { "pays rent", zh = "有租金支出", function(e) return e.\(names.rent) > quantity "0元" end },
        },
        amount = function(e, p) return shared.rent_that_counts(e.\(names.rent)) * p.rate end,
      }

      """
  }

  /// `indicators/NAME_change.lua`.
  var changeText: String? {
    guard let observed = choices.observed else { return nil }
    let prices =
      switch observed.series.prices {
      case .current: "\n-- The values are at current prices, so the change is not real growth."
      case .constant: "\n-- The values are at constant prices."
      case .none: ""
      }
    let read = observed.area == manifest.area ? "obs" : "obs(\"\(observed.area)\")"
    return """
      -- An indicator: by how much `\(observed.series.id)` (\(observed.series.title.zh.onOneLine)) changed since the year before.
      -- `obs.series[at]` is the value in the area and period asked about, `obs("CN")` that of another area.
      -- Nothing published means that the indicator is not assessable; it is never taken for zero.\(prices)
      -- To change: the series (`yardstick catalog list series`), and the unit of the result.

      indicator "\(names.change)" {
        unit = \(LuaText.quoted(changeUnit(of: observed.series).symbol)),
        value = function(obs, at)
          local series = \(read).\(observed.series.id)
          return series[at] - series[at - 1]
        end,
      }

      """
  }

  /// The unit of a difference: per cent differ by percentage points.
  func changeUnit(of series: Series) -> Quantities.Unit {
    series.unit == .percent || series.unit == .perMille ? .percentagePoints : series.unit
  }
}
