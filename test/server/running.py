"""A running `limber serve` with a folder of its own, and a client that speaks plain HTTP to it.

Every test starts its own server at a free port and ends it; nothing is shared and nothing is left.
"""

import http.client
import json
import os
import pathlib
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import uuid

PROGRAM = os.environ.get("LIMBER_PROGRAM", "build/dev/limber")
PATIENCE_S = 60  # for a busy machine; a test never waits this long for what it expects


class Server:
    def __init__(self, *options, folder=None, environment=None):
        self.own = folder is None
        self.folder = folder or tempfile.mkdtemp(prefix="limber-server-")
        values = {"PATH": os.environ["PATH"], "HOME": self.folder, "LC_ALL": "C.UTF-8",
                  **(environment or {})}
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--no-open", "--port", "0", "--data", self.folder + "/data", *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.errors, env=values)
        self.said = ""
        self.read_until(r"Ctrl-C stops it\.\n")
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=([0-9a-f]+)", self.said)
        self.port, self.token = int(found.group(1)), found.group(2)

    def read_until(self, pattern):
        """Reads on until what was said so far matches; gives all of it."""
        end = time.monotonic() + PATIENCE_S
        while not re.search(pattern, self.said):
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            piece = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not piece:
                self.process.kill()
                raise AssertionError(f"the server did not say it: {self.said!r} {self.complaints()!r}")
            self.said += piece.decode()
        return self.said

    def complaints(self):
        self.errors.seek(0)
        return self.errors.read().decode()

    def alive(self):
        return self.process.poll() is None

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        """Asks it to end; gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_S)

    def close(self):
        if self.alive():
            self.kill()
        self.process.stdout.close()
        self.errors.close()
        if self.own:
            shutil.rmtree(self.folder, ignore_errors=True)

    def cpu_s(self):
        return cpu_s(self.process.pid)

    def resident_mb(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024


def cpu_s(pid):
    """Seconds of processor time a process has had."""
    tasks = pathlib.Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def json(self):
        return json.loads(self.body)

    def ok(self):
        assert self.status == 200, (self.status, self.body[:300])
        return self.json()["ok"]


class Client:
    """A browser, as far as the server can tell: keeps its cookie, names its origin."""

    def __init__(self, server, pair=True):
        self.server, self.cookie = server, None
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_S)
        if pair:
            answer = self.ask("GET", f"/?token={server.token}")
            assert answer.status == 303, (answer.status, answer.body)
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def ask(self, method, path, body=None, headers=None, raw=None):
        out = {"Cookie": self.cookie} if self.cookie else {}
        data = raw
        if body is not None:
            data = json.dumps(body).encode()
            out["Content-Type"] = "application/json"
        out.update(headers or {})
        out = {name: value for name, value in out.items() if value is not None}
        self.connection.request(method, path, data, out)
        return Answer(self.connection.getresponse())

    def api(self, method, path, body=None, **more):
        return self.ask(method, "/api/v1" + path, body, **more)

    def append(self, *events):
        return self.api("POST", "/events", {"events": list(events)})

    def begin(self):
        """Agrees to keeping a record."""
        return self.append(event("consent", {"what": "record", "version": "1"})).ok()

    def events(self, since=0):
        return self.api("GET", f"/events?since={since}").ok()

    def close(self):
        self.connection.close()


def event(kind="note", payload=None, **more):
    return {"id": str(uuid.uuid4()), "device": "0192f000-0000-7000-8000-00000000000d",
            "at_ms": 1_790_000_000_000, "offset_min": 60, "kind": kind,
            "payload": {"text": "well"} if payload is None else payload, **more}


def raw(server, data, wait_s=PATIENCE_S):
    """Sends bytes as they are; everything that comes back until the other side ends."""
    with socket.create_connection(("127.0.0.1", server.port), wait_s) as link:
        try:
            link.sendall(data)
            link.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it may have hung up on us already
        return drain(link)


def drain(link):
    text = b""
    try:
        while piece := link.recv(65536):
            text += piece
    except OSError:
        pass
    return text


class Case(unittest.TestCase):
    """One server per class; it must still be alive after every test."""

    options = ()

    @classmethod
    def setUpClass(cls):
        cls.server = Server(*cls.options)

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def client(self, **more):
        client = Client(self.server, **more)
        self.addCleanup(client.close)
        return client

    def tearDown(self):
        self.assertTrue(self.server.alive(), self.server.complaints())


def main():
    # Scratch files and waiting are the point of these tests; a leak of our own is not.
    unittest.main(module=sys.modules["__main__"], verbosity=1)
