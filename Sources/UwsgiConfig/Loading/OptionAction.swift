/// What an option does while the configuration is read, beyond keeping its value.
enum OptionAction: Sendable {
  case load(ConfigurationFormat)
  case loadBySuffix
  case loadByPlugin
  case inherit
  case inject(isBefore: Bool)
  case set
  case setPlaceholder
  case resolve
  case declareOption
  case openLogic(LogicKeyword)
  case blacklist
  case whitelist
  case endBlacklist
  case endWhitelist
  case strict
  case autoload
  case plugins(isNeeded: Bool)
  case pluginFolder
  case environment
  case unsetEnvironment
  case environmentFolder
  case exit
  case exitSuccessfully
  case sendSignal
  case mode
  case umask
  case immediateUser
  case socket
  case sharedSocket

  init?(_ option: OptionSpecification) {
    if option.kind == .logic, let keyword = LogicKeyword(option.name) {
      self = .openLogic(keyword)
    } else if let action = Self.actions[option.name] {
      self = action
    } else {
      return nil
    }
  }

  private static let actions: [String: OptionAction] = [
    "ini": .load(.ini), "ini-paste": .load(.ini), "ini-paste-logged": .load(.ini),
    "xml": .load(.xml), "xmlconfig": .load(.xml), "yaml": .load(.yaml), "yml": .load(.yaml),
    "json": .load(.json), "js": .load(.json), "include": .loadBySuffix,
    "config": .loadByPlugin, "inherit": .inherit, "inject-before": .inject(isBefore: true),
    "inject-after": .inject(isBefore: false), "set": .set, "set-placeholder": .setPlaceholder,
    "set-ph": .setPlaceholder, "resolve": .resolve, "declare-option": .declareOption,
    "declare-option2": .declareOption, "blacklist": .blacklist, "whitelist": .whitelist,
    "end-blacklist": .endBlacklist, "end-whitelist": .endWhitelist, "strict": .strict,
    "autoload": .autoload,
    "plugins": .plugins(isNeeded: false), "plugin": .plugins(isNeeded: false),
    "need-plugins": .plugins(isNeeded: true), "need-plugin": .plugins(isNeeded: true),
    "plugins-dir": .pluginFolder, "plugin-dir": .pluginFolder, "env": .environment,
    "unenv": .unsetEnvironment, "early-envdir": .environmentFolder, "exit": .exit,
    "version": .exitSuccessfully, "help": .exitSuccessfully, "usage": .exitSuccessfully,
    "cflags": .exitSuccessfully, "dot-h": .exitSuccessfully, "config-py": .exitSuccessfully,
    "python-version": .exitSuccessfully, "extract": .exitSuccessfully,
    "print-sym": .exitSuccessfully, "print-symbol": .exitSuccessfully,
    "binary-append-data": .exitSuccessfully, "connect-and-read": .exitSuccessfully,
    "build-plugin": .exitSuccessfully, "signal": .exitSuccessfully, "stop": .sendSignal,
    "reload": .sendSignal, "pause": .sendSignal, "suspend": .sendSignal, "resume": .sendSignal,
    "chmod-socket": .mode, "chmod": .mode, "umask": .umask, "immediate-uid": .immediateUser,
    "immediate-gid": .immediateUser, "socket": .socket, "uwsgi-socket": .socket,
    "http-socket": .socket, "http11-socket": .socket, "fastcgi-socket": .socket,
    "fastcgi-nph-socket": .socket, "scgi-socket": .socket, "scgi-nph-socket": .socket,
    "puwsgi-socket": .socket, "raw-socket": .socket, "shared-socket": .sharedSocket,
    "undeferred-shared-socket": .sharedSocket,
  ]
}
