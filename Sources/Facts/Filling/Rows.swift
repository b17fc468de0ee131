/// The rows of one stack.
struct Rows {
  var problems: [ProblemFact] = []
  var services: [ServiceFact] = []
  var images: [ImageFact] = []
  var instructions: [DockerInstructionFact] = []
  var exposedPorts: [ExposedPortFact] = []
  var environmentVariables: [EnvironmentVariableFact] = []
  var packages: [PackageFact] = []
  var accounts: [AccountFact] = []
  var accountGroups: [AccountGroupFact] = []
  var files: [String: FileFact] = [:]
  var writtenFiles: [WrittenFileFact] = []
  var maskedPaths: [MaskedPathFact] = []
  var pathUses: [PathUseFact] = []
  var processes: [ProcessFact] = []
  var endpoints: [EndpointFact] = []
  var connections: [ConnectionFact] = []
  var supervisorSections: [SupervisorSectionFact] = []
  var supervisorOptions: [SupervisorOptionFact] = []
  var supervisorPrograms: [SupervisorProgramFact] = []
  var uwsgiOptions: [UwsgiOptionFact] = []
  var uwsgiInstances: [UwsgiInstanceFact] = []
  var uwsgiPlugins: [UwsgiPluginFact] = []
  var uwsgiApplications: [UwsgiApplicationFact] = []
  var pythonStatements: [PythonStatementFact] = []
  var directives: [NginxDirectiveFact] = []
  var parameters: [NginxParameterFact] = []
  var scopes: [NginxScopeFact] = []
  var variables: [NginxVariableFact] = []
  var patterns: [NginxPatternFact] = []
  var scripts: [ScriptFact] = []
  var nginxInstances: [NginxInstanceFact] = []
  var nginxAdvisories: [NginxAdvisoryFact] = []
  var keptHeaders: [KeptHeaderFact] = []
  var servers: [NginxServerFact] = []
  var listens: [NginxListenFact] = []
  var locations: [NginxLocationFact] = []
  var routers: [NginxRouter] = []

  /// Whether it matters little how well a query suits their number.
  var areFew: Bool { directives.count + files.count + uwsgiOptions.count < 10_000 }

  /// Makes room for what a configuration will bring.
  mutating func expect(directives: Int, parameters: Int) {
    self.directives.reserveCapacity(self.directives.count + directives)
    self.parameters.reserveCapacity(self.parameters.count + parameters)
  }

  func insert(into facts: inout FactBase) {
    facts.insert(problems)
    facts.insert(services)
    insertImage(into: &facts)
    facts.insert(processes)
    facts.insert(endpoints)
    facts.insert(connections)
    facts.insert(supervisorSections)
    facts.insert(supervisorOptions)
    facts.insert(supervisorPrograms)
    facts.insert(uwsgiOptions)
    facts.insert(uwsgiInstances)
    facts.insert(uwsgiPlugins)
    facts.insert(uwsgiApplications)
    facts.insert(pythonStatements)
    insertNginx(into: &facts)
  }

  private func insertImage(into facts: inout FactBase) {
    facts.insert(images)
    facts.insert(instructions)
    facts.insert(exposedPorts)
    facts.insert(environmentVariables)
    facts.insert(packages)
    facts.insert(accounts)
    facts.insert(accountGroups)
    facts.insert(files.keys.sorted().compactMap { files[$0] })
    facts.insert(writtenFiles)
    facts.insert(maskedPaths)
    facts.insert(pathUses)
    facts.insert(scripts)
  }

  private func insertNginx(into facts: inout FactBase) {
    facts.insert(directives)
    facts.insert(parameters)
    facts.insert(scopes)
    facts.insert(variables)
    facts.insert(patterns)
    facts.insert(nginxInstances)
    facts.insert(nginxAdvisories)
    facts.insert(keptHeaders)
    facts.insert(servers)
    facts.insert(listens)
    facts.insert(locations)
    if !routers.isEmpty { facts.insert(deferred: makeRoutes) }
  }

  private func makeRoutes() -> [NginxRouteFact] {
    let assets = StaticAssets(pythonStatements)
    let servers = Dictionary(servers.map { ($0.directiveID, $0.id) }) { first, _ in first }
    let locations = Dictionary(locations.map { ($0.directiveID, $0.id) }) { first, _ in first }
    return routers.flatMap { router in
      router.routes(assets).map { route in
        var row = route
        row.serverID = route.serverID.flatMap { servers[$0] }
        row.locationID = route.locationID.flatMap { locations[$0] }
        return row
      }
    }
  }
}
