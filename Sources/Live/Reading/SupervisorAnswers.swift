/// What supervisord tells over its XML-RPC interface.
package enum SupervisorAnswers {
  /// The methods that the probe asks in one call: all of them only read.
  package static let methods = ["supervisor.getState", "supervisor.getAllProcessInfo"]

  /// The HTTP request for them.
  package static func request(authorization: String? = nil) -> [UInt8] {
    let body = XMLRPCCall.multicall(methods)
    let credentials = authorization.map { "Authorization: \($0)\r\n" } ?? ""
    return Array(
      ("POST /RPC2 HTTP/1.0\r\nHost: localhost\r\nContent-Type: text/xml\r\n\(credentials)"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)").utf8)
  }

  /// Reads the answer to `request`; nil where it is not supervisord's.
  package static func programs(_ body: [UInt8]) -> [LiveProgram]? {
    guard case .value(.array(let results)) = XMLRPCAnswer(body), results.count == methods.count,
      let infos = results[1].array
    else { return nil }
    return infos.compactMap(program)
  }

  private static func program(_ info: XMLRPCValue) -> LiveProgram? {
    guard let name = info["name"]?.string, let state = info["statename"]?.string else { return nil }
    let pid = info["pid"]?.int ?? 0
    let stopped = info["stop"]?.int ?? 0
    return LiveProgram(
      group: info["group"]?.string ?? name, name: name,
      state: LiveProgram.State(rawValue: state) ?? .unknown,
      pid: pid > 0 ? pid : nil,
      exitStatus: stopped > 0 ? info["exitstatus"]?.int : nil,
      problem: info["spawnerr"]?.string ?? "", source: .rpc)
  }
}
