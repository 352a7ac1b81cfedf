import Glibc
import Testing

@testable import Workers

@Suite struct FrameTests {
  @Test(
    arguments: [
      (0, [0, 0, 0, 0]), (1, [1, 0, 0, 0]), (258, [2, 1, 0, 0]), (256 << 20, [0, 0, 0, 16]),
    ] as [(Int, [UInt8])])
  func `a length is four bytes, least significant first`(_ length: Int, _ header: [UInt8]) {
    #expect(Frame.header(length) == header)
    #expect(Frame.length(header) == length)
  }

  @Test(arguments: [[1, 0, 0, 16], [255, 255, 255, 255]] as [[UInt8]])
  func `a length beyond the longest message is refused`(_ header: [UInt8]) {
    #expect(Frame.length(header) == nil)
  }

  @Test func `messages come out of a pipe one by one, and then it ends`() throws {
    let messages: [[UInt8]] = [[], [7], Array("研发".utf8), [UInt8](repeating: 9, count: 40_000)]
    let pipe = try Pipe()
    for message in messages { #expect(Frame.write(message, to: pipe.input)) }
    pipe.closeInput()
    for message in messages { #expect(Frame.read(from: pipe.output) == message) }
    #expect(Frame.read(from: pipe.output) == nil)
  }

  @Test(arguments: [[1, 0], [3, 0, 0, 0, 1, 2], [255, 255, 255, 255, 1]] as [[UInt8]])
  func `half a frame, or one that is too long, is no message`(_ bytes: [UInt8]) throws {
    let pipe = try Pipe()
    _ = bytes.withUnsafeBytes { write(pipe.input, $0.baseAddress, $0.count) }
    pipe.closeInput()
    #expect(Frame.read(from: pipe.output) == nil)
  }

  @Test func `writing to something that cannot be written to fails`() {
    #expect(!Frame.write([1], to: -1))
  }
}

/// A pipe that closes itself.
private final class Pipe {
  let output: Int32
  let input: Int32
  private var isOpen = true

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (output, input) = (ends[0], ends[1])
  }

  func closeInput() {
    if isOpen { close(input) }
    isOpen = false
  }

  deinit {
    closeInput()
    close(output)
  }
}
