private import CLibXML2

/// libxml2 as a whole.
enum LibXML2 {
  /// Fills its global tables; must come before all else, because two threads may not do it at once.
  static func start() {
    _ = started
  }

  private static let started: Void = {
    xmlInitParser()
    xmlSchemaInitTypes()
  }()
}
