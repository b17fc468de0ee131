import Machine

extension ShellRun {
  /// The programs that make, change and remove users and groups.
  ///
  /// Debian has the programs of `passwd` and its own `adduser`; Alpine has those of BusyBox.
  mutating func changeAccounts(_ line: CommandLine) -> CommandOutcome {
    guard !line.words.contains(where: Unknown.isIn) else {
      image.accounts.doubtAll()
      return .unknown
    }
    let isBusyBox = image.distribution?.name == "alpine"
    switch line.name {
    case "useradd": return addUserPlainly(line)
    case "groupadd": return addGroupPlainly(line)
    case "adduser": return addUser(line, isBusyBox: isBusyBox)
    case "addgroup": return addGroup(line, isBusyBox: isBusyBox)
    case "usermod": return changeUser(line)
    case "groupmod": return changeGroup(line)
    case "gpasswd":
      let options = CommandOptions(line.arguments, taking: ["a", "d", "M", "A"])
      if let user = options.value("a"), let group = options.operands.first {
        image.accounts.addMember(user, toGroup: group)
      }
      return .unknown
    default: return removeAccount(line)
    }
  }

  // MARK: - The programs of passwd

  private mutating func addUserPlainly(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(
      line.arguments,
      taking: [
        "u", "uid", "g", "gid", "G", "groups", "d", "home-dir", "home", "s", "shell", "c",
        "comment",
        "p", "password", "b", "base-dir", "k", "skel", "K", "key", "e", "expiredate", "f",
        "inactive",
      ])
    guard let name = options.operands.first else { return .fails }
    if let outcome = refuse(userNamed: name, line) { return outcome }
    let isShared = options.has("o", "non-unique")
    if let id = options.value("u", "uid").flatMap({ Int($0) }), !isShared,
      image.accounts.users.contains(where: { $0.id == id })
    {
      return refuse(id: id, line)
    }
    let isSystem = options.has("r", "system")
    var draft = UserDraft(name: name)
    draft.id =
      options.value("u", "uid").map { Int($0) }
      ?? (isSystem ? image.accounts.nextID(below: 999) : image.accounts.nextUserID(from: 1000))
    draft.home = options.value("d", "home-dir", "home") ?? "/home/" + name
    draft.shell = options.value("s", "shell") ?? "/bin/sh"
    if let group = options.value("g", "gid") {
      guard let number = groupNumber(group, line) else { return .fails }
      draft.groupID = number
    } else if options.has("N", "no-user-group") {
      draft.groupID = 100
    } else {
      if let outcome = refuse(groupNamed: name, line) { return outcome }
      // A free uid is taken for the gid as well, where it is free there too.
      let number =
        isSystem ? image.accounts.nextGroupID(below: 999) : image.accounts.groupID(like: draft.id)
      draft.groupID = number
      image.accounts.add(Group(name: name, id: number))
    }
    add(draft, groups: options.value("G", "groups"))
    if options.has("m", "create-home") { makeHome(of: draft) }
    return outcomeOfMaking
  }

  private mutating func addGroupPlainly(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["g", "gid", "K", "p", "R"])
    guard let name = options.operands.first else { return .fails }
    if image.accounts.group(named: name).value != nil, options.has("f", "force") {
      return .succeeds
    }
    if let outcome = refuse(groupNamed: name, line) { return outcome }
    let isShared = options.has("o", "non-unique") || options.has("f", "force")
    if let id = options.value("g", "gid").flatMap({ Int($0) }), !isShared,
      image.accounts.groups.contains(where: { $0.id == id })
    {
      return refuse(id: id, line)
    }
    let number =
      options.value("g", "gid").map { Int($0) }
      ?? (options.has("r", "system")
        ? image.accounts.nextGroupID(below: 999) : image.accounts.nextGroupID(from: 1000))
    image.accounts.add(Group(name: name, id: number))
    return outcomeOfMaking
  }

  private mutating func changeUser(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(
      line.arguments,
      taking: [
        "u", "uid", "g", "gid", "G", "groups", "d", "home", "s", "shell", "c", "l", "login", "p",
      ])
    guard let name = options.operands.first,
      let index = image.accounts.users.firstIndex(where: { $0.name == name })
    else {
      guard let name = options.operands.first else { return .fails }
      return missing(user: name, line)
    }
    if let id = options.value("u", "uid") { renumber(index, to: Int(id)) }
    if let home = options.value("d", "home") { image.accounts.users[index].home = home }
    if let shell = options.value("s", "shell") { image.accounts.users[index].shell = shell }
    if let group = options.value("g", "gid") {
      guard let number = groupNumber(group, line) else { return .fails }
      image.accounts.users[index].groupID = number
    }
    for group in (options.value("G", "groups") ?? "").split(separator: ",") {
      guard groupNumber(String(group), line) != nil else { return .fails }
      image.accounts.addMember(name, toGroup: String(group))
    }
    if let login = options.value("l", "login") { image.accounts.users[index].name = login }
    return .unknown
  }

  /// Gives a user another uid; what it owns below its home goes along.
  private mutating func renumber(_ index: Int, to id: Int?) {
    let old = image.accounts.users[index].id
    image.accounts.users[index].id = id
    guard let home = image.accounts.users[index].home, home.hasPrefix("/"), home != "/" else {
      return
    }
    image.tree.updateAll(below: home) { node in
      if node.owner == old { node.owner = id }
    }
  }

  private mutating func changeGroup(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["g", "gid", "n", "new-name", "p"])
    guard let name = options.operands.first,
      let index = image.accounts.groups.firstIndex(where: { $0.name == name })
    else { return .unknown }
    let old = image.accounts.groups[index].id
    if let id = options.value("g", "gid") {
      image.accounts.groups[index].id = Int(id)
      for user in image.accounts.users.indices where image.accounts.users[user].groupID == old {
        image.accounts.users[user].groupID = Int(id)
      }
    }
    if let new = options.value("n", "new-name") { image.accounts.groups[index].name = new }
    return .unknown
  }

  private mutating func removeAccount(_ line: CommandLine) -> CommandOutcome {
    let options = CommandOptions(line.arguments)
    guard let name = options.operands.first else { return .fails }
    if line.name == "groupdel" || line.name == "delgroup" {
      image.accounts.groups.removeAll { $0.name == name }
      return .unknown
    }
    if case .absent = image.accounts.user(named: name) { return .fails }
    if options.has("r", "remove", "remove-home", "remove-all-files"),
      let home = image.accounts.user(named: name).value?.home
    {
      image.tree.doubt(home)
    }
    image.accounts.users.removeAll { $0.name == name }
    image.accounts.groups.removeAll { $0.name == name && $0.members.isEmpty }
    return .unknown
  }

  // MARK: - adduser and addgroup

  private mutating func addUser(_ line: CommandLine, isBusyBox: Bool) -> CommandOutcome {
    let options = CommandOptions(
      line.arguments,
      taking: [
        "h", "home", "g", "gecos", "s", "shell", "G", "ingroup", "u", "uid", "k", "gid", "comment",
        "firstuid", "lastuid",
      ])
    guard let name = options.operands.first else { return .fails }
    // Only busybox has `-D`; Debian's program knows no such option.
    if image.knowledge?.manager == .apt, options.has("D") { return .fails }
    if options.operands.count > 1 {
      image.accounts.addMember(name, toGroup: options.operands[1])
      return .succeeds
    }
    let isSystem = options.has("S", "system")
    if !isBusyBox, isSystem, let old = image.accounts.user(named: name).value {
      return keep(old, line)
    }
    if let outcome = refuse(userNamed: name, line) { return outcome }
    var draft = UserDraft(name: name)
    draft.id =
      options.value("u", "uid").map { Int($0) }
      ?? (isSystem ? image.accounts.nextSystemUserID() : image.accounts.nextPairedID(from: 1000))
    let isHomeless = isSystem && !isBusyBox && !options.has("home")
    draft.home = options.value("h", "home") ?? (isHomeless ? "/nonexistent" : "/home/" + name)
    draft.shell =
      options.value("s", "shell")
      ?? (isBusyBox
        ? (isSystem ? "/bin/false" : "/bin/ash") : isSystem ? "/usr/sbin/nologin" : "/bin/bash")
    guard let group = chooseGroup(of: draft, options, isBusyBox: isBusyBox, isSystem, line) else {
      return .fails
    }
    draft.groupID = group.number
    add(draft, groups: nil)
    if !isBusyBox, !isSystem { image.accounts.addMember(name, toGroup: "users") }
    if !isHomeless, !options.has("H", "no-create-home") { makeHome(of: draft) }
    return outcomeOfMaking
  }

  /// What Debian's `adduser --system` does with a user who is there: it takes one with a system's uid.
  private mutating func keep(_ old: User, _ line: CommandLine) -> CommandOutcome {
    guard let id = old.id else { return .unknown }
    if (100...999).contains(id) { return .succeeds }
    if line.mustSucceed { report(.userExists(old.name)) }
    return .fails
  }

  /// The primary group that `adduser` gives; nil where it names one that does not exist.
  private mutating func chooseGroup(
    of draft: UserDraft, _ options: CommandOptions, isBusyBox: Bool, _ isSystem: Bool,
    _ line: CommandLine
  ) -> (number: Int?, Void)? {
    if let name = options.value("G", "ingroup", "gid") {
      guard let number = groupNumber(name, line) else { return nil }
      return (number, ())
    }
    if isSystem, isBusyBox || !options.has("group") {
      return (image.accounts.group(named: "nogroup").value?.id, ())
    }
    if let old = image.accounts.group(named: draft.name).value { return (old.id, ()) }
    let number =
      isBusyBox
      ? draft.id
      : isSystem ? image.accounts.nextSystemGroupID() : image.accounts.groupID(like: draft.id)
    let isTaken = number.map { id in image.accounts.groups.contains { $0.id == id } } ?? false
    image.accounts.add(Group(name: draft.name, id: isTaken ? nil : number))
    return (isTaken ? nil : number, ())
  }

  private mutating func addGroup(_ line: CommandLine, isBusyBox: Bool) -> CommandOutcome {
    let options = CommandOptions(line.arguments, taking: ["g", "gid"])
    guard let name = options.operands.first else { return .fails }
    if options.operands.count > 1 {
      image.accounts.addMember(name, toGroup: options.operands[1])
      return .succeeds
    }
    let isSystem = options.has("S", "system")
    if !isBusyBox, isSystem, image.accounts.group(named: name).value != nil { return .succeeds }
    if let outcome = refuse(groupNamed: name, line) { return outcome }
    let number =
      options.value("g", "gid").map { Int($0) }
      ?? (isSystem ? image.accounts.nextSystemGroupID() : image.accounts.nextGroupID(from: 1000))
    image.accounts.add(Group(name: name, id: number))
    return outcomeOfMaking
  }

  // MARK: - What they have in common

  private struct UserDraft {
    var name: String
    var id: Int?
    var groupID: Int?
    var home = ""
    var shell = ""
  }

  private mutating func add(_ draft: UserDraft, groups: String?) {
    image.accounts.add(
      User(
        name: draft.name, id: draft.id, groupID: draft.groupID, home: draft.home,
        shell: draft.shell))
    for group in (groups ?? "").split(separator: ",") {
      image.accounts.addMember(draft.name, toGroup: String(group))
    }
  }

  private mutating func makeHome(of draft: UserDraft) {
    let isThere = image.node(at: draft.home).presence
    guard isThere != .present else { return }
    let parent = String(draft.home[...].dropLastName)
    image.tree.makeFolder(
      parent, like: FileNode(kind: .folder, mode: 0o755, origin: .instruction, span: span))
    // Its mode differs between releases, and it is filled from /etc/skel.
    let home = FileNode(
      kind: .folder, owner: draft.id, group: draft.groupID, mode: nil, origin: .instruction,
      span: span)
    image.tree.place(home, at: draft.home, isComplete: false)
  }

  /// Whether a user or group was made depends on whether it was there.
  private var outcomeOfMaking: CommandOutcome {
    image.accounts.isComplete ? .succeeds : .unknown
  }

  private mutating func refuse(userNamed name: String, _ line: CommandLine) -> CommandOutcome? {
    guard image.accounts.user(named: name).value != nil else { return nil }
    if line.mustSucceed { report(.userExists(name)) }
    return .fails
  }

  private mutating func refuse(groupNamed name: String, _ line: CommandLine) -> CommandOutcome? {
    guard image.accounts.group(named: name).value != nil else { return nil }
    if line.mustSucceed { report(.groupExists(name)) }
    return .fails
  }

  private mutating func refuse(id: Int, _ line: CommandLine) -> CommandOutcome {
    if line.mustSucceed { report(.idTaken(command: line.name, id: id)) }
    return .fails
  }

  private mutating func missing(user name: String, _ line: CommandLine) -> CommandOutcome {
    guard case .absent = image.accounts.user(named: name) else { return .unknown }
    if line.mustSucceed { report(.unknownUser(command: line.name, name: name)) }
    return .fails
  }

  /// The gid of a group; the outer nil says that there is certainly none.
  private mutating func groupNumber(_ name: String, _ line: CommandLine) -> Int?? {
    if let number = Int(name) { return .some(number) }
    switch image.accounts.group(named: name) {
    case .present(let group): return .some(group.id)
    case .unknown: return .some(nil)
    case .absent:
      if line.mustSucceed { report(.unknownGroup(command: line.name, name: name)) }
      return nil
    }
  }
}

extension Accounts {
  /// The uid that `useradd` gives: above the highest of the plain users.
  fileprivate func nextUserID(from first: Int) -> Int? {
    guard areNumbersKnown else { return nil }
    let highest = users.compactMap(\.id).filter { $0 >= first && $0 < 60_000 }.max()
    return highest.map { $0 + 1 } ?? first
  }

  fileprivate func nextGroupID(from first: Int) -> Int? {
    guard areNumbersKnown else { return nil }
    let highest = groups.compactMap(\.id).filter { $0 >= first && $0 < 60_000 }.max()
    return highest.map { $0 + 1 } ?? first
  }

  /// The gid that `useradd` gives a user's own group: the uid, where that is free and in its range.
  fileprivate func groupID(like userID: Int?) -> Int? {
    guard areNumbersKnown, let userID else { return nil }
    let isFree = !groups.contains { $0.id == userID }
    return isFree && (1000..<60_000).contains(userID) ? userID : nextGroupID(from: 1000)
  }

  /// The number that `adduser` gives: the first that is free for a user and for a group.
  fileprivate func nextPairedID(from first: Int) -> Int? {
    guard areNumbersKnown else { return nil }
    let used = Set(users.compactMap(\.id)).union(groups.compactMap(\.id))
    return (first..<60_000).first { !used.contains($0) }
  }

  /// The uid that `useradd --system` gives: the first free one downwards.
  fileprivate func nextID(below last: Int) -> Int? {
    guard areNumbersKnown else { return nil }
    let used = Set(users.compactMap(\.id))
    return (100...last).last { !used.contains($0) }
  }

  fileprivate func nextGroupID(below last: Int) -> Int? {
    guard areNumbersKnown else { return nil }
    let used = Set(groups.compactMap(\.id))
    return (100...last).last { !used.contains($0) }
  }
}
