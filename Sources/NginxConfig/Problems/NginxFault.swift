/// A kind of mistake in a configuration, with the words that it is about.
package enum NginxFault: Hashable, Sendable {
  case lexical(LexicalFault.Kind)
  case structure(StructureFault)
  case value(ValueFault)
  case reference(ReferenceFault)
  case server(ServerFault)
  case block(BlockFault)
  case machine(MachineFault)

  private var detail: any FaultDetail {
    switch self {
    case .lexical(let fault): fault
    case .structure(let fault): fault
    case .value(let fault): fault
    case .reference(let fault): fault
    case .server(let fault): fault
    case .block(let fault): fault
    case .machine(let fault): fault
    }
  }

  /// Names the kind in kebab-case.
  package var code: String { detail.code }

  /// nginx's own sentence.
  package var nginxMessage: String { detail.nginxMessage }

  /// What nginx does not say, but a person wants to know.
  package var hint: String? { detail.hint }

  /// Whether nginx only warns of it.
  var isWarning: Bool { detail.isWarning }
}

/// What every family of faults can say of itself.
protocol FaultDetail {
  var code: String { get }
  var nginxMessage: String { get }
  var hint: String? { get }
  var isWarning: Bool { get }
}

extension FaultDetail {
  var hint: String? { nil }
  var isWarning: Bool { false }
}
