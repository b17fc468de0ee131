/// Text that fits into a box.
enum PictureText {
  private static let width = 44

  /// One printable line; what is long loses its middle, because paths differ at their ends.
  static func short(_ text: String) -> String {
    let text = Printable.line(text)
    guard text.count > width else { return text }
    return text.prefix(width / 2 - 1) + "…" + text.suffix(width / 2)
  }
}
