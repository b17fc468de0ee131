import FoundationEssentials
import Live
import Testing

/// What an engine lists of a project whose `app` waits for the end of `migrate`.
///
/// `app` was also run once more beside it. `script/record-compose-projects` writes it down.
@Suite struct ComposeProjectTests {
  @Test(arguments: ["my-shop", "/srv/my-shop"])
  func `a project of compose 1 is found by its name and by its folder`(project: String) throws {
    let names = try recorded("v1").names(ofProject: project)
    // Compose 1 does not write down who waits for whose end.
    #expect(names == ["my-shop_app_1", "my-shop_migrate_1"])
  }

  @Test(arguments: ["my-shop", "/srv/my-shop"])
  func `a project of compose 2 is what runs of it, without what has done its work`(
    project: String
  ) throws {
    #expect(try recorded("v2").names(ofProject: project) == ["my-shop-app-1"])
  }

  @Test func `what others wait for and what failed is of the project`() throws {
    let failed = try recorded("v2") { $0.replacing("Exited (0)", with: "Exited (1)") }
    #expect(failed.names(ofProject: "my-shop") == ["my-shop-app-1", "my-shop-migrate-1"])
  }

  @Test func `no other project has these containers`() throws {
    #expect(try recorded("v1").names(ofProject: "my").isEmpty)
    #expect(try recorded("v2").names(ofProject: "/srv").isEmpty)
  }

  private func recorded(
    _ version: String, _ change: (String) -> String = { $0 }
  ) throws -> [ListedContainer] {
    let file = URL(filePath: #filePath)
      .appending(path: "../../../testdata/projects/\(version).json").standardized
    let text = change(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    return try JSONDecoder().decode([ListedContainer].self, from: Data(text.utf8))
  }
}
