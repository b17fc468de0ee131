internal import Dockerfile
internal import FoundationEssentials
internal import Image
internal import Machine
internal import SourceText

/// Reads the files of a compose project: those that change others, are extended or are included.
struct ComposeLoader {
  let folder: ProjectFolder
  var sources: SourceFiles
  private(set) var problems: [ComposeProblem] = []
  private var files: [String: ComposeFile] = [:]

  /// How many inclusions are still followed.
  private var inclusionsLeft = 500

  /// How many services may extend one another.
  private static let deepest = 20

  init(_ folder: ProjectFolder, sources: SourceFiles) {
    self.folder = folder
    self.sources = sources
  }

  /// The variables of a file such as `.env`, which may use those of the project.
  func variables(of path: String, known: [String: String] = [:]) -> [String: String] {
    let own = folder.bytes(at: path).map { EnvironmentFile($0, variables: known).values } ?? [:]
    return own.merging(known) { $1 }
  }

  /// A file with those behind it that change it; paths are relative to `directory` afterwards.
  ///
  /// Nil where the first one cannot be read.
  mutating func project(
    _ paths: [String], in directory: String, _ variables: [String: String], trail: [String] = []
  ) -> ComposeFile? {
    var merged: ComposeFile?
    for path in paths {
      guard var file = read(path, variables) else { continue }
      file.services = file.services.map {
        extended($0, within: file.services, in: directory, variables)
      }
      include(into: &file, directory, variables, trail: trail + paths)
      if merged == nil { merged = file } else { merged?.change(by: file) }
    }
    return merged
  }

  private mutating func read(_ path: String, _ variables: [String: String]) -> ComposeFile? {
    let path = ProjectFolder.plain(path)
    if let known = files[path] { return known }
    guard let bytes = folder.bytes(at: path) else { return nil }
    let shown = folder.path == "." ? path : "\(folder.path)/\(path)"
    let source = sources.add(path: shown, origin: path, bytes: bytes)
    var file = ComposeFile(source, variables: variables)
    problems += file.takeProblems()
    files[path] = file
    return file
  }

  // MARK: - include

  private mutating func include(
    into file: inout ComposeFile, _ directory: String, _ variables: [String: String],
    trail: [String]
  ) {
    for inclusion in file.inclusions where inclusionsLeft > 0 {
      inclusionsLeft -= 1
      guard let paths = self.paths(of: inclusion, directory, trail), let first = paths.first else {
        continue
      }
      let own = inclusion.directory?.text.placed(in: directory) ?? first.folderName
      let named = inclusion.environmentFiles.map { $0.text.placed(in: directory) }
      let known = (named.isEmpty ? [".env".placed(in: own)] : named)
        .reduce(variables) { self.variables(of: $1, known: $0) }
      guard var included = project(paths, in: own, known, trail: trail) else { continue }
      included.services = included.services.map { $0.moved(to: own.relative(to: directory)) }
      file.include(included)
    }
    problems += file.takeProblems()
  }

  /// The files that are included; nil where one is not there, or includes this one.
  private mutating func paths(
    of inclusion: ComposeInclusion, _ directory: String, _ trail: [String]
  ) -> [String]? {
    var paths: [String] = []
    for word in inclusion.paths {
      let path = ProjectFolder.plain(word.text.placed(in: directory))
      guard word.isCertain else { return nil }
      if trail.contains(path) {
        report("include cycle detected: \(word.text)", word.span ?? inclusion.span)
        return nil
      }
      guard folder.bytes(at: path) != nil else {
        report("open \(word.text): no such file or directory", word.span ?? inclusion.span)
        return nil
      }
      paths.append(path)
    }
    return paths
  }

  // MARK: - extends

  /// A service with the values of the one that it extends, of this file or of another one.
  private mutating func extended(
    _ service: ComposeService, within services: [ComposeService], in directory: String,
    _ variables: [String: String], depth: Int = 0
  ) -> ComposeService {
    guard let base = service.base, base.service.isCertain else { return service }
    guard depth < Self.deepest else {
      report("Circular reference: extends \(base.service.text)", service.span)
      return service
    }
    var others = services
    var subfolder = ""
    if let path = base.file {
      guard path.isCertain else { return service }
      guard let other = read(path.text.placed(in: directory), variables) else {
        report("open \(path.text): no such file or directory", path.span ?? service.span)
        return service
      }
      others = other.services
      subfolder = path.text.folderName
    }
    guard let found = others.first(where: { $0.name.text == base.service.text }) else {
      let (name, other) = (service.name.text, base.service.text)
      report(
        "cannot extend service \"\(name)\": service \"\(other)\" not found",
        base.service.span ?? service.span)
      return service
    }
    let complete = extended(
      found, within: others, in: subfolder.placed(in: directory), variables, depth: depth + 1)
    var merged = complete.moved(to: subfolder).changed(by: service)
    merged.name = service.name
    return merged
  }

  private mutating func report(_ reason: String, _ span: SourceSpan) {
    problems.append(ComposeProblem(reason: reason, span: span))
  }
}

extension String {
  /// A path of a file in a folder, seen from where the folder is.
  fileprivate func placed(in folder: String) -> String {
    hasPrefix("/") || folder.isEmpty ? self : isEmpty ? folder : "\(folder)/\(self)"
  }

  /// The folder that a file is in; empty for the present one.
  fileprivate var folderName: String {
    lastIndex(of: "/").map { ProjectFolder.plain(String(self[..<$0])) } ?? ""
  }

  /// A folder as another one sees it, above which it does not lie.
  fileprivate func relative(to folder: String) -> String {
    let (own, other) = (ProjectFolder.plain(self), ProjectFolder.plain(folder))
    if own == other { return "" }
    if other.isEmpty || own.hasPrefix("/") { return own }
    if own.hasPrefix(other + "/") { return String(own.dropFirst(other.count + 1)) }
    let up = other.split(separator: "/").map { _ in ".." }.joined(separator: "/")
    return own.isEmpty ? up : "\(up)/\(own)"
  }
}
