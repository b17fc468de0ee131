/// A `--mount` of `RUN`: what is there while the command runs, and not in the image.
package struct Mount: Hashable, Sendable {
  /// `bind`, `cache`, `tmpfs`, `secret` or `ssh`.
  package var type = "bind"

  /// The stage or image that a bind or cache comes from; empty for the build context.
  package var from = ""
  package var source = ""

  /// The path in the container; for a secret it may be empty.
  package var target = ""

  package var identifier = ""

  /// The variable that a secret is put into, if any.
  package var variable = ""

  package var isRequired = false
  package var sharing = ""

  /// The keys that only secrets, keys and caches take, in the order they were given.
  private var ownership: [String] = []

  /// What is wrong with a mount before its variables are expanded; nil where nothing is.
  static func fault(in text: String) -> MountFault? {
    for field in text.split(separator: ",", omittingEmptySubsequences: false) {
      let (key, value) = split(field)
      guard let value else {
        if bareKeys.contains(key) { continue }
        return .notAPair(String(field))
      }
      // BuildKit has to know the stages a stage needs before it can expand anything.
      if key == "from", value.dropLast().contains("$") { return .variableInFrom }
    }
    return nil
  }

  /// The stage or image that a mount comes from, as far as it is not expanded; nil for none.
  static func from(in text: String) -> String? {
    text.split(separator: ",").lazy.map(split).last { $0.key == "from" }?.value.map(String.init)
  }

  /// Reads a mount; the closure expands the variables of its values.
  static func reading(
    _ text: String, expand: (String) -> String
  ) -> Result<Mount, MountFault> {
    var mount = Mount()
    for field in text.split(separator: ",", omittingEmptySubsequences: false) {
      let (key, value) = split(field)
      guard let value else {
        if key == "required" { mount.isRequired = true }
        continue
      }
      let expanded = expand(String(value))
      if let fault = mount.set(key, to: expanded, field: String(field)) { return .failure(fault) }
    }
    return mount.finalFault.map { .failure($0) } ?? .success(mount)
  }

  private mutating func set(_ key: String, to value: String, field: String) -> MountFault? {
    switch key {
    case "type":
      guard mountTypes.contains(value.lowercased()) else {
        let suggestion = Suggestion.nearest(to: value, among: mountTypes)
        return .unsupportedType(value, suggestion: suggestion)
      }
      type = value.lowercased()
    case "from": from = value
    case "source", "src": source = value
    case "target", "dst", "destination": target = value
    case "id": identifier = value
    case "env": variable = value
    case "readonly", "ro", "readwrite", "rw", "required":
      guard booleans.contains(value.lowercased()) else {
        return .invalidValue(key: key, value: value)
      }
      guard key == "required" else { break }
      guard type == "secret" || type == "ssh" else {
        return .keyOfOtherType(key, type: type)
      }
      isRequired = ["1", "t", "true"].contains(value.lowercased())
    case "sharing":
      guard sharings.contains(value.lowercased()) else { return .unsupportedSharing(value) }
      sharing = value.lowercased()
    case "mode", "uid", "gid":
      guard UInt32(value, radix: key == "mode" ? 8 : 10) != nil else {
        return .invalidNumber(key: key, value: value)
      }
      ownership.append(key)
    case "size" where type == "tmpfs":
      break
    default:
      let suggestion = Suggestion.nearest(to: key, among: mountKeys)
      return .unexpectedKey(key, field: field, suggestion: suggestion)
    }
    return nil
  }

  private var finalFault: MountFault? {
    let takesOwnership = type == "secret" || type == "ssh" || type == "cache"
    if !takesOwnership, let key = ["mode", "uid", "gid"].first(where: ownership.contains) {
      return .notAllowed(key: key, type: type)
    }
    if !sharing.isEmpty, type != "cache" { return .sharingOfOtherType(type) }
    guard type == "secret" else { return nil }
    if !from.isEmpty { return .secretWithFrom }
    if source.isEmpty, target.isEmpty, identifier.isEmpty { return .secretWithoutTarget }
    return !source.isEmpty && !identifier.isEmpty ? .sourceAndIdentifier : nil
  }

  /// Makes the target absolute, and gives it its default; a secret in a variable needs none.
  mutating func resolveTarget(in folder: String) {
    switch type {
    case "ssh":
      if target.isEmpty { target = "/run/buildkit/ssh_agent.0" }
    case "secret":
      guard target.isEmpty, variable.isEmpty else { return }
      target = "/run/secrets/\(GoPath.base(source.isEmpty ? identifier : source))"
    default:
      target =
        target.hasPrefix("/")
        ? GoPath.cleaned(target) : GoPath.joined("/", folder, target)
    }
  }

  private static func split(_ field: Substring) -> (key: String, value: Substring?) {
    guard let separator = field.firstIndex(of: "=") else { return (field.lowercased(), nil) }
    return (field[..<separator].lowercased(), field[field.index(after: separator)...])
  }
}

private let mountTypes = ["bind", "cache", "tmpfs", "secret", "ssh"]
private let sharings = ["shared", "private", "locked"]
private let bareKeys = ["readonly", "ro", "readwrite", "rw", "required"]
private let booleans = ["1", "t", "true", "0", "f", "false"]
private let mountKeys = [
  "type", "from", "source", "target", "readonly", "id", "sharing", "required", "size", "mode",
  "uid", "gid", "src", "dst", "destination", "ro", "rw", "readwrite", "env",
]
