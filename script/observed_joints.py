"""Which joint must be the first broken one, by what was observed of a stack that ran: see `first_joints`."""

# In the order in which a container starts and a request travels: the first line that fits decides.
REASONS = [
    ("it works", lambda seen: seen["works"] and not seen["traversal"], set()),
    ("a path escapes", lambda seen: seen["works"], {"path-escapes"}),
    ("the container ended", lambda seen: not seen["running"], {"container-not-running"}),
    # supervisord gives a program up, or goes on trying.
    ("nginx ended", lambda seen: seen["nginx_runs"] is not True or says(seen, "[emerg]"),
     {"program-not-running", "nginx-not-running"}),
    ("nginx has no worker", lambda seen: not any("nginx: worker" in line for line in seen["processes"]),
     {"nginx-not-running"}),
    ("uWSGI ended", lambda seen: seen["uwsgi_runs"] is not True or says(seen, "exited: uwsgi", "not expected"),
     {"program-not-running", "uwsgi-not-running"}),
    ("nginx may not connect", lambda seen: says(seen, "connect() to", "failed (13:"), {"upstream-socket-forbidden"}),
    ("no application", lambda seen: says(seen, "no python application found"), {"application-not-loaded"}),
    ("nginx speaks another language", lambda seen: says(seen, "prematurely closed") and not says(seen, '"uwsgi://'),
     {"uwsgi-unanswering"}),
    # uWSGI closes what it does not understand: it is its own fault, or that of who asks.
    ("uWSGI does not understand", lambda seen: says(seen, "prematurely closed") and not changes(seen, "site.conf"),
     {"uwsgi-unanswering", "request-not-answered"}),
    ("nginx does not tell what it wants", lambda seen: says(seen, "prematurely closed"), {"request-not-answered"}),
    ("uWSGI breaks off", lambda seen: says(seen, "recv() failed (104:"), {"uwsgi-unanswering", "request-not-answered"}),
    # Every start sees a moment without a socket: these lines count where no other one does.
    ("no socket where nginx looks", lambda seen: says(seen, "connect() to", "failed (2:"), {"upstream-socket-missing"}),
    ("nobody listens there", lambda seen: says(seen, "connect()", "failed (111:"), {"upstream-socket-missing"}),
    ("nobody serves", lambda seen: seen["root_status"] == 0 and seen["static_status"],
     {"uwsgi-not-running", "uwsgi-unanswering", "request-not-answered"}),
    ("the port leads to nothing", lambda seen: seen["root_status"] == 0, {"port-unanswering", "request-not-answered"}),
    ("the application is not reached", lambda seen: not is_healthy(seen), {"request-not-answered"}),
    ("files are not served", lambda seen: not seen["static_ok"], {"static-file-wrong"}),
]


def says(seen, *words):
    return any(all(word in line for word in words) for line in seen["log"])


def changes(seen, name):
    return any(name in changed for changed in seen["changed"])


def is_healthy(seen):
    return seen["root_status"] == 200 and "flask answers" in seen["root_body"]


def first_joints(seen):
    """The joints that may come first, and why; none for a stack that works and gives nothing away."""
    for why, fits, joints in REASONS:
        if fits(seen):
            return joints, why
    raise ValueError(f"nothing that was observed tells what is broken: {seen}")
