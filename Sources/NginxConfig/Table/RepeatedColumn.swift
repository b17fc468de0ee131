/// A column of a table that says the same in many rows, each value made once: it is read at every start.
struct RepeatedColumn<Value> {
  private let make: (String) -> Value
  private var names = NameTable()
  private var values: [Value] = []

  /// What the row before said, as rows that are alike mostly follow each other.
  private var last: (bytes: ByteText, number: Int) = ([], -1)

  init(_ make: @escaping (String) -> Value) {
    self.make = make
  }

  mutating func value(_ bytes: ByteText) -> Value {
    if last.number < 0 || bytes != last.bytes {
      let (number, isNew) = names.insert(bytes)
      if isNew { values.append(make(String(decoding: bytes, as: UTF8.self))) }
      last = (bytes, number)
    }
    return values[last.number]
  }
}
