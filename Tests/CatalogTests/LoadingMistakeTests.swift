// One mistake of each kind in a catalogue, and what is said about it.

import Testing

@Suite("Mistakes in a catalogue")
struct LoadingMistakeTests {
  @Test(
    "are reported with their place, reason and remedy",
    arguments: Mistake.values + Mistake.document + Mistake.statistics)
  func general(_ mistake: Mistake) {
    #expect(mistake.found == mistake.expected)
  }

  @Test("in targets are reported with their place, reason and remedy", arguments: Mistake.targets)
  func targets(_ mistake: Mistake) {
    #expect(mistake.found == mistake.expected)
  }

  @Test("in subjects are reported with their place, reason and remedy", arguments: Mistake.subjects)
  func subjects(_ mistake: Mistake) {
    #expect(mistake.found == mistake.expected)
  }

  @Test(
    "in instruments are reported with their place, reason and remedy",
    arguments: Mistake.instruments)
  func instruments(_ mistake: Mistake) {
    #expect(mistake.found == mistake.expected)
  }
}
