/// The paths that an nginx was built with (`nginx -V`).
package struct NginxInstallation: Hashable, Sendable {
  package var prefix: String
  package var mainFile: String
  package var pidFile: String

  /// Where errors go before the configuration says otherwise; nil for standard error.
  package var errorLog: String?

  /// The user of the workers where no `user` directive names one; nil where it is not known.
  package var user: String?

  /// The folders that it makes at its start, below a folder that must be there.
  package var temporaryFolder: String?

  /// Who built it.
  package var packager: Packager

  /// Who built the nginx: its paths and modules follow from that.
  package enum Packager: String, Sendable {
    case debian
    case alpine
    case fedora
    case nginxOrg
    case unknown
  }
}

extension NginxInstallation {
  /// Debian 12's package (1.22.1, run), and Ubuntu's, which shares its packaging.
  package static let debian = NginxInstallation(
    prefix: "/usr/share/nginx", mainFile: "/etc/nginx/nginx.conf", pidFile: "/run/nginx.pid",
    errorLog: nil, user: "nobody", temporaryFolder: "/var/lib/nginx", packager: .debian)

  /// Alpine's package (its APKBUILD, 1.12 to 1.28).
  package static let alpine = NginxInstallation(
    prefix: "/var/lib/nginx", mainFile: "/etc/nginx/nginx.conf", pidFile: "/run/nginx/nginx.pid",
    errorLog: "/var/lib/nginx/logs/error.log", user: "nginx",
    temporaryFolder: "/var/lib/nginx/tmp", packager: .alpine)

  /// RHEL's, Fedora's and EPEL's packages (their spec files).
  package static let fedora = NginxInstallation(
    prefix: "/usr/share/nginx", mainFile: "/etc/nginx/nginx.conf", pidFile: "/run/nginx.pid",
    errorLog: "/var/log/nginx/error.log", user: "nginx", temporaryFolder: "/var/lib/nginx/tmp",
    packager: .fedora)

  /// The packages of nginx.org, which the official images hold (their build scripts).
  package static let nginxOrg = NginxInstallation(
    prefix: "/etc/nginx", mainFile: "/etc/nginx/nginx.conf", pidFile: "/run/nginx.pid",
    errorLog: "/var/log/nginx/error.log", user: "nginx", temporaryFolder: "/var/cache/nginx",
    packager: .nginxOrg)

  /// An nginx of which only the path is known that nearly all builds share.
  package static let unknown = NginxInstallation(
    prefix: "/etc/nginx", mainFile: "/etc/nginx/nginx.conf", pidFile: "/run/nginx.pid",
    errorLog: nil, user: nil, temporaryFolder: nil, packager: .unknown)
}
