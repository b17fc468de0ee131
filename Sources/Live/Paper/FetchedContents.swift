import Image
import Synchronization

/// The contents of a container's files, as far as they were fetched.
///
/// Who asks for one that was not fetched gets nothing, and the path is noted: after a boot on paper the
/// missing ones are fetched, and the boot is made again.
package final class FetchedContents: ContentSource {
  private struct State {
    /// Nil stands for a content that cannot be had.
    var contents: [String: [UInt8]?] = [:]
    var missing: Set<String> = []
  }

  private let state = Mutex(State())

  package init() {}

  /// The files that were asked for and not fetched.
  package var missing: [String] {
    state.withLock { $0.missing.sorted() }
  }

  /// Whether a file was fetched, or found not to be had.
  package func knows(_ path: String) -> Bool {
    state.withLock { $0.contents[path] != nil }
  }

  /// Notes what a file holds; nil where nobody can tell.
  package func add(_ content: [UInt8]?, at path: String) {
    // A program that is no text configures nothing.
    let isText = content.map { !$0.prefix(8000).contains(0) } ?? false
    state.withLock { state in
      state.contents[path] = .some(isText ? content : nil)
      state.missing.remove(path)
    }
  }

  /// What a file holds, where that was fetched; else it is missing from now on.
  package func bytes(at path: String) -> [UInt8]? {
    state.withLock { state in
      guard let content = state.contents[path] else {
        state.missing.insert(path)
        return nil
      }
      return content
    }
  }
}
