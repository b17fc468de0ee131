package import SourceText

/// What is asked of millions of directives, by their ids, without a value for each of them.
///
/// A class, because every directive that is handed around refers to it, and a tree has four arrays.
package final class NginxColumns: Sendable {
  let tree: NginxTree

  init(_ tree: NginxTree) {
    self.tree = tree
  }

  /// The first word of a directive, unquoted.
  package func name(of id: Int) -> String {
    tree.name(of: id)
  }

  /// The block that a directive stands in; nil in the main context.
  package func parentID(of id: Int) -> Int? {
    let parent = tree.records[id].parent
    return parent < 0 ? nil : Int(parent)
  }

  /// Whether a directive has a block.
  package func isBlock(_ id: Int) -> Bool {
    tree.records[id].marks.contains(.block)
  }

  /// Which reading of a file a directive came from.
  package func inclusionID(of id: Int) -> Int {
    Int(tree.records[id].inclusion)
  }

  /// What nginx's table says of a directive; nil for what nginx does not know.
  package func command(of id: Int) -> NginxCommand? {
    let command = tree.records[id].command
    return command < 0 ? nil : NginxDirectiveTable.standard[command]
  }

  /// From a directive's name to its `;` or `{`.
  package func headSpan(of id: Int) -> SourceSpan {
    tree.headSpan(of: id)
  }

  /// How many words stand behind the name of a directive.
  package func parameterCount(of id: Int) -> Int {
    tree.parameterWords(of: id).count
  }

  /// A parameter as nginx takes it, the first being 0.
  package func value(_ position: Int, of id: Int) -> String {
    tree.text(of: tree.parameterWords(of: id).lowerBound + position, in: id)
  }

  /// Where a parameter stands, with its quotes, the first being 0.
  package func span(_ position: Int, of id: Int) -> SourceSpan {
    tree.span(ofWord: tree.parameterWords(of: id).lowerBound + position, in: id)
  }
}
