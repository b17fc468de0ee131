#if Probe
  import Live

  extension ContainerDescription {
    /// The container as the joints see it.
    var container: LiveContainer {
      var container = LiveContainer(
        id: id, name: name.hasPrefix("/") ? String(name.dropFirst()) : name,
        image: config.image ?? "",
        status: LiveContainer.Status(rawValue: state.status) ?? .unknown)
      container.exitCode = state.exitCode ?? 0
      container.error = state.error ?? ""
      container.isOutOfMemory = state.isOutOfMemory ?? false
      container.restartCount = restartCount ?? 0
      container.health = state.health.map {
        LiveContainer.Health(status: $0.status, output: $0.checks?.last?.output ?? "")
      }
      container.command = [path].compactMap { $0 } + (arguments ?? [])
      container.environment = config.environment ?? []
      container.user = config.user ?? ""
      container.workingDirectory = config.workingDirectory.flatMap { $0.isEmpty ? nil : $0 } ?? "/"
      container.publishedPorts = publishedPorts
      container.address = address
      container.service = config.labels?["com.docker.compose.service"]
      container.hostName = config.hostName
      container.networks = Set((network?.networks ?? [:]).keys)
      container.hosts = hosts.union([container.name, container.service].compactMap { $0 })
      return container
    }

    private var hosts: Set<String> {
      let networks = (network?.networks ?? [:]).values
      let names = networks.flatMap { ($0.aliases ?? []) + [$0.address].compactMap { $0 } }
      return Set(names.filter { !$0.isEmpty })
    }

    private var address: String? {
      let ofNetworks = (network?.networks ?? [:]).values.map(\.address)
      return ([network?.address] + ofNetworks).compactMap { $0 }.first { !$0.isEmpty }
    }

    /// TCP only, the lowest port of the container first, IPv4 before IPv6.
    private var publishedPorts: [LiveContainer.PublishedPort] {
      var ports: [LiveContainer.PublishedPort] = []
      for (key, bindings) in network?.ports ?? [:] {
        let parts = key.split(separator: "/")
        guard parts.last == "tcp", let port = parts.first.flatMap({ Int($0) }) else { continue }
        for binding in bindings ?? [] {
          guard let hostPort = binding.port.flatMap({ Int($0) }) else { continue }
          ports.append(
            LiveContainer.PublishedPort(
              containerPort: port, hostAddress: binding.address ?? "", hostPort: hostPort))
        }
      }
      return ports.sorted { left, right in
        let isVersion6 = { (port: LiveContainer.PublishedPort) in
          port.hostAddress.contains(":") ? 1 : 0
        }
        return (left.containerPort, isVersion6(left), left.hostPort)
          < (right.containerPort, isVersion6(right), right.hostPort)
      }
    }
  }
#endif
