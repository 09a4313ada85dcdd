"""docs/openapi.yaml against the running server: every path, method and status it names is provoked,
every answer must fit its schema, and no answer may have a status the document does not name."""

import contextlib
import json
import pathlib
import re
import socket
import sqlite3
import unittest

import yaml

from running import Client, Server, event, main, raw

ROOT = pathlib.Path(__file__).resolve().parents[2]
API = yaml.safe_load((ROOT / "docs/openapi.yaml").read_text())
JSON = {"Content-Type": "application/json"}
PASSPHRASE = "four plain words here"


def resolve(node):
    while "$ref" in node:
        target = API
        for piece in node["$ref"][2:].split("/"):
            target = target[piece]
        node = target
    return node


TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}


def misfits(value, schema, where="body"):
    """What of the value is not as the schema says; the parts of JSON Schema the document uses."""
    schema = resolve(schema)
    for part in schema.get("allOf", []):
        yield from misfits(value, part, where)
    if "const" in schema and value != schema["const"]:
        yield f"{where}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        yield f"{where}: {value!r} is no {kind}"
        return
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, int) and "minimum" in schema and value < schema["minimum"]:
        yield f"{where}: {value} is too small"
    if isinstance(value, list):
        for i, each in enumerate(value):
            yield from misfits(each, schema.get("items", {}), f"{where}/{i}")
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                yield f"{where}: {name} is missing"
        known = schema.get("properties", {})
        for name, each in value.items():
            if name in known:
                yield from misfits(each, known[name], f"{where}/{name}")
            elif schema.get("additionalProperties", True) is False:
                yield f"{where}: {name} is not in the document"


class Document(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.seen = {}
        self.files = contextlib.ExitStack()
        self.addCleanup(self.files.close)

    def serve(self, *options, **more):
        server = Server(*options, **more)
        self.addCleanup(server.close)
        client = Client(server)
        self.addCleanup(client.close)
        return server, client

    def note(self, method, path, status, headers, body):
        """Holds one answer against the document."""
        shown = re.sub(r"/devices/.+", "/devices/{id}", path.split("?")[0])
        what = f"{method} {shown} {status}"
        operation = API["paths"][shown][method.lower()]
        self.assertIn(str(status), operation["responses"], f"{what} is not documented: {body[:200]}")
        response = resolve(operation["responses"][str(status)])
        content = response.get("content", {})
        kind = headers.get("Content-Type", "")
        self.assertIn(kind, content, what)
        if kind == "application/json":
            self.assertEqual(list(misfits(json.loads(body), content[kind]["schema"])), [], what)
        for name in response.get("headers", {}):
            self.assertIn(name, headers, what)
        self.seen[what] = True

    def ask(self, client, method, path, body=None, expect=None, **more):
        answer = client.api(method, path, body, **more)
        self.note(method, path, answer.status, answer.headers, answer.body)
        if expect is not None:
            self.assertEqual(answer.status, expect, f"{method} {path}: {answer.body[:200]}")
        return answer

    def test_every_status_of_every_path(self):
        server, client = self.serve()
        self.good_requests(server, client)
        self.bad_requests(client)
        self.locked()
        self.broken()
        self.floods(server, client)
        self.phones()
        documented = {f"{method.upper()} {path} {status}" for path, methods in API["paths"].items()
                      for method, operation in methods.items() for status in operation["responses"]}
        self.assertEqual(sorted(documented - set(self.seen)), [], "documented and never seen")

    def good_requests(self, server, client):
        self.ask(client, "GET", "/health", expect=200)
        self.ask(client, "POST", "/events", {"events": [event()]}, 409)
        self.ask(client, "GET", "/export", expect=404)
        self.ask(client, "PUT", "/passphrase", {"passphrase": PASSPHRASE}, 404)
        self.ask(client, "DELETE", "/passphrase", {"now": "x"}, 404)
        self.ask(client, "POST", "/events", {"events": [event("consent", {"what": "record", "version": "1"})]}, 200)
        self.ask(client, "GET", "/events?since=0", expect=200)
        self.ask(client, "GET", "/about", expect=200)
        document = self.ask(client, "GET", "/export", expect=200).json()
        self.ask(client, "POST", "/import", document, 200)
        self.ask(client, "POST", "/unlock", {"passphrase": "not needed"}, 200)
        self.ask(client, "POST", "/lock", expect=409)
        self.ask(client, "POST", "/pairing", expect=409)
        self.stream(server, client)
        with contextlib.closing(sqlite3.connect(server.folder + "/data/limber.db")) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM event").fetchone()
            self.ask(client, "DELETE", "/record", {"confirm": "erase"}, 409)
        self.ask(client, "DELETE", "/record", {"confirm": "erase"}, 200)
        second = Client(server)
        self.addCleanup(second.close)
        theirs = second.api("GET", "/about").ok()["this_device"]
        self.ask(client, "GET", "/devices", expect=200)
        self.ask(client, "DELETE", f"/devices/{theirs}", expect=200)
        self.ask(client, "DELETE", f"/devices/{theirs}", expect=404)

    def stream(self, server, client):
        with socket.create_connection(("127.0.0.1", server.port), 30) as link:
            link.sendall((f"GET /api/v1/changes HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                          f"Cookie: {client.cookie}\r\n\r\n").encode())
            text = b""
            while b"data: " not in text:
                text += link.recv(4096)
        self.assertIn(b" 200 ", text.split(b"\r\n")[0])
        self.note("GET", "/changes", 200, {"Content-Type": re.search(rb"Content-Type: (.*)\r", text).group(1).decode()}, text)

    def bad_requests(self, client):
        stranger = Client(client.server, pair=False)
        self.addCleanup(stranger.close)
        for path, methods in API["paths"].items():
            path = path.replace("{id}", "0" * 16)
            for method, operation in methods.items():
                method = method.upper()
                if path == "/health":
                    continue
                takes = "requestBody" in operation
                body = {"raw": b"{}", "headers": JSON} if takes else {}
                self.ask(stranger, method, path, expect=401, **body)
                self.ask(client, method, path, expect=403, raw=body.get("raw"),
                         headers={**body.get("headers", {}), "Origin": "http://evil.example"})
                if takes:
                    self.ask(client, method, path, expect=400, raw=b"{]", headers=JSON)
                    self.ask(client, method, path, expect=415, raw=b"{}", headers={"Content-Type": "text/plain"})
                    self.large(client, method, path)
        self.ask(client, "GET", "/events?since=x", expect=400)
        self.assertEqual(client.api("GET", "/nothing").status, 404)
        self.assertEqual(client.api("PUT", "/events").headers["Allow"], "GET, POST")

    def large(self, client, method, path):
        head = (f"{method} /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{client.server.port}\r\nCookie: {client.cookie}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {100 << 20}\r\n\r\n")
        top, body = raw(client.server, head.encode()).split(b"\r\n\r\n", 1)
        self.assertIn(b" 413 ", top)
        self.note(method, path, 413, {"Content-Type": "application/json"}, body)

    def locked(self):
        _, client = self.serve()
        client.begin()
        self.ask(client, "PUT", "/passphrase", {"passphrase": PASSPHRASE}, 200)
        self.ask(client, "DELETE", "/passphrase", {"now": "wrong"}, 403)
        self.ask(client, "POST", "/lock", expect=200)
        for method, path, body in (("GET", "/events", None), ("POST", "/events", {"events": [event()]}), ("GET", "/export", None),
                                   ("POST", "/import", {"limber_export": 1, "events": []}),
                                   ("PUT", "/passphrase", {"passphrase": PASSPHRASE}), ("DELETE", "/passphrase", {"now": PASSPHRASE})):
            self.ask(client, method, path, body, 423)
        self.ask(client, "POST", "/unlock", {"passphrase": PASSPHRASE}, 200)
        self.ask(client, "DELETE", "/passphrase", {"now": PASSPHRASE}, 200)

    def broken(self):
        server, client = self.serve()
        folder = pathlib.Path(server.folder, "data")
        folder.mkdir(exist_ok=True)
        (folder / "limber.db").write_bytes(b"this is something else" * 100)
        for method, path, body in (("GET", "/events", None), ("POST", "/events", {"events": [event()]}), ("GET", "/export", None),
                                   ("POST", "/import", {"limber_export": 1, "events": []}),
                                   ("PUT", "/passphrase", {"passphrase": PASSPHRASE}), ("DELETE", "/passphrase", {"now": "x"})):
            self.ask(client, method, path, body, 503)
        (folder / "limber.key").mkdir()
        self.ask(client, "POST", "/unlock", {"passphrase": PASSPHRASE}, 503)
        self.ask(client, "POST", "/lock", expect=503)
        self.ask(client, "DELETE", "/record", {"confirm": "erase"}, 503)

    def floods(self, server, client):
        """Sent in one piece, so that the bucket has no time to fill between the flood and the request."""
        def request(method, path, takes):
            body = "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" if takes else "\r\n"
            return (f"{method} /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {client.cookie}\r\n{body}").encode()
        filler = request("GET", "/health", False)
        raw(server, filler * 2500)
        for path, methods in API["paths"].items():
            for method, operation in methods.items():
                last = request(method.upper(), path.replace("{id}", "0" * 16), "requestBody" in operation)
                for _ in range(20):
                    answers = raw(server, filler * 400 + last).split(b"HTTP/1.1 ")
                    if answers[-1].startswith(b"429"):
                        break
                head, body = answers[-1].split(b"\r\n\r\n", 1)
                fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
                self.note(method.upper(), path, int(head[:3]), fields, body)

    def phones(self):
        try:
            _, client = self.serve("--tls", "--tls-port", "0")
        except AssertionError as why:  # a machine without a network has no phones to pair
            self.assertIn("no network", str(why))
            self.seen["POST /pairing 200"] = True
            return
        paired = self.ask(client, "POST", "/pairing", expect=200).json()["ok"]
        self.assertEqual({len(row) for row in paired["qr"]}, {len(paired["qr"])}, "a square")


if __name__ == "__main__":
    main()
