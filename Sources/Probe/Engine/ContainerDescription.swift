#if Probe
  import Live

  /// What the engine answers to an inspection, as far as the probe reads it.
  struct ContainerDescription: Decodable {
    var id: String
    var name: String
    var path: String?
    var arguments: [String]?
    var restartCount: Int?
    var state: State
    var config: Config
    var network: NetworkSettings?

    enum CodingKeys: String, CodingKey {
      case id = "Id"
      case name = "Name"
      case path = "Path"
      case arguments = "Args"
      case restartCount = "RestartCount"
      case state = "State"
      case config = "Config"
      case network = "NetworkSettings"
    }

    struct State: Decodable {
      var status: String
      var exitCode: Int?
      var error: String?
      var isOutOfMemory: Bool?
      var startedAt: String?
      var finishedAt: String?
      var health: Health?

      enum CodingKeys: String, CodingKey {
        case status = "Status"
        case exitCode = "ExitCode"
        case error = "Error"
        case isOutOfMemory = "OOMKilled"
        case startedAt = "StartedAt"
        case finishedAt = "FinishedAt"
        case health = "Health"
      }
    }

    struct Health: Decodable {
      var status: String
      var checks: [Check]?

      enum CodingKeys: String, CodingKey {
        case status = "Status"
        case checks = "Log"
      }
    }

    struct Check: Decodable {
      var output: String?

      enum CodingKeys: String, CodingKey {
        case output = "Output"
      }
    }

    struct Config: Decodable {
      var user: String?
      var hostName: String?
      var isTerminal: Bool?
      var environment: [String]?
      var image: String?
      var workingDirectory: String?
      var labels: [String: String]?

      enum CodingKeys: String, CodingKey {
        case user = "User"
        case hostName = "Hostname"
        case isTerminal = "Tty"
        case environment = "Env"
        case image = "Image"
        case workingDirectory = "WorkingDir"
        case labels = "Labels"
      }
    }

    struct NetworkSettings: Decodable {
      var ports: [String: [Binding]?]?
      var address: String?
      var networks: [String: Network]?

      enum CodingKeys: String, CodingKey {
        case ports = "Ports"
        case address = "IPAddress"
        case networks = "Networks"
      }
    }

    struct Binding: Decodable {
      var address: String?
      var port: String?

      enum CodingKeys: String, CodingKey {
        case address = "HostIp"
        case port = "HostPort"
      }
    }

    struct Network: Decodable {
      var address: String?
      var aliases: [String]?

      enum CodingKeys: String, CodingKey {
        case address = "IPAddress"
        case aliases = "Aliases"
      }
    }
  }
#endif
