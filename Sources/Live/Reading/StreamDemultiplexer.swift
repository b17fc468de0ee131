/// Takes apart the stream in which an engine sends a container's two outputs.
///
/// Each frame is eight bytes of head (stream, three zeros, length in big endian) and its content.
/// https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach
package struct StreamDemultiplexer: Sendable {
  /// A piece of one of the outputs.
  package struct Frame: Sendable {
    package var stream: LiveLog.Stream
    package var content: ArraySlice<UInt8>
  }

  /// True where the bytes were not such a stream.
  package private(set) var isGarbled = false

  private var pending: [UInt8] = []
  private let isTerminal: Bool

  /// Makes a reader; a container with a terminal sends its output without frames.
  package init(isTerminal: Bool = false) {
    self.isTerminal = isTerminal
  }

  /// Takes the next bytes of the stream, which may end within a frame, and answers what they complete.
  package mutating func frames(_ bytes: some Sequence<UInt8>) -> [Frame] {
    if isTerminal { return [Frame(stream: .stdout, content: Array(bytes)[...])] }
    pending += bytes
    var frames: [Frame] = []
    var cursor = pending[...]
    while !isGarbled, cursor.count >= headLength {
      let head = Array(cursor.prefix(headLength))
      guard head[0] <= 2, head[1...3].allSatisfy({ $0 == 0 }) else {
        isGarbled = true
        break
      }
      let length = head[4...7].reduce(0) { $0 << 8 | Int($1) }
      guard cursor.count >= headLength + length else { break }
      frames.append(
        Frame(
          stream: head[0] == 2 ? .stderr : .stdout,
          content: cursor.dropFirst(headLength).prefix(length)))
      cursor = cursor.dropFirst(headLength + length)
    }
    pending = Array(cursor)
    return frames
  }
}

private let headLength = 8
