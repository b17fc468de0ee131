/// Who owns the socket files of an instance, by the moment when they are bound.
struct SocketOwners {
  let starter: UwsgiIdentity

  /// Nil where the instance cannot become its workers' user.
  let workers: UwsgiIdentity?

  /// Whether sockets are bound before privileges drop; nil where not known.
  let dropsLate: Bool?

  /// Whether the master stays root; nil where not known.
  let masterStays: Bool?

  /// The owner that `chown-socket` gives.
  let given: UwsgiIdentity?
  let mode: SocketMode

  /// What stands at a unix path once the instance has bound it.
  func file(of address: UwsgiSocket.Address?, role: UwsgiSocket.Role) -> UwsgiSocket.File? {
    guard case .unix = address else { return nil }
    let given = given(to: role)
    return UwsgiSocket.File(
      owner: given ?? binder(of: role), mode: mode.bits, hasGroupOfKernel: given == nil)
  }

  private func given(to role: UwsgiSocket.Role) -> UwsgiIdentity? {
    switch role {
    case .worker, .shared: given
    case .router, .stats: nil
    }
  }

  /// Who makes the socket file.
  func binder(of role: UwsgiSocket.Role) -> UwsgiIdentity {
    switch role {
    case .shared:
      return starter
    case .worker, .router:
      return binder
    case .stats:
      // The master binds it last of all, once privileges have dropped.
      return masterStays.map { $0 ? starter : workers ?? UwsgiIdentity() } ?? UwsgiIdentity()
    }
  }

  /// Who binds after the set-up; `chown-socket` makes that root.
  private var binder: UwsgiIdentity {
    switch dropsLate {
    case true: starter
    case false: workers ?? UwsgiIdentity()
    case nil: UwsgiIdentity()
    }
  }
}

/// The permission bits of the socket files, as `umask` and `chmod-socket` make them.
struct SocketMode {
  /// Nil where not known.
  private var umask: Int?
  private var isChanged: Bool? = false
  private var digits: Int? = 0

  init(umask: Int?) {
    self.umask = umask
  }

  /// The bits; nil where not known.
  var bits: Int? {
    switch isChanged {
    case nil: return nil
    case false: return umask.map { 0o777 & ~$0 }
    case true:
      guard let digits else { return nil }
      return digits == 0 ? 0o666 : digits & 0o7777
    }
  }

  /// Takes in `chmod-socket`; the digits of one that is given again add up (`core/uwsgi.c`).
  mutating func add(_ option: AppliedOption) {
    guard option.condition == nil else {
      isChanged = nil
      return
    }
    isChanged = true
    guard let value = option.value else { return }
    guard let text = value.string else {
      digits = nil
      return
    }
    guard text != "1" else { return }
    digits = digits.flatMap { earlier in Int(text, radix: 8).map { earlier << 9 | $0 } }
  }

  /// Takes in `umask`; the first of four digits does not count.
  mutating func set(umask option: AppliedOption) {
    guard option.condition == nil, let text = option.value?.string else {
      umask = nil
      return
    }
    let digits = text.utf8.count < 3 ? "0" : String(text.suffix(3))
    umask = Int(digits, radix: 8)
  }

  /// A process in the background has none unless it was given.
  mutating func forgetUmask() {
    umask = 0
  }
}
