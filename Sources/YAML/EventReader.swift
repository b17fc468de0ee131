internal import CYAML

/// What libyaml meets next in a text.
struct Event {
  enum Kind {
    case streamEnd

    /// The start or end of the stream or of a document.
    case structure
    case alias(String)
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  let kind: Kind
  let anchor: String?

  /// A tag that is written out.
  var tag: String?

  /// The characters of the text.
  let range: Range<Int>
}

/// Why libyaml gave up, and at which character.
struct EventFault: Error {
  let reason: String
  let index: Int
}

/// A safe face on libyaml's parser.
@safe final class EventReader {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var isBroken = false

  init(_ bytes: [UInt8]) {
    unsafe input = .allocate(capacity: max(bytes.count, 1))
    unsafe _ = input.initialize(from: bytes)
    unsafe isBroken = yaml_parser_initialize(parser) == 0
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  func next() -> Result<Event, EventFault> {
    var event = unsafe yaml_event_t()
    guard !isBroken, unsafe yaml_parser_parse(parser, &event) != 0 else {
      isBroken = true
      return .failure(fault)
    }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe .success(read(event))
  }

  private var fault: EventFault {
    let reason = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    return EventFault(
      reason: reason ?? "the document cannot be read",
      index: Int(unsafe parser.pointee.problem_mark.index)
    )
  }

  private func read(_ event: yaml_event_t) -> Event {
    let range = unsafe Int(event.start_mark.index)..<Int(event.end_mark.index)
    let data = unsafe event.data
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT:
      return Event(kind: .streamEnd, anchor: nil, range: range)
    case YAML_ALIAS_EVENT:
      let name = unsafe text(data.alias.anchor) ?? ""
      return Event(kind: .alias(name), anchor: nil, range: range)
    case YAML_SCALAR_EVENT:
      let bytes = unsafe UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      let isPlain = unsafe data.scalar.style == YAML_PLAIN_SCALAR_STYLE
      return Event(
        kind: .scalar(unsafe String(decoding: bytes, as: UTF8.self), isPlain: isPlain),
        anchor: unsafe text(data.scalar.anchor), tag: unsafe text(data.scalar.tag), range: range
      )
    case YAML_SEQUENCE_START_EVENT:
      let anchor = unsafe text(data.sequence_start.anchor)
      let tag = unsafe text(data.sequence_start.tag)
      return Event(kind: .sequenceStart, anchor: anchor, tag: tag, range: range)
    case YAML_SEQUENCE_END_EVENT:
      return Event(kind: .sequenceEnd, anchor: nil, range: range)
    case YAML_MAPPING_START_EVENT:
      let anchor = unsafe text(data.mapping_start.anchor)
      let tag = unsafe text(data.mapping_start.tag)
      return Event(kind: .mappingStart, anchor: anchor, tag: tag, range: range)
    case YAML_MAPPING_END_EVENT:
      return Event(kind: .mappingEnd, anchor: nil, range: range)
    default:
      return Event(kind: .structure, anchor: nil, range: range)
    }
  }

  private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: UnsafePointer(pointer))
  }
}
