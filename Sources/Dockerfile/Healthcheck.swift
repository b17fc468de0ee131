import SourceText

/// How the engine finds out whether the container is well.
package struct Healthcheck: Hashable, Sendable {
  /// `NONE`, or `CMD` or `CMD-SHELL` and the words of the command.
  package var test: [String]

  /// The times in nanoseconds; 0 stands for the engine's default.
  package var interval = 0
  package var timeout = 0
  package var startPeriod = 0
  package var startInterval = 0

  /// How often it must fail; 0 stands for the engine's default.
  package var retries = 0

  package init(test: [String]) {
    self.test = test
  }

  /// Reads a `HEALTHCHECK`, its times and retries first.
  static func reading(_ instruction: Instruction) -> Result<Healthcheck, HealthcheckFault> {
    let arguments = instruction.arguments.map(\.text)
    if arguments.first?.uppercased() == "NONE" { return .success(Healthcheck(test: ["NONE"])) }
    let type = instruction.form == .exec ? "CMD" : "CMD-SHELL"
    var check = Healthcheck(test: [type] + arguments.dropFirst())
    let times: [(String, WritableKeyPath<Healthcheck, Int>)] = [
      ("interval", \.interval), ("timeout", \.timeout), ("start-period", \.startPeriod),
      ("start-interval", \.startInterval),
    ]
    for (name, path) in times {
      guard let text = instruction.flag(name)?.value, !text.isEmpty else { continue }
      switch GoDuration.nanoseconds(text) {
      case .failure(let fault): return .failure(.duration(fault))
      case .success(let time):
        guard time == 0 || time >= leastInterval else { return .failure(.tooShort(flag: name)) }
        check[keyPath: path] = time
      }
    }
    guard let text = instruction.flag("retries")?.value, !text.isEmpty else {
      return .success(check)
    }
    switch retries(text) {
    case .failure(let fault): return .failure(fault)
    case .success(let count): check.retries = count
    }
    return .success(check)
  }

  private static func retries(_ text: String) -> Result<Int, HealthcheckFault> {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) else {
      return .failure(.notANumber(text))
    }
    guard let count = Int32(text) else { return .failure(.numberOutOfRange(text)) }
    return count < 0 ? .failure(.negativeRetries(Int(count))) : .success(Int(count))
  }
}

/// One millisecond.
private let leastInterval = 1_000_000
