/// What the lines of a block such as `map` have said so far.
struct FreeFormState {
  /// The content type of each extension in `types`.
  var types: [ByteText: String] = [:]
  var keys = ServerNameKeys()
  var hasHostNames = false
  var hasDefault = false

  /// The value of each network in `geo`.
  var networks: [NetworkAddress.Network: String] = [:]
  var hasRanges = false
  var hasNetworks = false

  /// The hundredths of percent that `split_clients` has given away.
  var percent = 0

  /// Whether `charset_map` maps into UTF-8.
  var isUTF8 = false
}
