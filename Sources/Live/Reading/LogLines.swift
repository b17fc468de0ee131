/// The lines of a container's two outputs, in the order in which they came.
package struct LogLines: Sendable {
  package private(set) var lines: [LiveLog] = []

  private var open: [LiveLog.Stream: [UInt8]] = [:]

  package init() {}

  /// Takes the next piece of an output, which may end within a line.
  package mutating func append(_ frame: StreamDemultiplexer.Frame) {
    let stream = frame.stream
    var rest = ((open[stream] ?? []) + frame.content)[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      endLine(rest[..<end], stream)
      rest = rest[(end + 1)...]
    }
    open[stream] = Array(rest)
  }

  /// Ends the last line of each output.
  package mutating func finish() {
    for stream in [LiveLog.Stream.stdout, .stderr] {
      if let rest = open[stream], !rest.isEmpty { endLine(rest[...], stream) }
      open[stream] = nil
    }
  }

  private mutating func endLine(_ line: ArraySlice<UInt8>, _ stream: LiveLog.Stream) {
    let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    lines.append(
      LiveLog(
        number: lines.count + 1, stream: stream, text: String(decoding: text, as: UTF8.self)))
  }
}
