import Machine
import SourceText

extension Loader {
  /// `immediate-uid` and `immediate-gid` switch as soon as they are read (`uwsgi_opt_set_immediate_uid`).
  mutating func becomeAtOnce(_ text: String, _ entry: Entry, _ option: OptionSpecification) {
    let isUser = option.name == "immediate-uid"
    let number = Int(text).flatMap { $0 > 0 ? $0 : nil }
    let found = number.map(Known.present) ?? (isUser ? userID(text) : groupID(text))
    switch found {
    case .present(0), .absent:
      refuse(.invalidImmediateUser(option: option.name), at: entry.valueSpan)
    case .unknown:
      set(nil, isUser: isUser)
    case .present(let wanted):
      let own = isUser ? identity.userID : identity.groupID
      if let user = identity.userID, user != 0, let own, own != wanted {
        refuse(.cannotChangeAtOnce(option: option.name), at: entry.valueSpan)
      }
      set(wanted, isUser: isUser)
    }
  }

  private mutating func set(_ id: Int?, isUser: Bool) {
    if isUser {
      identity.userID = id
    } else {
      identity.groupID = id
    }
  }

  private func userID(_ name: String) -> Known<Int> {
    switch accounts.user(named: name) {
    case .present(let user): user.id.map(Known.present) ?? .unknown
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private func groupID(_ name: String) -> Known<Int> {
    switch accounts.group(named: name) {
    case .present(let group): group.id.map(Known.present) ?? .unknown
    case .absent: .absent
    case .unknown: .unknown
    }
  }
}
