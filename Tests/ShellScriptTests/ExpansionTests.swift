import ShellScript
import Testing

@Suite struct ExpansionTests {
  private static let scope = ShellScope(
    ["A": "one two", "B": "x", "E": "", "HOME": "/root", "F": "a.tar.gz", "G": "*.py"],
    isComplete: true, arguments: ["p q", "r"])

  @Test(arguments: [
    ("$A", "[one][two]"), ("\"$A\"", "[one two]"), ("'$A'", "[$A]"), ("x$A", "[xone][two]"),
    ("${B}y", "[xy]"), ("$N", ""), ("\"$N\"", "[]"), ("\\$A", "[$A]"), ("\"\\$A\"", "[$A]"),
    ("a\\ b", "[a b]"), ("*.c", "[glob *.c]"), ("'*'.c", "[*.c]"), ("'*'*", "[glob \\**]"),
    ("$G", "[glob *.py]"), ("\"$G\"", "[*.py]"),
    ("~/x", "[/root/x]"), ("~", "[/root]"), ("a~", "[a~]"), ("'~'", "[~]"), ("~app/x", "[?~app/x]"),
    ("${N:-d}", "[d]"), ("${E:-d}", "[d]"), ("${E-d}", ""), ("${B:+y}", "[y]"), ("${N:+y}", ""),
    ("${F%.*}", "[a.tar]"), ("${F%%.*}", "[a]"), ("${F#*.}", "[tar.gz]"), ("${F##*.}", "[gz]"),
    ("${#B}", "[1]"), ("$1", "[p][q]"), ("\"$1\"", "[p q]"), ("\"$@\"", "[p q][r]"), ("$#", "[2]"),
    ("\"$*\"", "[p q r]"), ("$(x)", "[?$(…)]*"), ("\"a$(x)b\"", "[ab?$(…)]"),
    ("`x`", "[?$(…)]*"), ("$((1+2))", "[?$((1+2))]*"), ("{a,b}", "[{a,b}]"), ("$", "[$]"),
    ("\"\"", "[]"), ("a''b", "[ab]"), ("${B/x/y}", "[?B]*"),
  ])
  func `words are expanded as dash does`(word: String, outline: String) {
    #expect(Outline.of("echo \(word)", Self.scope) == "[echo] \(outline)")
  }

  @Test(arguments: [
    ("/{a,b}/c", "[/a/c][/b/c]"), ("x{1..3}", "[x1][x2][x3]"), ("{a,{b,c}}", "[a][b][c]"),
    ("{a}", "[{a}]"), ("'{a,b}'", "[{a,b}]"), ("{a,b}{1,2}", "[a1][a2][b1][b2]"),
    ("{9223372036854775807..-9}", "[{9223372036854775807..-9}]"),
    ("{a..e..2}", "[a][c][e]"), ("{01..03}", "[01][02][03]"), ("{c..a}", "[c][b][a]"),
    ("{9..1..4}", "[9][5][1]"), ("{-01..1}", "[-01][000][001]"), ("{1..3..0}", "[1][2][3]"),
    ("{a..3}", "[{a..3}]"), ("{1..2..x}", "[{1..2..x}]"), ("{08..10}", "[08][09][10]"),
  ])
  func `bash expands braces`(word: String, outline: String) {
    let scope = ShellScope(isComplete: true, expandsBraces: true)
    #expect(Outline.of("echo \(word)", scope) == "[echo] \(outline)")
  }

  @Test func `a variable that nobody told of is unknown, or its default`() {
    let scope = ShellScope(isComplete: false)
    #expect(Outline.of("echo a$X \"b$X\" ${Y:-z}", scope) == "[echo] [a?X]* [b?X] [z]")
    #expect(Outline.of("echo ${Y:+z} ${Y:?z} ${1:-z}", scope) == "[echo] [?Y]* [?Y]* [?1]*")
  }

  @Test func `a pattern of case takes slashes and dots`() {
    #expect(ShellPattern("*.py").matches(".a/b.py"))
    #expect(ShellPattern("[!a-c]?").matches("dx"))
    #expect(!ShellPattern("[!a-c]?").matches("ax"))
    #expect(ShellPattern("\\*").matches("*"))
  }
}
