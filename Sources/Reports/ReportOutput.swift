/// Gathers what a reporter writes and hands it on in large pieces.
package final class ReportOutput {
  private static let pieceSize = 1 << 16

  private let take: ([UInt8]) throws -> Void
  private var piece: [UInt8] = []
  private var error: (any Error)?

  /// Writes to whatever takes the bytes; after its first error it is not called again.
  package init(_ take: @escaping ([UInt8]) throws -> Void) {
    self.take = take
    piece.reserveCapacity(2 * ReportOutput.pieceSize)
  }

  /// Appends text, in UTF-8.
  func write(_ text: String) {
    piece.append(contentsOf: text.utf8)
    handOnIfLarge()
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) {
    piece.append(contentsOf: bytes)
    handOnIfLarge()
  }

  /// Hands on what is left.
  ///
  /// - Throws: The first error of the taker, once and for all.
  package func flush() throws {
    handOn()
    if let error { throw error }
  }

  private func handOnIfLarge() {
    if piece.count >= ReportOutput.pieceSize {
      handOn()
    }
  }

  private func handOn() {
    guard !piece.isEmpty else { return }
    if error == nil {
      do {
        try take(piece)
      } catch {
        self.error = error
      }
    }
    piece.removeAll(keepingCapacity: true)
  }
}
