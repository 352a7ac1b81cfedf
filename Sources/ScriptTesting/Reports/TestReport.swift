// The forms in which the results of tests are written.

public import Presentation

/// A form in which the results of tests are written.
public enum TestReportFormat: String, CaseIterable, Sendable {
  /// For people: what failed and why.
  case text
  /// The Test Anything Protocol, version 14.
  case tap
  /// JUnit XML, as continuous integration systems read it.
  case junit
  /// Everything, as JSON.
  case json
  /// Annotations of GitHub Actions.
  case github
}

extension TestRun {
  /// The results in a form.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - isVerbose: Whether the text shows tests that passed too.
  ///   - command: How tests are run, such as `yardstick test`, for the text.
  ///   - style: How the text is painted.
  public func report(
    _ format: TestReportFormat, isVerbose: Bool = false, command: String = "yardstick test",
    style: Style = .plain
  ) -> String {
    switch format {
    case .text:
      TextTestReport(self, isVerbose: isVerbose, command: command).text(style: style)
    case .tap: TAPReport(self).text
    case .junit: JUnitReport(self).text
    case .json: json.pretty
    case .github: GitHubReport(self).text
    }
  }
}
