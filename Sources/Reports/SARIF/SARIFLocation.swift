import SourceText

/// A place as a location of SARIF's.
struct SARIFLocation {
  /// The name of the base for files that only the image has.
  static let imageBase: StaticString = "IMAGE"

  private let place: Place

  init(_ place: Place) {
    self.place = place
  }

  /// Writes the member of an object that holds file and region.
  func write(to json: JSONWriter) {
    json.object("physicalLocation") {
      writeArtifact(to: json)
      writeRegion("region", to: json)
    }
  }

  func writeArtifact(to json: JSONWriter) {
    json.object("artifactLocation") {
      if place.isInFolder {
        json.value("uri", place.path.hasPrefix("/") ? "file://\(escapedPath)" : escapedPath)
      } else {
        json.value("uri", String(escapedPath.drop { $0 == "/" }))
        json.value("uriBaseId", "\(SARIFLocation.imageBase)")
      }
    }
  }

  func writeRegion(_ name: StaticString, to json: JSONWriter) {
    json.object(name) {
      json.value("startLine", place.start.line)
      json.value("startColumn", place.start.column)
      json.value("endLine", place.end.line)
      json.value("endColumn", place.end.column)
    }
  }

  /// The path as a URI's: all but RFC 3986's unreserved characters and slashes is escaped.
  private var escapedPath: String {
    var escaped = ""
    for byte in place.path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return escaped
  }
}
