/// The distribution of a base image, and the releases that it may be.
package struct Distribution: Hashable, Sendable {
  package let name: String

  /// The releases that it may be, such as `12`: one where that is known.
  package let releases: [String]
}
