import FoundationEssentials
import Glibc

/// Feeds a parser damaged inputs until the time is up.
///
/// `fuzz PARSER FOLDER SECONDS [SEED]`: the inputs are the files of FOLDER. The input at work stands in
/// `fuzz-input`, so that a crash leaves it behind; one that takes too long is kept there too.
@main
enum Fuzz {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 3, let target = FuzzTarget(rawValue: arguments[0]),
      let seconds = Double(arguments[2])
    else {
      print(
        "usage: fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|"))", terminator: " "
      )
      print("FOLDER SECONDS [SEED]")
      exit(2)
    }
    let seed =
      arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : UInt64(Date().timeIntervalSince1970)
    let inputs = try corpus(arguments[1])
    var damage = Damage(seed: seed)
    print("seed \(seed), \(inputs.count) inputs")
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var count = 0
    while clock.now < end, !inputs.isEmpty {
      let input = damage.damaged(inputs[damage.next(inputs.count)], with: inputs)
      try Data(input).write(to: URL(fileURLWithPath: "fuzz-input"))
      let time = clock.measure { target.read(input) }
      count += 1
      if time > .seconds(limitSeconds) {
        print("input \(count) took \(time): see fuzz-input")
        exit(1)
      }
    }
    try FileManager.default.removeItem(atPath: "fuzz-input")
    print("\(count) inputs read")
  }

  private static func corpus(_ folder: String) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { !$0.hasSuffix(".json") }
      .compactMap { try? Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))) }
  }
}

private let limitSeconds = 5
