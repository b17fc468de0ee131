internal import SourceText

/// What a module says of one of its directives, as nginx's `ngx_command_t` does.
///
/// A class, because the tables hand out hundreds of thousands of references to it.
package final class NginxCommand: Identifiable, Sendable {
  /// The place in the table.
  package let id: Int16

  package let name: String

  /// The module in the names of nginx's source, such as `ngx_http_core_module`.
  package let module: String

  package let contexts: NginxContexts

  /// The bit n is set where n parameters are allowed; the bit 15 stands for 15 and more.
  let arity: UInt16

  package let isBlock: Bool

  /// Whether variables are replaced in its parameters.
  package let takesVariables: Bool

  /// What its parameters must be.
  package let value: NginxValue

  /// Whether it may stand twice in one block.
  package let repetition: Repetition

  /// How a block takes it over from the block around it.
  package let inheritance: Inheritance

  package let origin: Origin

  /// The first and the last version that has it.
  package let versions: NginxVersion.Span

  /// The file that holds the module in Debian's packages; nil where it is in the program itself.
  package let moduleFile: String?

  /// Whether Debian's nginx 1.22 has it without any further module.
  let isInDebian: Bool

  /// The default value as the manual gives it, or nothing.
  package let defaultValue: String

  init(row: inout TabbedRow, id: Int16, _ columns: inout RepeatedColumns) {
    self.id = id
    name = row.text()
    module = columns.module.value(row.bytes())
    contexts = NginxContexts(rawValue: UInt32(row.number(radix: 16) ?? 0))
    arity = UInt16(row.number(radix: 16) ?? 0)
    let marks = row.bytes()
    isBlock = marks.first == UInt8(ascii: "b")
    takesVariables = marks.last == UInt8(ascii: "v")
    value = columns.value.value(row.bytes())
    repetition = Repetition(row.bytes().first)
    inheritance = Inheritance(row.bytes().first)
    origin = Origin(row.bytes().first)
    versions = NginxVersion.Span(
      since: NginxVersion(number: row.number()), removed: NginxVersion(number: row.number()))
    let build = columns.build.value(row.bytes())
    isInDebian = build == "nginx"
    moduleFile = !isInDebian && build.hasSuffix(".so") ? build : nil
    let byDefault = row.bytes()
    let hasNone = byDefault == [UInt8(ascii: "-")]
    defaultValue = hasNone ? "" : String(decoding: byDefault, as: UTF8.self)
  }

  /// The columns that are read once for all rows that say the same.
  struct RepeatedColumns {
    var module = RepeatedColumn { $0 }
    var value = RepeatedColumn(NginxValue.init)
    var build = RepeatedColumn { $0 }
  }

  /// What becomes of a directive that stands twice in a block.
  package enum Repetition: UInt8, Sendable {
    case refused
    case judgedByModule
    case accumulates
    case allowed

    init(_ letter: UInt8?) {
      switch letter {
      case UInt8(ascii: "d"): self = .refused
      case UInt8(ascii: "c"): self = .judgedByModule
      case UInt8(ascii: "a"): self = .accumulates
      default: self = .allowed
      }
    }
  }

  /// What an inner block takes over from the one around it.
  package enum Inheritance: UInt8, Sendable {
    /// The value of the block around, unless this one sets its own.
    case value

    /// All values of the block around, unless this one sets any.
    case list

    /// Nothing is taken over.
    case own

    /// It is set once for all, or nobody knows.
    case none

    init(_ letter: UInt8?) {
      switch letter {
      case UInt8(ascii: "v"): self = .value
      case UInt8(ascii: "l"): self = .list
      case UInt8(ascii: "n"): self = .own
      default: self = .none
      }
    }
  }

  /// Which nginx has the directive.
  package enum Origin: UInt8, Sendable {
    case core
    case removed
    case plus
    case scripting
    case dynamic
    case thirdParty

    init(_ letter: UInt8?) {
      switch letter {
      case UInt8(ascii: "c"): self = .core
      case UInt8(ascii: "r"): self = .removed
      case UInt8(ascii: "p"): self = .plus
      case UInt8(ascii: "j"): self = .scripting
      case UInt8(ascii: "y"): self = .dynamic
      default: self = .thirdParty
      }
    }
  }

  /// Whether nginx takes this many parameters.
  package func allows(parameterCount count: Int) -> Bool {
    arity & (1 << UInt16(min(count, 15))) != 0
  }

  /// Whether its block holds Lua.
  var isLuaBlock: Bool {
    isBlock && name.hasSuffix("_by_lua_block")
  }
}
