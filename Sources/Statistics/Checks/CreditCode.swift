// The unified social credit code 统一社会信用代码 and its two check characters.

/// A unified social credit code (统一社会信用代码), checked.
///
/// Eighteen characters: department, class, six digits of the registering area, nine of the
/// organisation code, a check character. Source: GB 32100-2015 for the code and its check character
/// (the weights 3^(i−1) mod 31, the remainder taken from 31), GB 11714-1997 for that of the
/// organisation code (the weights 3 7 9 10 5 8 4 2, the remainder taken from 11, X for 10).
public struct CreditCode: Sendable, Equatable {
  /// What can be said of a code.
  public enum Status: String, Sendable, CaseIterable {
    /// The pattern and both check characters are right.
    case valid
    /// The pattern is right and a check character is not. Some codes of the pilot time before 2015
    /// are like that and in use, so it is a reason to look and not to reject.
    case doubtful
    /// It is no code: the length, a character or its place is wrong.
    case invalid
  }

  /// What can be said of it.
  public let status: Status

  /// Why it is not valid; `nil` when it is.
  public let problem: String?

  /// The check character that the first seventeen call for, when they are right.
  public let expected: String?

  /// The six digits of the registering area.
  public let area: String?

  /// The nine characters of the organisation code.
  public let organisation: String?

  private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// Checks a code; letters are capital, spaces are not allowed.
  public init(_ text: String) {
    let letters = Array(text)
    guard let problem = Self.patternProblem(letters) else {
      let organisation = String(letters[8..<17])
      let expected = Self.check(letters.prefix(17))
      let organisationCheck = Self.organisationCheck(letters[8..<16])
      let wrong: String? =
        if letters[17] != expected {
          "the last character is `\(letters[17])`, and the others call for `\(expected)`"
        } else if letters[16] != organisationCheck {
          "the organisation code `\(organisation)` ends with `\(letters[16])`, and its other "
            + "characters call for `\(organisationCheck)`"
        } else {
          nil
        }
      status = wrong == nil ? .valid : .doubtful
      self.problem = wrong
      self.expected = String(expected)
      area = String(letters[2..<8])
      self.organisation = organisation
      return
    }
    status = .invalid
    self.problem = problem
    expected = nil
    area = nil
    organisation = nil
  }

  private static func patternProblem(_ letters: [Character]) -> String? {
    guard letters.count == 18 else {
      return "a code has 18 characters, and this one has \(letters.count)"
    }
    for (position, letter) in letters.enumerated() {
      // The organisation code is older and has all letters; the others leave out I, O, S, V and Z.
      let isOrganisation = (8...15).contains(position)
      let isDigit = letter.isASCII && letter.isNumber
      let isLetter = letter.isASCII && letter.isLetter && letter.isUppercase
      let isAllowed =
        (2...7).contains(position)
        ? isDigit : isOrganisation ? isDigit || isLetter : characters.contains(letter)
      guard isAllowed else {
        let wanted =
          (2...7).contains(position) ? "a digit of the area" : "a digit or capital letter"
        return "character \(position + 1) is `\(letter)`, where \(wanted) belongs"
          + (isLetter && !isOrganisation ? " (not I, O, S, V or Z)" : "")
      }
    }
    return nil
  }

  private static func check(_ letters: ArraySlice<Character>) -> Character {
    var (sum, weight) = (0, 1)
    for letter in letters {
      sum += (characters.firstIndex(of: letter) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return characters[(31 - sum % 31) % 31]
  }

  private static func organisationCheck(_ letters: ArraySlice<Character>) -> Character {
    let sum = zip(letters, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { sum, pair in
      let value = pair.0.wholeNumberValue ?? Int(pair.0.asciiValue ?? 65) - 55
      return sum + value * pair.1
    }
    let check = 11 - sum % 11
    return check == 10 ? "X" : check == 11 ? "0" : Character("\(check)")
  }
}
