internal import SQLite

/// The rows of one stack, before they are written.
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
  var levels: [NginxLevelFact] = []
  var parameters: [NginxParameterFact] = []
  var scopes: [NginxScopeFact] = []
  var variables: [NginxVariableFact] = []
  var patterns: [NginxPatternFact] = []
  var scripts: [ScriptFact] = []
  var nginxInstances: [NginxInstanceFact] = []
  var servers: [NginxServerFact] = []
  var listens: [NginxListenFact] = []
  var locations: [NginxLocationFact] = []

  func insert(into facts: inout FactBase) throws(SQLiteError) {
    try facts.insert(problems)
    try facts.insert(services)
    try insertImage(into: &facts)
    try facts.insert(processes)
    try facts.insert(endpoints)
    try facts.insert(connections)
    try facts.insert(supervisorSections)
    try facts.insert(supervisorOptions)
    try facts.insert(supervisorPrograms)
    try facts.insert(uwsgiOptions)
    try facts.insert(uwsgiInstances)
    try facts.insert(uwsgiPlugins)
    try facts.insert(uwsgiApplications)
    try facts.insert(pythonStatements)
    try insertNginx(into: &facts)
  }

  private func insertImage(into facts: inout FactBase) throws(SQLiteError) {
    try facts.insert(images)
    try facts.insert(instructions)
    try facts.insert(exposedPorts)
    try facts.insert(environmentVariables)
    try facts.insert(packages)
    try facts.insert(accounts)
    try facts.insert(accountGroups)
    try facts.insert(files.values.sorted { $0.path < $1.path })
    try facts.insert(pathUses)
    try facts.insert(scripts)
  }

  private func insertNginx(into facts: inout FactBase) throws(SQLiteError) {
    try facts.insert(directives)
    try facts.insert(levels)
    try facts.insert(parameters)
    try facts.insert(scopes)
    try facts.insert(variables)
    try facts.insert(patterns)
    try facts.insert(nginxInstances)
    try facts.insert(servers)
    try facts.insert(listens)
    try facts.insert(locations)
  }
}
