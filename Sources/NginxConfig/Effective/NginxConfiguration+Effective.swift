extension NginxConfiguration {
  /// The directives of a name that decide in a block, its own or those that it takes over.
  ///
  /// A list such as `add_header` is taken over as a whole, and only by a block that has none of
  /// its own; what belongs to its own block alone, such as `return`, is not taken over.
  package func effective(_ name: String, in block: NginxDirective) -> [NginxDirective] {
    var current: NginxDirective? = block
    var isOwn = true
    while let level = current {
      let found = level.children.filter { $0.name == name && !$0.isBroken }
      if !found.isEmpty { return found }
      let command = NginxDirectiveTable.standard.commands(named: name)
        .first { $0.contexts.contains(level.bodyContext) }
      if command?.inheritance == .own, isOwn, !level.takesOverHandler { return [] }
      isOwn = false
      current = level.parent
    }
    return []
  }
}

extension NginxDirective {
  /// The context of what stands in this block.
  package var bodyContext: NginxContext {
    context.inside(block: name) ?? .freeForm
  }

  /// Whether it is an `if` or a `limit_except`, which take over the handler of their location.
  var takesOverHandler: Bool {
    bodyContext == .ifInLocation || bodyContext == .limitExcept
  }
}
