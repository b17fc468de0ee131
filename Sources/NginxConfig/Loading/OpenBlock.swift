/// A block that the loader stands in.
struct OpenBlock {
  /// Its directive, or -1 for the context of the main file.
  var directive: Int32

  /// The context of the directives within.
  var context: NginxContext

  /// The setter of a block whose lines are data.
  var freeForm: NginxCommand?
}
