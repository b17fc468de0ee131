/// The instructions that BuildKit knows.
package enum InstructionKeyword: String, CaseIterable, Sendable {
  case add
  case arg
  case cmd
  case copy
  case entrypoint
  case env
  case expose
  case from
  case healthcheck
  case label
  case maintainer
  case onbuild
  case run
  case shell
  case stopsignal
  case user
  case volume
  case workdir

  /// The keyword as the manual spells it.
  package var upstreamName: String {
    rawValue.uppercased()
  }
}
