// A chart of points as a picture for documents.

import Quantities

extension Chart {
  /// The chart as an SVG picture that needs nothing beside it, sizes in pixels.
  public func svg(width: Int = 720, height: Int = 360) -> String {
    let frame = Frame(left: 72, top: 44, right: width - 24, bottom: height - 36)
    var parts = [
      XMLElement("title", [], text: title),
      XMLElement("rect", [("width", "100%"), ("height", "100%"), ("fill", "white")]),
      text(unit.isEmpty ? title : "\(title) (\(unit))", frame.left, 24, [("font-size", "15")]),
    ]
    if let scale { parts += grid(scale, frame) + lines(scale, frame) + dots(scale, frame) }
    return XMLElement(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(width)"), ("height", "\(height)"),
        ("viewBox", "0 0 \(width) \(height)"), ("font-family", "sans-serif"), ("font-size", "12"),
      ], parts
    ).document
  }

  /// Where the values are drawn.
  private struct Frame {
    let left: Int
    let top: Int
    let right: Int
    let bottom: Int

    func x(_ position: Int, of count: Int) -> Int {
      count < 2 ? (left + right) / 2 : left + 16 + position * (right - left - 32) / (count - 1)
    }

    func y(_ value: ExactDecimal, _ scale: ChartScale) -> Int {
      bottom - scale.position(of: value, last: bottom - top)
    }
  }

  private static let colour = "#1f5fa8"

  private func text(
    _ text: String, _ x: Int, _ y: Int, _ attributes: [(name: String, value: String)]
  ) -> XMLElement {
    XMLElement("text", [("x", "\(x)"), ("y", "\(y)")] + attributes, text: text)
  }

  /// A line with its number at each mark.
  private func grid(_ scale: ChartScale, _ frame: Frame) -> [XMLElement] {
    scale.marks.flatMap { mark in
      let y = frame.y(mark, scale)
      return [
        XMLElement(
          "line",
          [
            ("x1", "\(frame.left)"), ("y1", "\(y)"), ("x2", "\(frame.right)"), ("y2", "\(y)"),
            ("stroke", "#ddd"),
          ]), text("\(mark)", frame.left - 8, y + 4, [("text-anchor", "end")]),
      ]
    }
  }

  /// A line through the points, with a gap wherever there is no value.
  private func lines(_ scale: ChartScale, _ frame: Frame) -> [XMLElement] {
    let places = points.enumerated().map { position, point in
      point.value.map { "\(frame.x(position, of: points.count)),\(frame.y($0, scale))" }
    }
    return places.split(separator: nil).map { run in
      XMLElement(
        "polyline",
        [
          ("points", run.compactMap(\.self).joined(separator: " ")), ("fill", "none"),
          ("stroke", Self.colour), ("stroke-width", "2"),
        ])
    }
  }

  /// A dot for each value, which tells it when pointed at, and the labels.
  private func dots(_ scale: ChartScale, _ frame: Frame) -> [XMLElement] {
    points.enumerated().flatMap { position, point in
      let x = frame.x(position, of: points.count)
      let label = text(point.label, x, frame.bottom + 20, [("text-anchor", "middle")])
      guard let value = point.value else { return [label] }
      let dot = XMLElement(
        "circle",
        [
          ("cx", "\(x)"), ("cy", "\(frame.y(value, scale))"), ("r", "4"), ("fill", Self.colour),
        ], [XMLElement("title", [], text: "\(point.label): \(value)\(unit)")])
      return [dot, label]
    }
  }
}
