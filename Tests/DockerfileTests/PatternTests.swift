import Dockerfile
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("*.py", "a.py", true), ("*.py", ".py", true), ("*", "a/b", false), ("a?c", "abc", true),
    ("[a-c]x", "bx", true), ("[^a-c]x", "bx", false), ("[^a-c]x", "dx", true), ("\\*", "*", true),
    ("a/*/c", "a/b/c", true), ("a*b*c", "aXbYc", true), ("[", "[", false), ("[]a]", "]", false),
    ("[a-]", "a", false), ("*x*", "abc", false), ("", "", true),
  ])
  func `copy patterns are Go's`(pattern: String, path: String, matches: Bool) {
    #expect(PathPattern(pattern).matches(path) == matches)
  }

  @Test(arguments: [
    ("*.pyc", "a.pyc", true), ("*.pyc", "x/a.pyc", false), ("**/*.pyc", "x/y/a.pyc", true),
    ("**/*.pyc", "a.pyc", true), ("node_modules", "node_modules/x/y", true),
    ("/dist/", "dist/a", true), ("a/**", "a/b/c", true), ("# no\nx", "x", true),
    ("*\n!keep", "keep", false), ("*\n!keep", "other", true), ("dir\n!dir/keep", "dir/keep", false),
    ("dir\n!dir/keep", "dir/other", true), ("!a\na", "a", true), ("./x", "x", true),
    ("**.log", "x/y.log", true), ("", "a", false), ("  x  ", "x", true),
  ])
  func `ignore patterns are decided by the last that matches`(
    file: String, path: String, isIgnored: Bool
  ) {
    #expect(IgnoreFile(source(file)).ignores(path) == isIgnored)
  }
}
