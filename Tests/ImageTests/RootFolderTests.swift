import FoundationEssentials
import Glibc
import Image
import Machine
import Testing

/// In an unpacked root file system nothing is unknown.
@Suite struct RootFolderTests {
  @Test func `files, owners, modes, accounts and packages are read`() throws {
    let script =
      """
      mkdir -p etc var/lib/dpkg usr/lib/python3/dist-packages/uWSGI-2.0.21.dist-info run
      printf 'root:x:0:0:root:/root:/bin/sh\\napp:x:1000:1001::/app:/bin/sh\\n' > etc/passwd
      printf 'root:x:0:\\nweb:x:1001:app,www\\n' > etc/group
      printf 'ID=debian\\nVERSION_ID="12"\\n' > etc/os-release
      printf 'Package: nginx\\nStatus: install ok installed\\nVersion: 1.22.1-9\\n\\nPackage: gone\\nStatus: deinstall ok config-files\\n' > var/lib/dpkg/status
      printf x > etc/secret; chmod 600 etc/secret; chmod 1777 run
      """
    try withRoot(script) { image in
      #expect(image.attributes("/etc/secret") == "\(getuid()):\(getgid()) 600")
      #expect(image.attributes("/run") == "\(getuid()):\(getgid()) 1777")
      #expect(
        image.presence("/etc/secret", "/etc/nginx", "/dev/null") == [
          "present", "absent", "present",
        ])
      #expect(image.text("/etc/secret") == "x")
      #expect(image.accounts.user(named: "app").value?.id == 1000)
      #expect(image.accounts.group(named: "web").value?.members == ["app", "www"])
      #expect(image.accounts.isComplete)
      #expect(image.distribution?.name == "debian")
      #expect(image.distribution?.releases == ["12"])
      #expect(image.packages.map(\.name) == ["nginx", "uwsgi"])
      #expect(image.packages.map(\.version) == ["1.22.1-9", "2.0.21"])
    }
  }

  @Test func `a link leads to the folder's own files, not to those of the machine`() throws {
    let script =
      """
      mkdir -p etc srv; printf inside > srv/passwd
      ln -s /srv/passwd etc/passwd; ln -s ../../../../../../etc/hostname etc/name; ln -s loop etc/loop
      """
    try withRoot(script) { image in
      #expect(image.text("/etc/passwd") == "inside")
      #expect(image.text("/etc/name") == "absent")
      #expect(image.text("/etc/loop") == "absent")
    }
  }

  /// Makes a root file system with a script; it is there as long as the body runs.
  private func withRoot(_ script: String, _ body: (Image) -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/dovetail-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    unsafe _ = system("cd '\(folder)' && { \(script)\n}")
    body(Image.root(folder: folder))
  }
}
