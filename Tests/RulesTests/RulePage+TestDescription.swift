import Rules
import Testing

extension RulePage: CustomTestStringConvertible {
  package var testDescription: String { rule.id }
}
