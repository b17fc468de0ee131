internal import Boot
internal import Dockerfile
internal import Image
internal import SourceText

extension Filler {
  /// Adds the known holes of an nginx, where its version tells which it has.
  mutating func addAdvisories(_ process: BootProcess) {
    guard let version = container.nginxVersion else { return }
    for advisory in NginxAdvisory.known where advisory.concerns(version) {
      var row = NginxAdvisoryFact(advisory, of: version, process.id)
      if advisory.exposures.isEmpty { add(row) }
      for exposure in advisory.exposures {
        row.open(by: exposure)
        add(row)
      }
    }
  }

  private mutating func add(_ row: NginxAdvisoryFact) {
    var row = row
    row.id = rows.nginxAdvisories.count
    rows.nginxAdvisories.append(row)
  }

  /// What brings the version of nginx: an instruction, or the base image.
  var versionSpan: SourceSpan? {
    guard container.machine.nginxVersion == nil, let package = container.nginxPackage else {
      return nil
    }
    return package.span ?? container.image?.recipe?.build.target?.stage.from.span ?? stack.anchor
  }
}

extension NginxAdvisoryFact {
  fileprivate init(_ advisory: NginxAdvisory, of version: Version, _ processID: Int) {
    self.init(
      id: 0, processID: processID, name: advisory.name, hole: advisory.hole,
      gravity: ["major": 3, "medium": 2][advisory.severity] ?? 1,
      isMendedInSeries: advisory.isMended(inSeriesOf: version),
      isAlwaysOpen: advisory.isAlwaysOpen)
  }

  fileprivate mutating func open(by exposure: NginxAdvisory.Exposure) {
    directive = exposure.directive.name
    parameters = exposure.directive.parameters
    companion = exposure.companion?.name
    companionParameters = exposure.companion?.parameters
    remedy = exposure.remedy?.name
    remedyParameters = exposure.remedy?.parameters
  }
}
