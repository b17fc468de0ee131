"""Stacks written as edits of one base, and their unfolding into folders.

A file `PART.edits` holds variations of that part of testdata/oracle/base:

    == name-of-the-variation
    @ uwsgi.ini
     master = true
    -vacuum = true
    +vacuum = false

Below `@ FILE` stands one edit, as in a patch without line numbers: lines with a blank or `-` must stand in the
file, together and once; lines with a blank or `+` take their place. An edit with `+` lines alone makes the file
or, where it is there, replaces all of it. Text between `==` and `@` is a remark.
"""
import contextlib
import dataclasses
import json
import pathlib
import shutil
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BASE = ROOT / "testdata/oracle/base"


@dataclasses.dataclass
class Edit:
    file: str
    lines: list

    def text(self, signs):
        return "".join(line[1:] + "\n" for line in self.lines if line[0] in signs)

    def apply(self, folder):
        path = folder / self.file
        before, after = self.text(" -"), self.text(" +")
        if before:
            text = path.read_text()
            if text.count(before) != 1:
                raise ValueError(f"{self.file} has {text.count(before)} times:\n{before}")
            after = text.replace(before, after)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after)


@dataclasses.dataclass
class Variation:
    name: str
    part: str
    edits: list

    @property
    def changed(self):
        return sorted({edit.file for edit in self.edits})

    def unfold(self, into):
        shutil.copytree(BASE, into)
        for edit in self.edits:
            try:
                edit.apply(into)
            except (OSError, ValueError) as error:
                raise SystemExit(f"{self.part}.edits: {self.name}: {error}")


def read(folder):
    """All variations of a folder, by name."""
    found = {}
    for file in sorted(folder.glob("*.edits")):
        for line in file.read_text().splitlines():
            if line.startswith("== "):
                variation = Variation(line[3:].strip(), file.stem, [])
                if variation.name in found:
                    raise SystemExit(f"{file}: {variation.name} stands there twice")
                found[variation.name] = variation
            elif line.startswith("@ "):
                variation.edits.append(Edit(line[2:].strip(), []))
            elif line[:1] in (" ", "-", "+") and variation.edits:
                variation.edits[-1].lines.append(line)
    return found


@contextlib.contextmanager
def stacks(folder):
    """A folder with one folder a stack: FOLDER itself, or what its variations unfold to."""
    variations = read(folder)
    if not variations:
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="variations-") as scratch:
        for variation in variations.values():
            variation.unfold(pathlib.Path(scratch) / variation.name)
        yield pathlib.Path(scratch)


def misses(folder):
    """Why stacks are misjudged, by their names: `name: reason` on each line of misses.txt."""
    file = folder / "misses.txt"
    lines = file.read_text().splitlines() if file.exists() else []
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def observed(folder):
    return json.loads((folder / "observed.json").read_text())
