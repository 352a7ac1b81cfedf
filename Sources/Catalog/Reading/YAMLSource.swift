// A YAML file: its text, its tree, and the way from the tree back to positions in the text.

package import Diagnostics
import Yams

/// A YAML file that is being read, and where to leave what is found in it.
package struct YAMLSource {
  /// The text.
  package let file: SourceFile

  /// Where findings go.
  package let findings: FindingCollector

  /// Reads a file, or reports why it cannot be read and returns `nil`.
  ///
  /// `expected` says what an empty file should hold, such as ``a list `targets:` ``.
  package static func read(
    path: String, bytes: [UInt8], expected: String, findings: FindingCollector
  ) -> YAMLValue? {
    let file: SourceFile
    do {
      file = try SourceFile.decode(path: path, bytes: bytes)
    } catch {
      findings.add(error)
      return nil
    }
    let source = YAMLSource(file: file, findings: findings)
    if let finding = YAMLAnchors.alias(in: file) {
      findings.add(finding)
      return nil
    }
    do {
      let text = file.lines.joined(separator: "\n")
      let parser = try Parser(
        yaml: text, resolver: .default, constructor: .default, encoding: .utf8)
      // An anchor lives only as long as its parser.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot(), !root.isNull else {
          findings.add(
            "yaml.empty", "`\(path)` is empty; expected \(expected)",
            at: source.file.span(ofLine: 1))
          return nil
        }
        if let node = YAMLAnchors.first(in: root) {
          findings.add(YAMLAnchors.finding(at: source.span(of: node)))
          return nil
        }
        return YAMLValue(node: root, source: source, label: "`\(path)`")
      }
    } catch let error as YamlError {
      findings.add(YAMLSyntax.finding(for: error, in: source))
    } catch {
      findings.add("yaml.syntax", "`\(path)` cannot be read as YAML", at: file.span(ofLine: 1))
    }
    return nil
  }

  /// The span that starts at a mark of the parser, which counts columns in Unicode scalars.
  func span(at mark: Mark, length: Int = 1) -> SourceSpan {
    let before = file.line(mark.line).unicodeScalars.prefix(max(0, mark.column - 1))
    return SourceSpan(
      file: file, line: mark.line, column: String(before).count + 1, length: length)
  }

  /// The span of a node: a whole scalar on one line, the first key of a mapping, else its start.
  func span(of node: Node) -> SourceSpan {
    guard let mark = node.mark else { return SourceSpan(file: file, line: 1, column: 1) }
    switch node {
    case .scalar(let scalar):
      let start = span(at: mark)
      return span(at: mark, length: scalarLayout(scalar, at: start)?.length ?? 1)
    case .mapping(let mapping) where mapping.style == .block:
      guard let first = mapping.first?.key else { return span(at: mark) }
      return span(of: first)
    default:
      return span(at: mark)
    }
  }

  /// The span of one character of a scalar, or the whole scalar when it is not written out plainly.
  func span(of scalar: Node.Scalar, character offset: Int) -> SourceSpan {
    let whole = span(of: .scalar(scalar))
    guard let layout = scalarLayout(scalar, at: whole), offset <= scalar.string.count else {
      return whole
    }
    let column = whole.column + layout.contentOffset + min(offset, scalar.string.count - 1)
    return SourceSpan(file: file, line: whole.line, column: column)
  }

  /// How a scalar stands in its line, when it stands there character by character.
  private func scalarLayout(
    _ scalar: Node.Scalar, at start: SourceSpan
  ) -> (length: Int, contentOffset: Int)? {
    let rest = file.line(start.line).dropFirst(start.column - 1)
    let quote: String
    switch scalar.style {
    case .plain: quote = ""
    case .singleQuoted: quote = "'"
    case .doubleQuoted: quote = "\""
    default: return nil
    }
    guard !scalar.string.isEmpty || !quote.isEmpty,
      rest.hasPrefix(quote + scalar.string + quote)
    else { return nil }
    return (scalar.string.count + 2 * quote.count, quote.count)
  }
}

extension Node {
  /// Whether nothing is written here, or one of YAML's words for nothing.
  var isNull: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
