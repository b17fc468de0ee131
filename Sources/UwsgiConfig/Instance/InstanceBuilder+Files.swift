import Machine
import SourceText

extension InstanceBuilder {
  mutating func folder() -> UwsgiFolder {
    guard let setting = options.text("chdir") else {
      return UwsgiFolder(start: startFolder, working: startFolder, setting: nil)
    }
    let path = setting.value.flatMap { absolute($0, in: startFolder) }
    if let path, isAbsent(path) {
      report(.missingFolder(option: "chdir", path: path), at: setting.span, .refuses)
    }
    return UwsgiFolder(start: startFolder, working: path, setting: setting)
  }

  func pidFile(_ name: String, _ moment: UwsgiPidFile.Moment) -> UwsgiPidFile? {
    options.text(name).map {
      UwsgiPidFile(setting: $0, moment: moment, path: nil, writer: nil)
    }
  }

  /// Fills in where a pid file is and who writes it; a missing folder makes uWSGI leave.
  mutating func pidFile(
    _ file: UwsgiPidFile, starter: UwsgiIdentity, workers: UwsgiIdentity?, folder: UwsgiFolder
  ) -> UwsgiPidFile {
    let base = file.moment == .start ? folder.start : folder.working
    let path = file.setting.value.flatMap { absolute($0, in: base) }
    if let path, isAbsent(FilePath.folder(of: path)) {
      report(.missingPidFolder(path: path), at: file.setting.span, .refuses)
    }
    let writer = isStarter(at: file.moment).flatMap { $0 ? starter : workers }
    return UwsgiPidFile(setting: file.setting, moment: file.moment, path: path, writer: writer)
  }

  /// Whether the master has not dropped its privileges yet; nil where not known.
  private func isStarter(at moment: UwsgiPidFile.Moment) -> Bool? {
    switch moment {
    case .start: true
    case .setup: dropsLate
    case .ready: options.flag("master-as-root")
    }
  }

  /// Whether privileges drop only after sockets are bound; nil where not known.
  var dropsLate: Bool? {
    if options.all("chown-socket").contains(where: { $0.condition == nil }) { return true }
    let flags = [
      options.flag("master-as-root"), options.flag("drop-after-init"),
      options.flag("drop-after-apps"),
    ]
    if flags.contains(true) { return true }
    return flags.contains(nil) || !options.all("chown-socket").isEmpty ? nil : false
  }

  /// The files that the log goes to, with absolute paths.
  mutating func logFiles() -> [UwsgiSetting<String>] {
    let settings = ["daemonize", "logto", "logto2", "daemonize2"].compactMap { options.text($0) }
    return settings.map { setting in
      // `daemonize = host:port` sends the log by UDP.
      guard let text = setting.value, !text.contains(":") || text.hasPrefix("/") else {
        return setting.map { _ in nil }
      }
      let path = absolute(text, in: startFolder)
      if let path, isAbsent(FilePath.folder(of: path)) {
        report(.missingPidFolder(path: path), at: setting.span, .refuses)
      }
      return setting.map { _ in path }
    }
  }
}
