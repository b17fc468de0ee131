internal import Image
package import SourceText

/// One deployable thing: its tree, and what boots in it.
package struct Stack: Sendable {
  /// Where the model of a stack comes from.
  package enum Source: String, Sendable {
    case dockerfile
    case files
    case root
    case archive
    case compose
    case container
  }

  /// The folder or file that was checked, as the user gave it.
  package var path: String
  package var source: Source
  package var sources: SourceFiles
  package var container: Container
  package var boot: Boot

  /// What the compose file says of the container; nil where there is none.
  package var membership: ComposeMembership?

  /// The first place to look at where a finding has none of its own.
  package var anchor: SourceSpan?

  package init(
    path: String, source: Source, sources: SourceFiles, container: Container, boot: Boot,
    anchor: SourceSpan?
  ) {
    self.path = path
    self.source = source
    self.sources = sources
    self.container = container
    self.boot = boot
    self.anchor = anchor
  }
}

extension [Stack] {
  /// The stacks with the containers of one compose file side by side: they are one thing to judge.
  package var byProject: [[Stack]] {
    var groups: [[Stack]] = []
    for stack in self {
      if let file = stack.membership?.file, groups.last?.first?.membership?.file == file {
        groups[groups.count - 1].append(stack)
      } else {
        groups.append([stack])
      }
    }
    return groups
  }
}

extension Stack {
  /// Whether a request comes in here.
  package var hasNginx: Bool {
    boot.processes.contains { $0.program == .nginx }
  }

  /// Whether rules have something to say of it: a container beside others may run what they do not know.
  package var isOfConcern: Bool {
    guard let membership, container.image?.recipe == nil else { return true }
    if !membership.problems.isEmpty { return true }
    return boot.processes.contains { process in
      [.nginx, .uwsgi, .supervisord].contains(process.program)
    }
  }
}
