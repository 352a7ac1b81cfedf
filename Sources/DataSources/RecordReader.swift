// What reads the rows of a register, however they are written.

import Diagnostics

/// Reads rows as cells with positions.
protocol RecordReader {
  /// What is read.
  var text: DataText { get }

  /// Where the next row begins: the byte, and the line counted from 1.
  var place: (offset: Int, line: Int) { get }

  /// The next row, or `nil` at the end.
  ///
  /// Throws a ``Failure`` when nothing behind it can be read.
  mutating func next() throws(Failure) -> CSVReader.Row?
}

extension CSVReader: RecordReader {}
