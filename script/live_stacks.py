"""Builds stacks, runs them in containers, and probes them: what script/test-live and script/oracle --live share."""
import concurrent.futures
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Another program may be named for work on the probe itself: building it for release takes minutes.
PROGRAM = os.environ.get("DOVETAIL_PROBE", str(ROOT / "script/dovetail"))
LABEL = "dovetail-live-test"
SECONDS_TO_SETTLE = 6


def docker(*words, check=True, timeout=600):
    environment = dict(os.environ, DOCKER_BUILDKIT="0")
    return subprocess.run(
        ["docker", *words], capture_output=True, text=True, check=check, timeout=timeout, env=environment
    )


def engine_answers():
    try:
        return docker("version", check=False, timeout=20).returncode == 0
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False


def build(folder, name):
    """The image's name, or None where it does not build."""
    run = docker("build", "-q", "--network=host", "-t", f"{LABEL}:{name}", str(folder), check=False)
    return f"{LABEL}:{name}" if run.returncode == 0 else None


@contextlib.contextmanager
def running(images, options=()):
    """Runs a container an image, with port 80 published; all are removed at the end."""
    prefix = f"{LABEL}-{os.getpid()}-"
    names = {name: prefix + name for name in images}
    try:
        for name, image in images.items():
            # A container whose command is not there is made all the same, and ends at once.
            docker("run", "-d", "--name", names[name], "--label", LABEL, "-p", "80", *options, image, check=False)
        yield names
    finally:
        for name in names.values():
            docker("rm", "-f", "-v", name, check=False)


def probe(names, *options):
    """What the probe says of containers, by their short names: JSON's stacks, and how long it took."""
    start = time.monotonic()
    run = subprocess.run(
        [PROGRAM, "probe", *names.values(), "--format", "json", "--limit", "60", *options],
        capture_output=True, text=True, timeout=300,
    )
    seconds = time.monotonic() - start
    if run.returncode not in (0, 1):
        sys.exit(f"the probe ends with status {run.returncode}\n{run.stderr}")
    stacks = {stack["path"]: stack for stack in json.loads(run.stdout)["stacks"]}
    return {short: stacks[name] for short, name in names.items()}, seconds


def probe_folders(folders, batch=14):
    """Builds, runs and probes stacks by name; yields (name, None) for one that does not build."""
    for start in range(0, len(folders), batch):
        part = dict(list(folders.items())[start:start + batch])
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            images = dict(zip(part, pool.map(build, part.values(), part.keys())))
        built = {name: image for name, image in images.items() if image}
        with running(built) as names:
            time.sleep(SECONDS_TO_SETTLE)
            stacks, seconds = probe(names) if names else ({}, 0)
        print(f"probed {len(names)} containers in {seconds:.1f} s", file=sys.stderr)
        for name in part:
            yield name, stacks.get(name)


def errors(stack):
    return [finding for finding in stack["findings"] if finding["severity"] == "error"]


def cause(stack):
    """The first error: the broken joint that the others follow from."""
    return next((error["rule"] for error in errors(stack)), None)
