import Image
import Testing

@Suite struct `The known holes of nginx` {
  /// The rows of nginx.org's list that the examples are of: 1.9.5-1.17.2, not 1.17.3+ and 1.16.1+, and so on.
  @Test(arguments: [
    ("CVE-2019-9511", "1.9.4", false), ("CVE-2019-9511", "1.9.5", true),
    ("CVE-2019-9511", "1.16.0", true), ("CVE-2019-9511", "1.16.1", false),
    ("CVE-2019-9511", "1.17.2", true), ("CVE-2019-9511", "1.17.3", false),
    ("CVE-2019-9511", "1.15.12", true), ("CVE-2019-9511", "1.18.0", false),
    // Fixed in 1.29.7 and 1.28.3.
    ("CVE-2026-32647", "1.28.2", true), ("CVE-2026-32647", "1.28.3", false),
    ("CVE-2026-32647", "1.28.4", false), ("CVE-2026-32647", "1.29.6", true),
    ("CVE-2026-32647", "1.29.7", false), ("CVE-2026-32647", "1.27.5", true),
    // Two numbers are read as numbers.
    ("CVE-2018-16845", "1.9.15", true), ("CVE-2018-16845", "1.15.10", false),
    // Old series have ranges of their own.
    ("CVE-2013-2070", "1.2.8", true), ("CVE-2013-2070", "1.2.9", false),
    ("CVE-2013-2070", "1.3.8", false), ("CVE-2013-2070", "1.4.0", true),
    ("CVE-2024-24989", "1.25.2", false), ("CVE-2024-24989", "1.25.3", true),
    ("CVE-2024-24989", "1.25.4", false),
    ("CVE-2026-93479", "1.30.5", true), ("CVE-2026-93479", "1.30.6", false),
    ("CVE-2026-93479", "1.31.1", false), ("CVE-2026-93479", "1.31.2", true),
  ])
  func `are those of the version, in its series`(
    name: String, version: String, isConcerned: Bool
  ) throws {
    #expect(try concerned(name, version) == isConcerned)
  }

  @Test(arguments: [
    // Every 1.25.x has it.
    ("CVE-2026-32647", "1.25", true),
    // Only the first ones of the series have it.
    ("CVE-2024-24990", "1.25", false), ("CVE-2026-32647", "1.28", false),
    ("CVE-2026-32647", "1.29", false), ("CVE-2026-32647", "1", false),
  ])
  func `are those that each release of a series has, where its last number is not told`(
    name: String, version: String, isConcerned: Bool
  ) throws {
    #expect(try concerned(name, version) == isConcerned)
  }

  @Test func `each tell what is vulnerable, what opens them, and what they are`() {
    #expect(NginxAdvisory.known.count > 60)
    for advisory in NginxAdvisory.known {
      #expect(advisory.name.hasPrefix("CVE-"))
      #expect(["low", "medium", "major"].contains(advisory.severity))
      #expect(!advisory.hole.isEmpty && !advisory.mended.isEmpty)
      #expect(!(advisory.isAlwaysOpen && !advisory.exposures.isEmpty))
    }
  }

  /// What the table says of a hole: no release that mends it is told to have it.
  @Test func `are not those of the releases that mend them`() {
    for advisory in NginxAdvisory.known {
      for release in advisory.mended {
        #expect(!advisory.concerns(release), "\(advisory.name) \(release.text)")
      }
    }
  }

  private func concerned(_ name: String, _ version: String) throws -> Bool {
    let version = try #require(Version(version))
    return NginxAdvisory.known.contains { $0.name == name && $0.concerns(version) }
  }
}

@Suite struct `The version of nginx` {
  @Test(arguments: [
    ("FROM nginx:1.25.3", "1.25.3"), ("FROM nginx:1.25.3-alpine", "1.25.3"),
    ("FROM nginx:1.27.0-bookworm-perl", "1.27.0"), ("FROM nginx:1.25-alpine", "1.25"),
    ("FROM nginxinc/nginx-unprivileged:1.24.0", "1.24.0"),
    ("FROM nginx:1.25.3 AS base\nFROM base", "1.25.3"),
    (
      """
      FROM debian:12
      RUN echo "deb http://nginx.org/packages/debian bookworm nginx" > /etc/apt/sources.list.d/nginx.list
      RUN apt-get update && apt-get install -y nginx=1.25.3-1~bookworm
      """, "1.25.3"
    ),
    ("FROM debian:12\nRUN ./add-nginx.org && apt-get install -y nginx=1.26.1-2~bookworm", "1.26.1"),
  ])
  func `is known of its makers' images and packages`(dockerfile: String, version: String) {
    #expect(upstreamVersion(dockerfile) == version)
  }

  @Test(arguments: [
    "FROM nginx", "FROM nginx:stable", "FROM nginx:mainline-alpine", "FROM nginx:alpine3.20",
    "FROM example.com/nginx:1.25.3", "FROM bitnami/nginx:1.25.3",
    // Distributions mend their packages without a new version.
    "FROM debian:12\nRUN apt-get update && apt-get install -y nginx",
    "FROM debian:12\nRUN apt-get install -y nginx=1.22.1-9+deb12u2",
    "FROM debian:11\nRUN apt-get install -y nginx=1.22.1-1~bpo11+1",
    "FROM alpine:3.20\nRUN apk add nginx=1.26.2-r0",
    "FROM rockylinux:9\nRUN dnf install -y nginx-1.20.1",
    "FROM nginx:1.25.3\nRUN apt-get purge -y nginx && apt-get install -y nginx",
  ])
  func `is not told by what others build or mend`(dockerfile: String) {
    #expect(upstreamVersion(dockerfile) == nil)
  }

  private func upstreamVersion(_ dockerfile: String) -> String? {
    buildImage(dockerfile).packages.compactMap(\.upstreamVersion).first?.text
  }
}
