/// The columns of a table that say the same in many rows, each made once: it is read at every start.
struct RepeatedTexts {
  private var names = NameTable()
  private var texts: [String] = []
  private var valueNames = NameTable()
  private var values: [NginxValue] = []

  mutating func text(_ bytes: ByteText) -> String {
    let (number, isNew) = names.insert(bytes)
    if isNew { texts.append(String(decoding: bytes, as: UTF8.self)) }
    return texts[number]
  }

  mutating func value(_ bytes: ByteText) -> NginxValue {
    let (number, isNew) = valueNames.insert(bytes)
    if isNew { values.append(NginxValue(String(decoding: bytes, as: UTF8.self))) }
    return values[number]
  }
}
