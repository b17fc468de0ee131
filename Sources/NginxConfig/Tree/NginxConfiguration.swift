import SourceText

/// A configuration as nginx would load it, with all that nginx would say about it.
package struct NginxConfiguration: Sendable {
  /// Its directives, by their ids.
  package let columns: NginxColumns

  /// What is wrong, in the order in which nginx comes upon it; it stops at the first it refuses.
  package let problems: [NginxProblem]

  /// What each `include` named, in nginx's order.
  package let includes: [NginxInclude]

  /// False where an `include` names something that is not known.
  package let isComplete: Bool

  /// The absolute path of the main file.
  package let mainFile: String

  var tree: NginxTree { columns.tree }

  /// The number of directives.
  package var count: Int { tree.records.count }

  /// The number of parameters of all directives.
  package var parameterCount: Int { tree.words.count - tree.records.count }

  /// The directive with this id, which counts from 0 in the order in which nginx reads them.
  package subscript(id: Int) -> NginxDirective {
    NginxDirective(id: id, columns: columns)
  }

  /// All directives, in the order in which nginx reads them.
  package var directives: some RandomAccessCollection<NginxDirective> {
    (0..<count).lazy.map { [columns] in NginxDirective(id: $0, columns: columns) }
  }

  /// The directives of the main context.
  package var children: NginxChildren {
    NginxChildren(columns: columns, ids: 0..<count)
  }

  /// The readings of files, the main file and the text of `-g` among them.
  package var inclusions: [NginxInclusion] { tree.inclusions }

  /// The first thing that makes nginx refuse the configuration.
  package var firstRefusal: NginxProblem? {
    problems.first { $0.consequence == .refuses }
  }
}

extension NginxConfiguration {
  /// Writes a file back from the tree: its words, and what stands between them.
  package func source(ofInclusion id: Int) -> [UInt8] {
    let text = tree.texts[id]
    var written: [UInt8] = []
    var position = 0
    for record in tree.records.indices where Int(tree.records[record].inclusion) == id {
      for word in tree.words[tree.wordRange(of: record)] {
        let range = word.writtenRange.clamped(to: position..<text.count)
        written += text[position..<range.lowerBound]
        written += text[range]
        position = range.upperBound
      }
    }
    return written + text[position...]
  }
}
