// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same bar.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

let package = Package(
  name: "dovetail",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Machine", dependencies: ["SourceText"], swiftSettings: strict),
    .target(name: "Rules", dependencies: ["SourceText"], swiftSettings: strict),
  ]
)
