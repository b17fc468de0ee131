/// The kinds of pictures, by the names that the command line gives them.
package enum PictureFormat: String, CaseIterable, Sendable {
  /// For terminals, with box characters.
  case text

  /// For Markdown that draws Mermaid's flowcharts.
  case mermaid

  /// For Graphviz.
  case dot

  /// For browsers and documents.
  case svg

  /// Draws a picture.
  ///
  /// - Throws: `XMLError` without memory.
  package func text(of picture: Picture, _ options: ReportOptions = ReportOptions()) throws
    -> String
  {
    switch self {
    case .text: TextPicture(picture, options).text
    case .mermaid: MermaidPicture(picture: picture).text
    case .dot: DOTPicture(picture: picture).text
    case .svg: try SVGPicture(picture).text()
    }
  }
}
