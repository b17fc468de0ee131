import Dockerfile
import SourceText

/// A Dockerfile that a test writes down.
func document(_ text: String) -> DockerfileDocument {
  DockerfileDocument(parsing: source(text))
}

func source(_ text: String) -> SourceFile {
  var files = SourceFiles()
  return files.add(path: "Dockerfile", bytes: Array(text.utf8))
}

/// Builds a Dockerfile on paper; no base image is known.
func build(
  _ text: String, options: DockerfileBuild.Options = DockerfileBuild.Options()
) -> DockerfileBuild {
  DockerfileBuild(document(text), options: options) { _ in nil }
}
