/// What a flag of an instruction takes.
enum FlagKind {
  /// Nothing, or `true` or `false`.
  case boolean
  case text

  /// A text, and the flag may be repeated.
  case texts

  /// The flags that an instruction knows.
  static func known(for keyword: InstructionKeyword) -> [(name: String, kind: FlagKind)] {
    switch keyword {
    case .add:
      [
        ("exclude", .texts), ("chown", .text), ("chmod", .text), ("link", .boolean),
        ("keep-git-dir", .boolean), ("checksum", .text), ("unpack", .boolean),
      ]
    case .copy:
      [
        ("exclude", .texts), ("parents", .boolean), ("chown", .text), ("from", .text),
        ("chmod", .text), ("link", .boolean),
      ]
    case .from:
      [("platform", .text)]
    case .run:
      [("mount", .texts), ("network", .text), ("security", .text), ("device", .texts)]
    case .healthcheck:
      [
        ("interval", .text), ("timeout", .text), ("start-period", .text),
        ("start-interval", .text), ("retries", .text),
      ]
    default:
      []
    }
  }
}
