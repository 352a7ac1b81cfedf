// Which parts of a catalogue the examples of a new plugin are about.

import Catalog
import DataSources
import Quantities
import Scripting

/// The parts of a catalogue that the examples of a new plugin are about; what it does not offer is `nil`.
struct ExampleChoices {
  /// A parameter that the plugin sets.
  struct Setting {
    let instrument: Instrument
    let parameter: Parameter
    let value: Quantity

    /// The eligibility that decides on the instrument, if there is one.
    let eligibility: String?
  }

  /// What the plugin's own instrument is made of.
  struct Own {
    let kind: SubjectKind
    let measure: Int

    /// The unit in which amounts of money are written.
    let money: Quantities.Unit

    /// The field that says where a subject is, if there is one.
    let place: String?

    /// An area that is another than the plugin's.
    let elsewhere: String
  }

  /// A series that is observed.
  struct Observed {
    let series: Series
    let area: String

    /// A year in which it is observed, as is the year before it if possible.
    let year: Int
  }

  /// What the plugin is asked about in its suites.
  let moment: Moment

  /// A parameter that the catalogue leaves open.
  let filled: Setting?

  /// A parameter that may be set higher.
  let raised: Setting?

  let own: Own?
  let observed: Observed?

  /// Chooses from the catalogue as it is in the area of the plugin.
  init(for manifest: PluginManifest, in workspace: Workspace) {
    let catalog = workspace.catalog
    let observed = Self.observed(in: catalog.containing(manifest.area), workspace)
    let configured = workspace.configuration.decideAt ?? workspace.configuration.assessAt
    let year = configured?.year ?? observed?.year ?? 2026
    let moment = Moment(period: Period(year: year), area: manifest.area)
    let definitions = workspace.evaluator.eligibilities.all
      .filter { $0.validity.contains(moment.date) }

    func setting(_ value: (Parameter) -> Quantity?) -> Setting? {
      let found = catalog.instruments.flatMap { instrument in
        instrument.parameters.filter { $0.change == nil }.compactMap { parameter in
          value(parameter).map { value in
            Setting(
              instrument: instrument, parameter: parameter, value: value,
              eligibility: definitions.first { $0.instrument.id == instrument.id }?.id)
          }
        }
      }
      // Best is one whose effect can be seen at once.
      return found.first { setting in
        let open = setting.instrument.parameters.filter {
          $0.isOpen && $0.name != setting.parameter.name
        }
        return setting.eligibility != nil && open.isEmpty
      } ?? found.first
    }
    self.moment = moment
    self.observed = observed
    filled = setting { $0.isOpen ? Self.example($0.unit, in: catalog.units) : nil }
    raised = setting(Self.raised)
    own = Self.own(for: manifest, definitions, catalog)
  }

  // MARK: Values

  /// A round value for a parameter without one.
  private static func example(_ unit: Quantities.Unit, in units: UnitTable) -> Quantity? {
    let larger = units["万元"].flatMap { $0.dimension == unit.dimension ? $0 : nil }
    return try? Quantity(amount: 10, unit: larger ?? unit)
  }

  /// A value as much higher than all that a parameter has as is allowed, and round.
  private static func raised(_ parameter: Parameter) -> Quantity? {
    let values = parameter.versions.compactMap(\.value.quantity)
    guard values.count == parameter.versions.count,
      let highest = values.max(by: { $0.value < $1.value })
    else { return nil }
    switch parameter.local {
    case .mayRaise:
      guard !highest.isZero, !highest.isNegative, let amount = try? highest.amount * 2 else {
        return nil
      }
      return try? Quantity(amount: amount, unit: highest.unit)
    case .within(_, let most): return highest.value < most.value ? most : nil
    case .fixed, .mayLower, .open: return nil
    }
  }

  // MARK: Parts

  private static func own(
    for manifest: PluginManifest, _ definitions: [EligibilityDefinition], _ catalog: Catalog
  ) -> Own? {
    let instrument = definitions.first { $0.plugin == manifest.extends?.id }?.instrument
    guard let kind = instrument.flatMap({ catalog.subjects[$0.subject] }) ?? catalog.subjects.first,
      let measure = instrument?.measure ?? catalog.measures.first?.number,
      let yuan = catalog.units["元"]
    else { return nil }
    let elsewhere =
      catalog.areas.ids.first { $0 == catalog.areas[manifest.area]?.parent }
      ?? catalog.areas.ids.first { $0 != manifest.area }
    let place = kind.fields.first { if case .area = $0.type { true } else { false } }
    return Own(
      kind: kind, measure: measure, money: catalog.units["万元"] ?? yuan,
      place: elsewhere == nil ? nil : place?.name,
      elsewhere: elsewhere ?? "")
  }

  /// A series with values in two years, of the narrowest area that has one.
  private static func observed(in areas: [String], _ workspace: Workspace) -> Observed? {
    let series = workspace.catalog.series.filter { $0.unit.dimension != .rank }
    func years(_ series: Series, _ area: String) -> [Int] {
      Set(
        workspace.observations.all(series: series.id, area: area)
          .filter { $0.bound == nil && $0.period == Period(year: $0.period.year) }
          .map(\.period.year)
      ).sorted()
    }
    var fallback: Observed?
    for area in areas {
      for series in series {
        let years = years(series, area)
        if let year = years.last(where: { years.contains($0 - 1) }) {
          return Observed(series: series, area: area, year: year)
        }
        if fallback == nil, let year = years.last {
          fallback = Observed(series: series, area: area, year: year)
        }
      }
    }
    return fallback
  }
}
