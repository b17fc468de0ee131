import Dockerfile
import Image
import Machine
import Testing

@Suite struct `A base image` {
  @Test func `is known by its name and tag`() {
    let image = buildImage("FROM debian:bookworm-slim")
    #expect(image.distribution?.name == "debian")
    #expect(
      image.presence("/usr/bin/apt-get", "/app", "/etc/nginx", "/usr/bin/uwsgi") == [
        "present", "absent", "absent", "absent",
      ])
  }

  @Test func `has more than is known in the folders of its packages`() {
    let image = buildImage("FROM debian:12")
    #expect(
      image.presence("/usr/bin/something", "/usr/lib/x/y", "/etc/z") == [
        "unknown", "unknown", "unknown",
      ])
  }

  @Test(arguments: [
    ("debian", ["12", "13"]), ("debian:bullseye", ["11"]), ("ubuntu:22.04", ["22.04"]),
    ("ubuntu:noble-20240423", ["24.04"]), ("alpine:3.12", ["3.12"]), ("alpine:3.18.4", ["3.18"]),
    ("docker.io/library/alpine:3.20", ["3.20"]), ("python:3.11-alpine3.19", ["3.19"]),
    ("python:3.12-slim-bookworm", ["12"]), ("python:3.6", ["11"]), ("python:3.13", ["12", "13"]),
    ("nginx:1.25", ["12"]), ("nginx:1.25-alpine", ["3.20", "3.21", "3.22"]),
    ("public.ecr.aws/docker/library/python:3.8-buster", ["10"]),
  ])
  func `stands on the releases that its tag may mean`(name: String, releases: [String]) {
    #expect(buildImage("FROM \(name)").distribution?.releases == releases)
  }

  @Test(arguments: [
    ("debian:jessie", "2020-06"), ("debian:9.13-slim", "2022-06"), ("debian:10", "2024-06"),
    ("ubuntu:16.04", "2021-04"), ("ubuntu:focal", "2025-05"), ("alpine:3.9.6", "2020-11"),
    ("python:2", "2020-01"), ("python:3.8-slim", "2024-10"), ("python:3.8-buster", "2024-06"),
    ("python:3.12-slim-buster", "2024-06"), ("python:3.12-alpine3.17", "2024-11"),
    ("debian", nil), ("debian:11", nil), ("debian:12", nil), ("ubuntu:24.04", nil), ("alpine", nil),
    ("python:3", nil), ("python:3.12-slim", nil), ("example.com/python:2", nil),
  ])
  func `tells since when it gets no fixes`(name: String, month: String?) {
    #expect(buildImage("FROM \(name)").supportEnded == month)
  }

  @Test func `of another name is not known at all`() {
    let image = buildImage("FROM example.com/team/base:1\nCOPY a /srv/a", files: ["a": ""])
    #expect(
      image.presence("/srv/a", "/srv/b", "/usr/sbin/nginx") == [
        "present", "unknown", "unknown",
      ])
    #expect(!image.accounts.isComplete)
  }

  @Test func `that may be one of two releases has what both have`() {
    let image = buildImage("FROM debian:stable-slim")
    #expect(image.presence("/bin/sh", "/tmp") == ["present", "present"])
  }

  @Test func `of nothing is empty`() {
    let image = buildImage("FROM scratch\nCOPY a /", files: ["a": ""])
    #expect(image.presence("/a", "/bin", "/tmp") == ["present", "absent", "absent"])
  }

  @Test func `of Python has a Python in usr local`() {
    let image = buildImage("FROM python:3.11-slim")
    #expect(image.pythons.map(\.program) == ["/usr/local/bin/python3.11"])
    #expect(image.pythons.first?.sitePackages == "/usr/local/lib/python3.11/site-packages")
    #expect(image.presence("/usr/local/bin/pip", "/usr/local/bin/uwsgi") == ["present", "absent"])
    #expect(image.configuration.command?.words.map(\.text) == ["python3"])
  }

  @Test func `of nginx brings its user, its folders and its command`() {
    let image = buildImage("FROM nginx:1.27")
    #expect(image.accounts.user(named: "nginx").value?.id == 101)
    #expect(
      image.presence("/etc/nginx/conf.d/default.conf", "/etc/nginx/sites-enabled") == [
        "present", "absent",
      ])
    #expect(image.configuration.entrypoint?.words.map(\.text) == ["/docker-entrypoint.sh"])
    #expect(image.configuration.command?.words.map(\.text) == ["nginx", "-g", "daemon off;"])
  }

  @Test func `of nginx without privileges starts as its user`() {
    #expect(buildImage("FROM nginxinc/nginx-unprivileged:1.27").configuration.user.text == "101")
  }
}
