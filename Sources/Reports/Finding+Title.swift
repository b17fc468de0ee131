import Rules

extension Finding {
  /// What readers that refuse empty texts are told.
  var title: String {
    message.isEmpty ? rule : message
  }
}
