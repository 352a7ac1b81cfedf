// How JSON values are written.

extension JSONValue {
  /// The value on one line, without spaces and without a newline at the end.
  public var compact: String {
    var output = ""
    write(to: &output, indent: nil)
    return output
  }

  /// The value on several lines, indented by two spaces, with a newline at the end.
  public var pretty: String {
    var output = ""
    write(to: &output, indent: 0)
    return output + "\n"
  }

  /// Several values, each on a line of its own (JSON Lines).
  public static func lines(_ values: some Sequence<JSONValue>) -> String {
    values.reduce(into: "") { output, value in
      value.write(to: &output, indent: nil)
      output += "\n"
    }
  }

  /// Writes the value; `indent` is the depth of the pretty form, or `nil` for the compact one.
  private func write(to output: inout String, indent: Int?) {
    switch self {
    case .null: output += "null"
    case .boolean(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .string(let text): Self.quote(text, to: &output)
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &output, indent: indent) {
        element, output, indent in
        element.write(to: &output, indent: indent)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &output, indent: indent) {
        member, output, indent in
        Self.quote(member.key, to: &output)
        output += indent == nil ? ":" : ": "
        member.value.write(to: &output, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (String, String), to output: inout String, indent: Int?,
    item writeItem: (Item, inout String, Int?) -> Void
  ) {
    output += brackets.0
    let inner = indent.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { output += "," }
      startLine(inner, in: &output)
      writeItem(item, &output, inner)
    }
    if !items.isEmpty { startLine(indent, in: &output) }
    output += brackets.1
  }

  private static func startLine(_ indent: Int?, in output: inout String) {
    if let indent { output += "\n" + String(repeating: "  ", count: indent) }
  }

  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      // The line separators are escaped as well, because some readers of JSON Lines split at them.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
