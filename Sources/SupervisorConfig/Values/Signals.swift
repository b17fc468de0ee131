/// The signals that Python's `signal` module names on Linux.
enum Signals {
  /// Every number that `stopsignal` takes: 0 and 1 are `SIG_DFL` and `SIG_IGN` too.
  static let numbers = Set(numberByName.values)

  /// Looks a name up, with or without `SIG`, in upper case.
  static func number(named name: String) -> Int? {
    numberByName[name.hasPrefix("SIG") ? String(name.dropFirst(3)) : name]
  }

  private static let numberByName: [String: Int] = {
    var numbers: [String: Int] = ["RTMIN": 34, "RTMAX": 64]
    for (number, name) in classic.enumerated() { numbers[name] = number + 1 }
    for (name, number) in others { numbers[name] = number }
    return numbers
  }()

  /// In the order of their numbers, from 1.
  private static let classic = [
    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
    "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
    "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS",
  ]

  /// Second names, and the constants that only begin like a signal.
  private static let others: [(String, Int)] = [
    ("IOT", 6), ("CLD", 17), ("POLL", 29), ("_DFL", 0), ("_IGN", 1), ("_BLOCK", 0),
    ("_UNBLOCK", 1), ("_SETMASK", 2),
  ]
}
