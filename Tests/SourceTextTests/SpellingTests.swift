import SourceText
import Testing

@Suite struct `A misspelt name` {
  @Test(arguments: [
    ("sock-path-mismach", "sock-path-mismatch"),
    ("sokc-path-mismatch", "sock-path-mismatch"),
    ("aliasslash", "alias-slash"),
    ("pid", "pid"),
    ("pdi", "pid"),
    ("uwsgi", nil),
    ("", nil),
  ])
  func `is taken for the nearest one`(name: String, nearest: String?) {
    let known = ["alias-slash", "pid", "sock-path-mismatch", "sock-path-missing"]
    #expect(Spelling.nearest(to: name, among: known) == nearest)
  }

  @Test func `is taken for the first of those that are equally near`() {
    #expect(Spelling.nearest(to: "user", among: ["users", "used"]) == "users")
  }
}
