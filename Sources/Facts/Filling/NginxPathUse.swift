/// What nginx does with the path that a directive names.
struct NginxPathUse {
  enum Base {
    /// A relative path begins in the prefix.
    case prefix

    /// A relative path begins in the folder of the main file.
    case configuration
  }

  enum User {
    case master
    case worker
  }

  let role: String
  let access: PathAccess
  let base: Base
  let user: User

  /// By directive, after nginx 1.22's `ngx_conf_full_name` calls.
  static let table: [String: NginxPathUse] = [
    "pid": NginxPathUse(role: "nginx-pid", access: .write, base: .prefix, user: .master),
    "error_log": NginxPathUse(
      role: "nginx-error-log", access: .write, base: .prefix, user: .master),
    "access_log": NginxPathUse(
      role: "nginx-access-log", access: .write, base: .prefix, user: .master),
    "working_directory": NginxPathUse(
      role: "nginx-working-directory", access: .folder, base: .prefix, user: .worker),
    "root": NginxPathUse(role: "nginx-root", access: .folder, base: .prefix, user: .worker),
    "alias": NginxPathUse(role: "nginx-alias", access: .read, base: .prefix, user: .worker),
    "ssl_certificate": certificate, "ssl_certificate_key": certificate,
    "ssl_dhparam": certificate, "ssl_trusted_certificate": certificate,
    "ssl_client_certificate": certificate, "ssl_crl": certificate,
    "ssl_password_file": certificate,
    "auth_basic_user_file": NginxPathUse(
      role: "nginx-password-file", access: .read, base: .configuration, user: .worker),
    "client_body_temp_path": temporary, "proxy_temp_path": temporary,
    "fastcgi_temp_path": temporary, "uwsgi_temp_path": temporary, "scgi_temp_path": temporary,
    "proxy_cache_path": temporary, "uwsgi_cache_path": temporary, "fastcgi_cache_path": temporary,
  ]

  private static let certificate = NginxPathUse(
    role: "nginx-certificate", access: .read, base: .configuration, user: .master)
  private static let temporary = NginxPathUse(
    role: "nginx-temporary-folder", access: .write, base: .prefix, user: .master)
}

/// What a process does with a path.
enum PathAccess: String {
  case read

  /// Writes it, and makes it where it is not there.
  case write

  /// It must be a folder.
  case folder
  case execute
}
