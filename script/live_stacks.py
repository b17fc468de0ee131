"""Builds stacks, runs them in containers, and probes them: what script/test-live and script/oracle --live share."""
import concurrent.futures
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Another program may be named for work on the probe itself: building it for release takes minutes.
PROGRAM = os.environ.get("DOVETAIL_PROBE", str(ROOT / "script/dovetail"))
LABEL = "dovetail-live-test"
# A stack is probed when it has had time to start, and again while its verdict is not the expected one:
# on a busy machine supervisord may take a minute until it gives a program up.
SECONDS_TO_START = 5
SECONDS_TO_SETTLE = 120


def docker(*words, check=True, timeout=900):
    environment = dict(os.environ, DOCKER_BUILDKIT="0")
    return subprocess.run(
        ["docker", *words], capture_output=True, text=True, check=check, timeout=timeout, env=environment
    )


def engine_answers():
    try:
        return docker("version", check=False, timeout=60).returncode == 0
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False


def build(folder, name):
    """The image's id, or None where it does not build: a tag may be moved by another run."""
    run = docker("build", "-q", "--network=host", "-t", f"{LABEL}:{name}", str(folder), check=False)
    return run.stdout.split()[-1] if run.returncode == 0 else None


@contextlib.contextmanager
def running(images, options=()):
    """Runs a container an image, with port 80 published; all are removed at the end."""
    prefix = f"{LABEL}-{uuid.uuid4().hex[:8]}-"
    names = {name: prefix + name for name in images}
    try:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            # A container whose command is not there is made all the same, and ends at once.
            list(pool.map(
                lambda name: docker(
                    "run", "-d", "--name", names[name], "--label", LABEL, "-p", "80", *options, images[name],
                    check=False),
                images))
        yield names
    finally:
        if names:
            docker("rm", "-f", "-v", *names.values(), check=False)


def probe(names, *options):
    """What the probe says of containers, by their short names: JSON's stacks, and how long it took."""
    start = time.monotonic()
    run = subprocess.run(
        [PROGRAM, "probe", *names.values(), "--format", "json", "--limit", "120s", "--timeout", "8s", *options],
        capture_output=True, text=True, timeout=600,
    )
    seconds = time.monotonic() - start
    if run.returncode not in (0, 1):
        sys.exit(f"the probe ends with status {run.returncode}\n{run.stderr}")
    stacks = {stack["path"]: stack for stack in json.loads(run.stdout)["stacks"]}
    return {short: stacks[name] for short, name in names.items()}, seconds


def settled(names, is_right):
    """What the probe says once is_right(name, stack) holds, or time is up."""
    start = time.monotonic()
    time.sleep(SECONDS_TO_START)
    stacks = {}
    pending = dict(names)
    while pending:
        found, seconds = probe(pending)
        print(f"probed {len(pending)} containers in {seconds:.1f} s", file=sys.stderr)
        stacks.update(found)
        pending = {name: pending[name] for name in pending if not is_right(name, found[name])}
        if not pending or time.monotonic() - start > SECONDS_TO_SETTLE:
            break
        time.sleep(2)
    return stacks


def probe_folders(folders, is_right, batch=14):
    """Builds, runs and probes stacks by name; yields (name, None) for one that does not build."""
    for start in range(0, len(folders), batch):
        part = dict(list(folders.items())[start:start + batch])
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            images = dict(zip(part, pool.map(build, part.values(), part.keys())))
        with running({name: image for name, image in images.items() if image}) as names:
            stacks = settled(names, is_right)
        for name in part:
            yield name, stacks.get(name)


def errors(stack):
    return [finding for finding in stack["findings"] if finding["severity"] == "error"]


def cause(stack):
    """The first error: the broken joint that the others follow from."""
    return next((error["rule"] for error in errors(stack)), None)


def said(stack):
    """What the first error says."""
    return next((error["message"] for error in errors(stack)), "no error")
