import ArgumentParser

@main
struct Dovetail: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dovetail",
    abstract: "Checks that nginx, uWSGI and supervisord fit together in a container.",
    version: "0.1.0",
    subcommands: []
  )
}
