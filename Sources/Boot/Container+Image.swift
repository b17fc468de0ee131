internal import Dockerfile
package import Image
internal import Machine
internal import SourceText

extension Container {
  /// A container that is made from an image, on a machine of which the user may have told.
  package init(_ image: Image, machine: MachineFacts) {
    let configuration = image.configuration
    self.init(
      files: image, accounts: image.accounts, command: configuration.startedWords,
      commandSpan: configuration.entrypoint?.span ?? configuration.command?.span,
      environment: Environment(configuration, machine: machine),
      workingDirectory: configuration.workingDirectory.known.map { $0.isEmpty ? "/" : $0 },
      user: .unknown, distribution: image.distribution?.name,
      release: image.distribution?.onlyRelease, machine: machine)
    self.image = image
    user =
      configuration.isComplete || !configuration.user.text.isEmpty
      ? account(configuration.user) : .unknown
  }

  /// The version of nginx whose holes are known: one that no distribution has mended.
  package var nginxVersion: Version? {
    machine.nginxVersion ?? nginxPackage?.upstreamVersion
  }

  /// The package that brings nginx, where its makers packaged it.
  package var nginxPackage: InstalledPackage? {
    image?.packages.last { $0.name == "nginx" && $0.isUpstream }
  }

  /// The user that `USER` names; root where it names none.
  private func account(_ word: ExpandedWord) -> ProcessUser {
    guard word.isCertain else { return .unknown }
    return word.text.isEmpty ? .root : accounts.processUser(named: word.text)
  }
}

extension ImageConfiguration {
  /// ENTRYPOINT with CMD as its arguments; nil where nobody knows what starts.
  fileprivate var startedWords: [Argument]? {
    let words = (entrypoint?.words ?? []) + (command?.words ?? [])
    if words.isEmpty, !isComplete { return nil }
    guard words.allSatisfy(\.isCertain) else { return nil }
    return words.map { Argument($0.text, span: $0.span) }
  }
}

extension Environment {
  fileprivate init(_ configuration: ImageConfiguration, machine: MachineFacts) {
    var values: [String: String] = [:]
    for variable in configuration.environment where variable.value.isCertain {
      values[variable.name] = variable.value.text
    }
    self.init(
      values: values.merging(machine.environment) { _, given in given }, isComplete: false,
      order: configuration.environment.map(\.name))
  }
}

extension ExpandedWord {
  fileprivate var known: String? {
    isCertain ? text : nil
  }
}

extension Distribution {
  /// The release, where there is only one that it may be.
  fileprivate var onlyRelease: String? {
    releases.count == 1 ? releases.first : nil
  }
}
