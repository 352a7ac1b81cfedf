// Reads XML as any reader would, to see that it is well-formed.

import Foundation
import FoundationXML

/// The elements of a document that is well-formed.
final class XMLCheck: NSObject, XMLParserDelegate {
  /// How often each element occurs.
  private(set) var names: [String: Int] = [:]

  /// The attributes of the first element of each name.
  private(set) var attributes: [String: [String: String]] = [:]

  /// The text in each element, by its name.
  private(set) var texts: [String: String] = [:]

  /// The paths of elements, such as `testsuites/testsuite`.
  private(set) var paths: Set<String> = []

  private var path: [String] = []

  struct Malformed: Error {}

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Malformed() }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes values: [String: String]
  ) {
    path.append(name)
    paths.insert(path.joined(separator: "/"))
    names[name, default: 0] += 1
    attributes[name] = attributes[name] ?? values
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { path.removeLast() }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let name = path.last { texts[name, default: ""] += text }
  }
}
