import Dockerfile

extension ImageConfiguration {
  /// The configuration as an image's manifest holds it; empty members are left out.
  var json: VectorJSON {
    var members: [String: VectorJSON] = [:]
    func put(_ name: String, _ list: [String]) {
      if !list.isEmpty { members[name] = .list(list.map(VectorJSON.init(text:))) }
    }
    func put(_ name: String, _ text: String) {
      if !text.isEmpty { members[name] = VectorJSON(text: text) }
    }
    func putSet(_ name: String, _ list: [String]) {
      if list.isEmpty { return }
      members[name] = .object(Dictionary(uniqueKeysWithValues: list.map { ($0, .object([:])) }))
    }
    put("Env", environment.map { "\($0.name)=\($0.value.text)" })
    put("Cmd", command?.words.map(\.text) ?? [])
    put("Entrypoint", entrypoint?.words.map(\.text) ?? [])
    put("Shell", shell)
    put("OnBuild", triggers)
    put("User", user.text)
    put("WorkingDir", workingDirectory.text)
    put("StopSignal", stopSignal)
    putSet("ExposedPorts", exposedPorts)
    putSet("Volumes", volumes.map(\.text))
    if !labels.isEmpty { members["Labels"] = .object(labels.mapValues(VectorJSON.init(text:))) }
    if let healthcheck { members["Healthcheck"] = healthcheck.json }
    return .object(members)
  }
}

extension Healthcheck {
  fileprivate var json: VectorJSON {
    var members: [String: VectorJSON] = ["Test": .list(test.map(VectorJSON.init(text:)))]
    let numbers = [
      ("Interval", interval), ("Timeout", timeout), ("StartPeriod", startPeriod),
      ("StartInterval", startInterval), ("Retries", retries),
    ]
    for (name, number) in numbers where number != 0 { members[name] = .word("\(number)") }
    return .object(members)
  }
}

extension VectorJSON {
  fileprivate init(text: String) {
    self = .text(Array(text.utf8))
  }
}
