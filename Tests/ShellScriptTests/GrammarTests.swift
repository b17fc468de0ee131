import ShellScript
import SourceText
import Testing

@Suite struct GrammarTests {
  @Test(arguments: [
    ("a b && c || d; e &\nf", "[a] [b] && [c] || [d] ; [e] & ; [f]"),
    ("a | b |& c", "[a] | [b] | [c]"),
    ("! a", "! [a]"),
    ("(a; b) > x", "([a] ; [b]) < output [x]>"),
    ("{ a; b; }", "{[a] ; [b]}"),
    ("if a; then b; elif c; then d; else e; fi", "if [a] then [b] if [c] then [d] else [e]"),
    ("for x in a b; do c; done", "for x in [a] [b] do [c]"),
    ("for x\ndo c\ndone", "for x in $@ do [c]"),
    ("while a; do b; done", "while [a] do [b]"),
    ("until a; do b; done", "until [a] do [b]"),
    ("case $1 in a|b) c;; *) d; esac", "case [?1]* [a]|[b]) [c] ;; [glob *]) [d]"),
    ("f() { a; }", "f() {[a]}"),
    ("function f { a; }", "f() {[a]}"),
    ("a # b\n# c\nd#e", "[a] ; [d#e]"),
    ("a \\\n  b", "[a] [b]"),
    ("A=1 B='x y' c", "A=[1] B=[x y] [c]"),
    ("A=1", "A=[1]"),
    ("PATH+=:/x", "PATH+=[:/x]"),
    ("a 2>&1 >>f </dev/null", "[a] <2 duplicateOutput [1]> < append [f]> < input [/dev/null]>"),
    ("set -eux; [ -f x ] && y", "[set] [-eux] ; [[] [-f] [x] []] && [y]"),
    ("echo if then fi", "[echo] [if] [then] [fi]"),
    ("diff <(a) >(b)", "[diff] [?<(a)]* [?>(b)]*"),
  ])
  func `commands are read`(script: String, outline: String) {
    #expect(Outline.of(script) == outline)
  }

  @Test(arguments: [
    ("cat <<EOF > f\na $X\nEOF\nb", "[cat] < heredoc [EOF] \"a \n\"> < output [f]> ; [b]"),
    ("cat <<'EOF'\n$X\nEOF", "[cat] < heredoc [EOF] \"$X\n\">"),
    ("cat <<-E\n\t\ta\n\tE\nb", "[cat] < heredoc [E] \"a\n\"> ; [b]"),
    (
      "a <<A && b <<B\n1\nA\n2\nB\nc",
      "[a] < heredoc [A] \"1\n\"> && [b] < heredoc [B] \"2\n\"> ; [c]"
    ),
    ("a <<A\nno end", "[a] < heredoc [A] \"no end\">"),
  ])
  func `here-documents follow their line`(script: String, outline: String) {
    #expect(Outline.of(script) == outline)
  }

  @Test(arguments: [
    ("a; )b\nc", "[a] ; ? ; [c]"), ("if a; then b", "?"), ("done; a\nb", "? ; [b]"),
    ("[[ a && b ]] && c", "? && [c]"), ("((a + 1)); b", "? ; [b]"), ("{ a", "?"),
    ("case x in a", "?"), (";; a", "?"),
  ])
  func `what the grammar does not know is left unknown`(script: String, outline: String) {
    #expect(Outline.of(script) == outline)
  }

  @Test func `nesting without end is cut off`() {
    for opening in ["(", "{ ", "$(", "if ", "`", "${a:-", "\"$(", "! ", "a && "] {
      _ = Outline.of(String(repeating: opening, count: 20_000))
    }
  }

  @Test func `a word of a continued instruction knows where it stands`() throws {
    let file = Outline.source("RUN a \\\n  bc")
    var text = SpannedText(file, range: 4..<6)
    text.append(SpannedText(file, range: 8..<12))
    let list = ShellScript(text).list
    guard case .simple(let command)? = list.items.first?.pipelines.first?.pipeline.commands.first
    else {
      Issue.record("no simple command")
      return
    }
    #expect(command.words.map(\.span.range) == [4..<5, 10..<12])
  }
}
