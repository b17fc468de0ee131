import Rules
import Testing

extension RulePage: @retroactive CustomTestStringConvertible {
  package var testDescription: String { rule.id }
}
