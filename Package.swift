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
  products: [
    .executable(name: "dovetail", targets: ["dovetail"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]
    ),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Machine", dependencies: ["SourceText"], swiftSettings: strict),
    .target(
      name: "NginxConfig", dependencies: ["SourceText", "Machine"], swiftSettings: strict
    ),
    .target(
      name: "SupervisorConfig", dependencies: ["SourceText", "Machine"], swiftSettings: strict
    ),
    .target(
      name: "UwsgiConfig", dependencies: ["Machine", "SourceText"], swiftSettings: strict),
    .target(name: "Dockerfile", dependencies: ["SourceText"], swiftSettings: strict),
    .target(name: "Facts", dependencies: ["SQLite", "SourceText"], swiftSettings: strict),
    .target(
      name: "Rules", dependencies: ["Facts", "SQLite", "SourceText"], swiftSettings: strict,
      plugins: ["EmbedText"]),
    .executableTarget(name: "embed-text"),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
    .target(
      name: "Reports", dependencies: ["Rules", "SourceText", "XML"], swiftSettings: strict),
    .executableTarget(
      name: "dovetail",
      dependencies: [
        "Rules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "vectors",
      dependencies: [
        "Dockerfile", "Machine", "NginxConfig", "SourceText", "SupervisorConfig", "UwsgiConfig",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SupervisorConfigTests",
      dependencies: ["Machine", "SourceText", "SupervisorConfig", "vectors"],
      swiftSettings: strict
    ),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(name: "RulesTests", dependencies: ["Facts", "Rules"], swiftSettings: strict),
    .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Rules", "SourceText", "XML"],
      swiftSettings: strict
    ),
  ]
)
