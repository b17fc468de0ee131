"""Asks the installed nginx and crossplane what they make of a configuration."""
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODULES = pathlib.Path("/usr/lib/nginx/modules")
CROSSPLANE = ROOT / ".venv" / "bin" / "crossplane"

MESSAGE = re.compile(r"^nginx: \[(\w+)\] (.*)$", re.S)
LOGGED = re.compile(r"^\d{4}/\d\d/\d\d [\d:]+ \[(\w+)\] \d+#\d+: (.*)$", re.S)
# A name with an escaped line end breaks its message in two.
BEGINNING = re.compile(r"\n(?=nginx: |\d{4}/\d\d/\d\d )")
PLACE = re.compile(r"^(.*) in (\S+):(\d+)$", re.S)


def ask_nginx(path, folder, modules):
    loads = "".join(f"load_module {MODULES / module}.so; " for module in modules)
    run = subprocess.run(
        ["unshare", "-n", "sh", "-c", 'ip link set lo up; exec nginx -t -c "$0" "$@"', str(path)]
        + (["-g", loads] if loads else []), capture_output=True, timeout=60)
    messages, seen = [], set()
    for line in BEGINNING.split(run.stderr.decode("utf-8", "backslashreplace").rstrip("\n")):
        match = MESSAGE.match(line) or LOGGED.match(line)
        if not match or match.group(1) == "notice":
            continue
        text = match.group(2).replace(f"{folder}/", "")
        if (match.group(1), text) in seen:
            continue
        seen.add((match.group(1), text))
        message = {"level": match.group(1), "text": text}
        if place := PLACE.match(text):
            message.update(text=place.group(1), file=place.group(2), line=int(place.group(3)))
        elif text.endswith(" in command line"):
            message.update(text=text[: -len(" in command line")], file="(command line)")
        messages.append(message)
    return {"ok": run.returncode == 0, "exit": run.returncode, "messages": messages}


def ask_crossplane(path, folder):
    if not CROSSPLANE.exists():
        return {}
    payloads = {}
    for name, flags in [("default", []), ("comments", ["--include-comments"]), ("combine", ["--combine"])]:
        run = subprocess.run([CROSSPLANE, "parse", *flags, path.name], cwd=folder, capture_output=True)
        if run.returncode == 0:
            payloads[name] = json.loads(run.stdout)
    return payloads
