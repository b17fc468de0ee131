/// Takes apart the stream in which an engine sends a container's two outputs.
///
/// Each frame is eight bytes of head (stream, three zeros, length in big endian) and its content.
/// https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach
package struct StreamDemultiplexer: Sendable {
  package private(set) var stdout: [UInt8] = []
  package private(set) var stderr: [UInt8] = []

  /// The lines of both, in the order in which they came.
  package private(set) var lines: [LiveLog] = []

  /// True where the bytes were not such a stream.
  package private(set) var isGarbled = false

  private var pending: [UInt8] = []
  private var open: [LiveLog.Stream: [UInt8]] = [:]
  private let isTerminal: Bool

  /// Makes a reader; a container with a terminal sends its output without frames.
  package init(isTerminal: Bool = false) {
    self.isTerminal = isTerminal
  }

  /// Takes the next bytes of the stream, which may end within a frame.
  package mutating func append(_ bytes: some Sequence<UInt8>) {
    if isTerminal {
      write(Array(bytes)[...], to: .stdout)
      return
    }
    pending += bytes
    var cursor = pending[...]
    while !isGarbled, cursor.count >= headLength {
      let head = Array(cursor.prefix(headLength))
      guard head[0] <= 2, head[1...3].allSatisfy({ $0 == 0 }) else {
        isGarbled = true
        break
      }
      let length = head[4...7].reduce(0) { $0 << 8 | Int($1) }
      guard cursor.count >= headLength + length else { break }
      let content = cursor.dropFirst(headLength).prefix(length)
      write(content, to: head[0] == 2 ? .stderr : .stdout)
      cursor = cursor.dropFirst(headLength + length)
    }
    pending = Array(cursor)
  }

  /// Ends the last line of each stream.
  package mutating func finish() {
    for stream in [LiveLog.Stream.stdout, .stderr] {
      if let rest = open[stream], !rest.isEmpty { endLine(rest[...], stream) }
      open[stream] = nil
    }
  }

  private mutating func write(_ content: ArraySlice<UInt8>, to stream: LiveLog.Stream) {
    if stream == .stdout { stdout += content } else { stderr += content }
    var rest = (open[stream] ?? []) + content
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      endLine(rest[..<end], stream)
      rest.removeSubrange(...end)
    }
    open[stream] = rest
  }

  private mutating func endLine(_ line: ArraySlice<UInt8>, _ stream: LiveLog.Stream) {
    let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    lines.append(
      LiveLog(
        number: lines.count + 1, stream: stream, text: String(decoding: text, as: UTF8.self)))
  }
}

private let headLength = 8
