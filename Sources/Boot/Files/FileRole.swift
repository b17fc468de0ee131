package import NginxConfig

/// What a configuration file is for, as its content tells.
package enum FileRole: Hashable, Sendable {
  /// A whole configuration of nginx.
  case nginxMain

  /// A part of one, which belongs into `http`.
  case nginxSite

  /// Less than a site: it belongs into a server or a location, as its first directive tells.
  case nginxPart(NginxContext)
  case uwsgi
  case supervisord

  /// Reads the first words of lines; nil for a file that is none of these.
  package init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2000).map(FileRole.trimmed)
    let role =
      FileRole.role(ofSections: lines) ?? FileRole.role(ofBlocks: lines)
      ?? FileRole.role(ofDirectives: lines)
    guard let role else { return nil }
    self = role
  }

  /// Goes by the usual names of files, where the content tells nothing.
  init?(name: String) {
    switch name {
    case "nginx.conf": self = .nginxMain
    case "uwsgi.ini": self = .uwsgi
    case "supervisord.conf": self = .supervisord
    default: return nil
    }
  }

  /// The program that reads such a file.
  package var program: String {
    switch self {
    case .nginxMain, .nginxSite, .nginxPart: "nginx"
    case .uwsgi: "uwsgi"
    case .supervisord: "supervisord"
    }
  }

  /// Whether only a file that includes it makes it a configuration.
  package var isPart: Bool {
    if case .nginxPart = self { true } else { false }
  }

  private static func role(ofSections lines: [Substring]) -> FileRole? {
    for line in lines {
      if line.hasPrefix("[uwsgi]") || line.hasPrefix("<uwsgi>") || line == "uwsgi:" {
        return .uwsgi
      }
      if line.hasPrefix("[supervisord]") || line.hasPrefix("[program:") { return .supervisord }
      if line.hasPrefix("[eventlistener:") || line.hasPrefix("[fcgi-program:") {
        return .supervisord
      }
    }
    return nil
  }

  private static func role(ofBlocks lines: [Substring]) -> FileRole? {
    var isSite = false
    for line in lines {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "{" }
      switch words.first {
      case "http", "events", "stream", "mail":
        if line.contains("{") || words.count == 1 { return .nginxMain }
      case "server", "upstream":
        if line.contains("{") || words.count == 1 { isSite = true }
      default: continue
      }
    }
    return isSite ? .nginxSite : nil
  }

  /// Directives of nginx from the first line to the last, each ended as nginx wants it.
  private static func role(ofDirectives lines: [Substring]) -> FileRole? {
    let lines = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("//") }
    guard let first = lines.first, let last = lines.last?.prefix(while: { $0 != "#" }),
      last.contains(";") || last.contains("}"), !contexts(of: first).isEmpty
    else { return nil }
    let all = outermost(of: lines).map(contexts).filter { !$0.isEmpty }
    let widest = [NginxContext.http, .server, .location].first { context in
      all.allSatisfy { $0.contains { $0.contains(context) } }
    }
    if let widest { return .nginxPart(widest) }
    return contexts(of: first).contains { $0.contains(.main) } ? .nginxMain : nil
  }

  /// The lines that begin outside of all braces, as far as counting tells.
  private static func outermost(of lines: [Substring]) -> [Substring] {
    var depth = 0
    var isContinued = false
    return lines.filter { line in
      let isOutermost = depth == 0 && !isContinued
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      isContinued = depth == 0 && !line.contains(";") && !line.contains("}")
      return isOutermost && !line.hasPrefix("}")
    }
  }

  /// Where the directive of a line may stand; empty for one that nobody knows.
  private static func contexts(of line: Substring) -> [NginxContexts] {
    let name = line.prefix { !$0.isWhitespace && $0 != "{" && $0 != ";" }
    return NginxDirectiveTable.standard.commands(named: name).map(\.contexts)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> Substring {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    var line = line
    while let first = line.first, blanks.contains(first) { line.removeFirst() }
    while let last = line.last, blanks.contains(last) { line.removeLast() }
    return Substring(decoding: line, as: UTF8.self)
  }
}
