import NginxConfig
import Testing

@Suite struct `A pattern` {
  @Test(arguments: [
    "^(ab|a|b)*c$", "^(a|aa)+$", #"^(\w|\d)+x$"#, "(?:x|xy|yx|y)+z", "^(a|ba|ab|b)*$",
    "^(?:[a-f]|[e-z]|0)+$", "^(a?b|ab|c)*$", "^(a+)+$",
  ])
  func `explodes where a loop can cut a text in two ways`(pattern: String) {
    #expect(PatternAnalysis(pattern, ignoringCase: false).isExplosive)
  }

  @Test(arguments: [
    "^(ab|abb|c)*$", "^(foo|foobar)*$", "^(?:[a-f]|[g-z]|0)+$", "^(a|ab|abb)*$",
    "^(?:png|jpe?g|gif)+$",
    "^(?>ab|a|b)+c$", "^(ab|a|b){2}$", "^(/[a-z]+)*/?$", "^[a-z0-9]+(-[a-z0-9]+)*$",
  ])
  func `does not explode where there is one way to cut it`(pattern: String) {
    #expect(!PatternAnalysis(pattern, ignoringCase: false).isExplosive)
  }
}
