import Foundation
import PackagePlugin

/// Compiles a folder of text files into a target: the rule pages into `Rules`, for one.
@main
struct EmbedText: BuildToolPlugin {
  /// Which folder of the package becomes part of which target.
  private static let folders = ["Rules": "rules", "Image": "knowledge"]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let name = Self.folders[target.name] else {
      throw EmbedTextError(description: "no folder is known for the target \(target.name)")
    }
    let folder = context.package.directoryURL.appending(path: name)
    let files = try textFiles(below: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(name)/",
        executable: try context.tool(named: "embed-text").url,
        arguments: [output.path(), folder.path()] + files.map { $0.path() },
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  private func textFiles(below folder: URL) throws -> [URL] {
    guard let names = FileManager.default.enumerator(atPath: folder.path()) else {
      throw EmbedTextError(description: "there is no folder \(folder.path())")
    }
    return names.compactMap { $0 as? String }
      .filter {
        $0.hasSuffix(".md") || $0.hasSuffix(".tsv") || $0.hasSuffix(".txt") || $0.hasSuffix(".conf")
      }
      .sorted()
      .map { folder.appending(path: $0) }
  }
}

struct EmbedTextError: Error, CustomStringConvertible {
  let description: String
}
