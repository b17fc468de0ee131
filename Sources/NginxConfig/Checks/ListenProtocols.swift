/// The protocols that the `listen`s of one address speak (`ngx_http_add_addresses` since 1.23.4).
struct ListenProtocols {
  struct Set: OptionSet {
    let rawValue: UInt8

    static let proxyProtocol = Set(rawValue: 1)
    static let ssl = Set(rawValue: 2)
    static let http2 = Set(rawValue: 4)
    static let quic = Set(rawValue: 8)
  }

  /// What the address speaks by all that was said so far.
  private(set) var all: Set = []

  /// What the last `listen` said that decided; nil before a second one.
  private var decided: Set?
  private var haveChanged = false

  init(_ first: Set = []) {
    all = first
  }

  /// Takes in one more `listen`; whether nginx warns that the protocols are redefined.
  mutating func add(_ next: Set, setsOptions: Bool, hadOptions: Bool) -> Bool {
    let before = all
    all.formUnion(next)
    if !next.isSubset(of: before) {
      let isRedefined = hadOptions && !setsOptions || haveChanged || !before.isSubset(of: next)
      decided = before
      haveChanged = true
      return isRedefined
    }
    if !before.isSubset(of: next) {
      let isRedefined = setsOptions || decided.map { $0 != next } ?? false
      decided = next
      haveChanged = true
      return isRedefined
    }
    let isRedefined = setsOptions && haveChanged || decided.map { $0 != next } ?? false
    decided = next
    return isRedefined
  }
}
