import Image
import Machine
import Testing

@Suite struct `Packages` {
  @Test func `bring Debian's nginx with its sites and modules`() {
    let image = buildImage("FROM debian:12\nRUN apt-get update && apt-get install -y nginx")
    #expect(
      image.presence("/usr/sbin/nginx", "/etc/nginx/sites-enabled/default", "/run/nginx") == [
        "present", "present", "absent",
      ])
    #expect(image.text("/etc/nginx/nginx.conf").hasPrefix("user www-data;"))
    #expect(image.attributes("/var/log/nginx/access.log") == "33:4 640")
    #expect(
      image.presence("/etc/nginx/http.d", "/etc/nginx/conf.d/x.conf") == ["absent", "absent"])
  }

  @Test(arguments: [
    ("3.10", "/etc/nginx/conf.d/default.conf", "present"), ("3.10", "/etc/nginx/http.d", "absent"),
    ("3.12", "/run/nginx", "absent"), ("3.13", "/etc/nginx/conf.d", "present"),
    ("3.14", "/etc/nginx/conf.d", "absent"), ("3.14", "/run/nginx", "unknown"),
    ("3.20", "/etc/nginx/http.d/default.conf", "present"), ("3.20", "/run/nginx", "present"),
  ])
  func `bring Alpine's nginx as the release has it`(
    release: String, path: String, presence: String
  ) {
    let image = buildImage("FROM alpine:\(release)\nRUN apk add --no-cache nginx")
    #expect(image.presence(path) == [presence])
    #expect(image.accounts.user(named: "nginx").value?.id == 100)
    #expect(image.accounts.group(named: "nginx").value?.id == 101)
  }

  @Test(arguments: ["dnf", "yum", "microdnf"])
  func `bring what is known of the Red Hat family's, and leave the rest open`(manager: String) {
    let image = buildImage("FROM rockylinux:9\nRUN \(manager) install -y nginx supervisor")
    #expect(
      image.presence("/usr/sbin/nginx", "/usr/bin/supervisord", "/etc/nginx/sites-enabled") == [
        "present", "present", "unknown",
      ])
    #expect(image.accounts.user(named: "nginx").value?.id == nil)
    #expect(image.accounts.user(named: "nginx").value != nil)
    #expect(image.packages.map(\.manager) == [.dnf, .dnf])
  }

  @Test(arguments: [
    ("debian:10", "python37"), ("debian:11", "python39"), ("debian:12", "python311"),
    ("ubuntu:18.04", "python36"), ("ubuntu:22.04", "python310"), ("ubuntu:24.04", "python312"),
  ])
  func `name uWSGI's plugin after the release's Python`(base: String, plugin: String) {
    let image = buildImage("FROM \(base)\nRUN apt-get install -y uwsgi uwsgi-plugin-python3")
    let folder = "/usr/lib/uwsgi/plugins/"
    #expect(
      image.presence(folder + plugin + "_plugin.so", folder + "python_plugin.so") == [
        "present", "absent",
      ])
    #expect(image.tree.realPath(of: folder + "python3_plugin.so") == folder + plugin + "_plugin.so")
  }

  @Test func `of pip go into the Python that pip belongs to`() {
    let image = buildImage(
      """
      FROM python:3.11-slim
      COPY requirements.txt .
      RUN pip install --no-cache-dir -r requirements.txt uwsgi
      """, files: ["requirements.txt": "Flask==2.3.2  # web\n-c other.txt\n"])
    let site = "/usr/local/lib/python3.11/site-packages/"
    #expect(
      image.presence(site + "flask", site + "jinja2", site + "django") == [
        "present", "present", "absent",
      ])
    #expect(image.presence("/usr/local/bin/uwsgi", "/usr/bin/uwsgi") == ["present", "absent"])
    #expect(image.packages.first { $0.name == "flask" }?.version == "2.3.2")
  }

  @Test func `that nobody describes may bring others`() {
    let image = buildImage("FROM python:3.11-slim\nRUN pip install my-app")
    let site = "/usr/local/lib/python3.11/site-packages/"
    #expect(image.presence(site + "flask", "/usr/local/bin/uwsgi") == ["unknown", "absent"])
  }

  @Test func `go into a virtual environment that is on the PATH`() {
    let image = buildImage(
      """
      FROM debian:12
      RUN apt-get install -y python3 python3-venv && python3 -m venv /venv
      ENV PATH="/venv/bin:$PATH"
      RUN pip install flask
      """)
    #expect(image.presence("/venv/lib/python3.11/site-packages/flask") == ["present"])
    #expect(image.problems.isEmpty)
  }

  @Test func `of pip are refused by Debian's own Python`() {
    let script = "apt-get install -y python3-pip && pip install flask"
    let refused = buildImage("FROM debian:12\nRUN \(script)")
    #expect(refused.problems.map(\.kind) == [.externallyManaged(python: "/usr/bin/python3.11")])
    let forced = buildImage("FROM debian:12\nRUN \(script) --break-system-packages")
    #expect(forced.problems.isEmpty)
    #expect(forced.presence("/usr/local/lib/python3.11/dist-packages/flask") == ["present"])
    #expect(buildImage("FROM debian:11\nRUN \(script)").problems.isEmpty)
  }

  /// Which packages pull in which was read off the ones of Debian 12, each installed on its own.
  @Test(arguments: [
    ("nginx build-essential git", "absent absent absent absent"),
    ("nginx wget", "absent present absent absent"),
    ("curl netcat-openbsd", "present absent present absent"),
    ("gettext", "unknown absent absent absent"),
    ("some-package", "unknown unknown unknown unknown"),
  ])
  func `bring the tools of health checks, or surely do not`(packages: String, presence: String) {
    let image = buildImage("FROM python:3.12-slim-bookworm\nRUN apt-get install -y \(packages)")
    let paths = image.presence("/usr/bin/curl", "/usr/bin/wget", "/usr/bin/nc", "/usr/sbin/curl")
    #expect(paths.joined(separator: " ") == presence)
  }

  @Test func `put nothing with a name of your own where certificates are`() {
    let image = buildImage("FROM debian:12\nRUN apt-get install -y nginx ca-certificates ssl-cert")
    #expect(
      image.presence("/etc/ssl/site.pem", "/etc/ssl/certs/site.crt", "/etc/ssl/private/site.key")
        == ["absent", "absent", "absent"])
    #expect(
      image.presence("/etc/ssl/certs/ISRG_Root_X1.pem", "/etc/ssl/private/ssl-cert-snakeoil.key")
        == ["unknown", "unknown"])
  }

  @Test func `in doubt leave what they would bring in doubt`() {
    let image = buildImage("FROM debian:12\nRUN apt-get install -y nginx || true")
    #expect(image.presence("/usr/sbin/nginx") == ["unknown"])
    #expect(image.packages.first { $0.name == "nginx" }?.isCertain == false)
  }

  @Test func `of a base image that nobody knows are those of its package manager`() {
    let image = buildImage("FROM example.com/base\nRUN apt-get install -y nginx")
    #expect(image.presence("/usr/sbin/nginx", "/etc/nginx/other") == ["present", "unknown"])
    #expect(image.text("/etc/nginx/nginx.conf") == "not known")
  }

  @Test func `of nginx.org have another layout`() {
    let image = buildImage(
      """
      FROM debian:12
      RUN echo "deb http://nginx.org/packages/debian bookworm nginx" > /etc/apt/sources.list.d/nginx.list
      RUN apt-get update && apt-get install -y nginx
      """)
    #expect(
      image.presence("/etc/nginx/conf.d/default.conf", "/etc/nginx/sites-enabled") == [
        "present", "absent",
      ])
  }
}
