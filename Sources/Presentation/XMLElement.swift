// A little XML, for the reports that are written in it.

/// An element of an XML document.
package struct XMLElement {
  private let name: String
  private let attributes: [(name: String, value: String)]
  private let children: [XMLElement]
  private let text: String

  /// Creates an element with elements in it.
  package init(
    _ name: String, _ attributes: [(name: String, value: String)], _ children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    text = ""
  }

  /// Creates an element with text in it.
  package init(_ name: String, _ attributes: [(name: String, value: String)], text: String) {
    self.name = name
    self.attributes = attributes
    children = []
    self.text = text
  }

  /// The element as a document.
  package var document: String { Self.declaration + lines(indent: "") }

  /// The element as a document of a type that is declared elsewhere.
  package func document(type: String) -> String {
    Self.declaration + type + "\n" + lines(indent: "")
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private func lines(indent: String) -> String {
    let start =
      "\(indent)<\(name)"
      + attributes.map { " \($0.name)=\"\(Self.escaped($0.value, isAttribute: true))\"" }.joined()
    if !text.isEmpty { return "\(start)>\(Self.escaped(text))</\(name)>\n" }
    guard !children.isEmpty else { return "\(start)/>\n" }
    return "\(start)>\n" + children.map { $0.lines(indent: indent + "  ") }.joined()
      + "\(indent)</\(name)>\n"
  }

  /// A text without what XML 1.0 has no place for, and with what it gives a meaning escaped.
  private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append(contentsOf: "&amp;".unicodeScalars)
      case "<": output.append(contentsOf: "&lt;".unicodeScalars)
      case ">": output.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t":
        if isAttribute {
          output.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
        } else {
          output.append(scalar)
        }
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}":
        output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }
}
