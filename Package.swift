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
  traits: [
    // The HTTP client is a large build of its own; only a probe of running containers needs it.
    .trait(name: "Probe", description: "Probing running containers: dovetail probe")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.86.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.34.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
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
    .systemLibrary(
      name: "CArchive",
      pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]
    ),
    .target(name: "Archive", dependencies: ["CArchive"], swiftSettings: strict),
    .target(name: "SourceText", swiftSettings: strict),
    .target(name: "Machine", dependencies: ["SourceText"], swiftSettings: strict),
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"])]
    ),
    .target(name: "PerlPattern", dependencies: ["CPCRE2"], swiftSettings: strict),
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    .target(name: "YAML", dependencies: ["CYAML", "SourceText"], swiftSettings: strict),
    .target(
      name: "NginxConfig", dependencies: ["Machine", "PerlPattern", "SourceText"],
      swiftSettings: strict
    ),
    .target(
      name: "SupervisorConfig", dependencies: ["SourceText", "Machine"], swiftSettings: strict
    ),
    .target(
      name: "UwsgiConfig", dependencies: ["Machine", "PerlPattern", "SourceText", "XML"],
      swiftSettings: strict),
    .target(name: "ShellScript", dependencies: ["Machine", "SourceText"], swiftSettings: strict),
    .target(name: "Dockerfile", dependencies: ["SourceText"], swiftSettings: strict),
    .target(
      name: "Image",
      dependencies: ["Archive", "Dockerfile", "Machine", "ShellScript", "SourceText", "YAML"],
      swiftSettings: strict,
      plugins: ["EmbedText"]
    ),
    .target(
      name: "Boot",
      dependencies: [
        "Dockerfile", "Image", "Machine", "NginxConfig", "ShellScript", "SourceText",
        "SupervisorConfig", "UwsgiConfig",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Facts",
      dependencies: [
        "Boot", "Dockerfile", "Image", "Machine", "NginxConfig", "SQLite", "SourceText",
        "SupervisorConfig", "UwsgiConfig",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Rules", dependencies: ["Facts", "SQLite", "SourceText"], swiftSettings: strict,
      plugins: ["EmbedText"]),
    .target(
      name: "Settings", dependencies: ["Boot", "NginxConfig", "Rules", "SourceText", "YAML"],
      swiftSettings: strict),
    .target(
      name: "Examples", dependencies: ["Boot", "Facts", "Image", "Rules"], swiftSettings: strict),
    .executableTarget(name: "embed-text"),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
    .target(name: "Repairs", dependencies: ["Rules", "SourceText"], swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["Facts", "Rules", "SQLite", "SourceText", "XML"],
      swiftSettings: strict),
    .target(
      name: "Live",
      dependencies: [
        "Boot", "Dockerfile", "Facts", "Image", "Machine", "Rules", "SQLite", "Settings",
        "SourceText",
      ],
      swiftSettings: strict),
    .target(
      name: "Probe",
      dependencies: [
        "Boot",
        "Facts",
        "Image",
        "Live",
        "Machine",
        "Rules",
        "SQLite",
        "Settings",
        "SourceText",
        .product(
          name: "AsyncHTTPClient", package: "async-http-client",
          condition: .when(traits: ["Probe"])),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Probe"])),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["Probe"])),
        .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["Probe"])),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["Probe"])),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "dovetail",
      dependencies: [
        "Boot",
        "Examples",
        "Facts",
        "Image",
        "Live",
        "Machine",
        "NginxConfig",
        .target(name: "Probe", condition: .when(traits: ["Probe"])),
        "Repairs",
        "Reports",
        "Rules",
        "SQLite",
        "Settings",
        "SourceText",
        "SupervisorConfig",
        "UwsgiConfig",
        "XML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "image-truth", dependencies: ["Image", "Machine", "SourceText"], swiftSettings: strict),
    .executableTarget(
      name: "nginx-timing", dependencies: ["Machine", "NginxConfig", "SourceText"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "report-timing", dependencies: ["Reports", "Rules", "SourceText"],
      swiftSettings: strict),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Dockerfile", "Machine", "ShellScript", "SourceText", "SupervisorConfig", "UwsgiConfig",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "vectors",
      dependencies: [
        "Dockerfile", "Machine", "NginxConfig", "SourceText", "SupervisorConfig", "UwsgiConfig",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "NginxConfigTests",
      dependencies: ["Machine", "NginxConfig", "PerlPattern", "SourceText"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SupervisorConfigTests",
      dependencies: ["Machine", "SourceText", "SupervisorConfig", "vectors"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ImageTests",
      dependencies: ["Archive", "Dockerfile", "Image", "Machine", "SourceText"],
      swiftSettings: strict),
    .testTarget(
      name: "DockerfileTests", dependencies: ["Dockerfile", "SourceText", "vectors"],
      swiftSettings: strict),
    .testTarget(
      name: "ShellScriptTests", dependencies: ["ShellScript", "SourceText"], swiftSettings: strict),
    .testTarget(
      name: "StackTests",
      dependencies: [
        "Boot", "Facts", "Image", "Machine", "NginxConfig", "Rules", "SQLite", "SourceText",
      ],
      swiftSettings: strict),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(
      name: "RulesTests",
      dependencies: ["Boot", "Examples", "Facts", "Image", "NginxConfig", "Rules", "SourceText"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SettingsTests",
      dependencies: ["Boot", "NginxConfig", "Rules", "Settings", "SourceText"],
      swiftSettings: strict),
    .testTarget(
      name: "LiveTests",
      dependencies: ["Image", "Live", "Machine", "Rules", "Settings", "SourceText"],
      swiftSettings: strict),
    .testTarget(
      name: "UwsgiConfigTests",
      dependencies: ["Machine", "SourceText", "UwsgiConfig", "vectors"],
      swiftSettings: strict),
    .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
    .testTarget(
      name: "RepairsTests",
      dependencies: ["Boot", "Facts", "Image", "Repairs", "Rules", "SourceText"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Boot", "Facts", "Image", "Reports", "Rules", "SourceText", "XML"],
      swiftSettings: strict
    ),
  ]
)
