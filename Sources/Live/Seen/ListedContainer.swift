/// A container as an engine lists it, with what docker compose has written on it.
package struct ListedContainer: Decodable, Sendable {
  private let id: String
  private let names: [String]?
  private let state: String?
  private let status: String?
  private let labels: [String: String]?

  enum CodingKeys: String, CodingKey {
    case id = "Id"
    case names = "Names"
    case state = "State"
    case status = "Status"
    case labels = "Labels"
  }

  /// The label that every container of every project has.
  package static let projectLabel = prefix + "project"

  /// What the engine takes for the container's name.
  package var name: String {
    names?.first.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 } ?? id
  }

  /// Whether it is of a project, which is told by its name or by its folder.
  fileprivate func isOf(project: String) -> Bool {
    label("project") == project || label("project.working_dir") == project
  }

  /// Whether somebody ran it beside the project's own ones: `docker compose run`.
  fileprivate var isOneOff: Bool { label("oneoff") == "True" }

  fileprivate var hasSucceeded: Bool {
    state == "exited" && status?.hasPrefix("Exited (0)") == true
  }

  fileprivate var service: String? { label("service") }

  /// The services that must have ended before this one starts: `NAME:CONDITION:RESTART,…` (compose v2).
  fileprivate var awaited: [String] {
    (label("depends_on") ?? "").split(separator: ",").compactMap { dependency in
      let words = dependency.split(separator: ":")
      return words.dropFirst().first == "service_completed_successfully"
        ? words.first.map(String.init) : nil
    }
  }

  private func label(_ name: String) -> String? { labels?[Self.prefix + name] }

  private static let prefix = "com.docker.compose."
}

extension [ListedContainer] {
  /// The names of those that a project consists of, sorted.
  ///
  /// What was run beside it is none of it, nor what has done its work: others waited for its end.
  package func names(ofProject project: String) -> [String] {
    let own = filter { $0.isOf(project: project) && !$0.isOneOff }
    let awaited = Set(own.flatMap(\.awaited))
    return own.filter { container in
      !(container.hasSucceeded && container.service.map(awaited.contains) == true)
    }.map(\.name).sorted()
  }
}
