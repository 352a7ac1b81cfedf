// What can stand in place of the word before the cursor.

/// One way to complete a word.
public struct Completion: Sendable, Equatable {
  /// What replaces the word.
  public var text: String

  /// What the list of candidates shows for it.
  public var label: String

  /// What it is, in a few words.
  public var detail: String?

  /// Creates a candidate; the list shows its text unless there is a label.
  public init(_ text: String, label: String? = nil, detail: String? = nil) {
    self.text = text
    self.label = label ?? text
    self.detail = detail
  }
}

/// The answer to the completion key: what to replace, and by what.
public struct Completions: Sendable, Equatable {
  /// The word to complete: the end of what stands before the cursor; empty if nothing is typed yet.
  public var word: String

  /// What can replace it, in the order of the list.
  public var candidates: [Completion]

  /// Creates an answer; the word must be the end of what stands before the cursor.
  public init(of word: some StringProtocol, candidates: [Completion]) {
    self.word = String(word)
    self.candidates = candidates
  }

  /// Nothing is known.
  public static var none: Completions { Completions(of: "", candidates: []) }
}

/// What the completion key does.
enum CompletionStep: Equatable {
  /// It rings the bell.
  case nothing
  /// It replaces so many code points before the cursor.
  case replace(count: Int, text: String)
  /// It shows the candidates.
  case list([Completion])

  /// What an answer leads to: insert what all candidates share, and list them when that is nothing new.
  init(before: String, answer: Completions) {
    let word = answer.word.unicodeScalars
    guard let first = answer.candidates.first,
      before.unicodeScalars.suffix(word.count).elementsEqual(word)
    else {
      self = .nothing
      return
    }
    let common = answer.candidates.dropFirst().reduce(first.text) { $0.commonPrefix($1.text) }
    let isNews =
      answer.candidates.count == 1 ? common != answer.word : common.count > answer.word.count
    self = isNews ? .replace(count: word.count, text: common) : .list(answer.candidates)
  }
}

extension String {
  /// The characters that both texts begin with.
  fileprivate func commonPrefix(_ other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
