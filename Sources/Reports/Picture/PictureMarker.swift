import Rules
import SourceText

/// Puts findings where they belong: at the joint whose text they are about.
enum PictureMarker {
  private enum Joint {
    case box(Int)
    case arrow(Int)
  }

  private struct JointSpan {
    let span: SourceSpan
    let joint: Joint

    /// Whether what follows belongs to it.
    let isHead: Bool
  }

  /// Marks errors and warnings; advice would only hide them.
  static func mark(_ picture: inout Picture, with findings: [Finding]) {
    let joints = joints(of: picture)
    for finding in findings where finding.severity > .note {
      let mark = Picture.Mark(rule: Printable.line(finding.rule), severity: finding.severity)
      switch joint(of: finding.span, among: joints) {
      case .box(let index)?: add(mark, to: &picture.boxes[index].marks)
      case .arrow(let index)?: add(mark, to: &picture.arrows[index].marks)
      case nil: add(mark, to: &picture.marks)
      }
    }
  }

  private static func add(_ mark: Picture.Mark, to marks: inout [Picture.Mark]) {
    if !marks.contains(mark) { marks.append(mark) }
  }

  private static func joints(of picture: Picture) -> [JointSpan] {
    let arrows = picture.arrows.enumerated().compactMap { index, arrow in
      arrow.span.map { JointSpan(span: $0, joint: .arrow(index), isHead: false) }
    }
    let boxes = picture.boxes.enumerated().flatMap { index, box in
      box.spans.map { JointSpan(span: $0, joint: .box(index), isHead: box.stage.hasBody) }
    }
    return arrows + boxes
  }

  /// The joint that the span touches, or else the last head before it in its file: what stands in a
  /// block or a section stands behind its head.
  private static func joint(of span: SourceSpan, among joints: [JointSpan]) -> Joint? {
    let inFile = joints.filter { $0.span.file == span.file }
    let touching = inFile.filter { $0.span.start < span.end && span.start < $0.span.end }
    let smallest = touching.min { $0.span.range.count < $1.span.range.count }
    let heads = inFile.filter(\.isHead)
    let before = heads.filter { $0.span.start <= span.start }.max { $0.span.start < $1.span.start }
    return (smallest ?? before ?? heads.first)?.joint
  }
}

extension Picture.Stage {
  /// Whether its span is the head of a block or a section, which what follows belongs to.
  fileprivate var hasBody: Bool {
    switch self {
    case .server, .location, .namedLocation, .uwsgi, .program: true
    case .client, .port, .socket, .application: false
    }
  }
}
