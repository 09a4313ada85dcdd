"""The record through the API: durable, the same for everyone, locked and unlocked, live."""

import json
import os
import pathlib
import socket
import subprocess
import threading
import time
import unittest

from running import PROGRAM, Case, Client, Server, event, main

PASSPHRASE = "four plain words here"


class Stream:
    """A stream of events, read as a browser reads it."""

    def __init__(self, client):
        self.link = socket.create_connection(("127.0.0.1", client.server.port), 60)
        self.link.sendall((f"GET /api/v1/changes HTTP/1.1\r\nHost: 127.0.0.1:{client.server.port}\r\n"
                           f"Cookie: {client.cookie}\r\n\r\n").encode())
        self.file = self.link.makefile("rb")
        self.status = int(self.file.readline().split()[1])
        while self.file.readline() not in (b"\r\n", b""):
            pass

    def next(self):
        """(event, data), or None at the end."""
        name, data = None, None
        while line := self.file.readline():
            line = line.rstrip(b"\n")
            if line.startswith(b"event: "):
                name = line[7:].decode()
            elif line.startswith(b"data: "):
                data = json.loads(line[6:])
            elif not line and name:
                return name, data
        return None

    def until(self, wanted):
        while (found := self.next()) is not None:
            if wanted(*found):
                return found
        raise AssertionError("the stream ended")

    def close(self):
        self.file.close()
        self.link.close()


class Record(Case):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.close)

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def test_nothing_is_kept_before_consent(self):
        client = self.client()
        self.assertEqual(client.append(event()).status, 409)
        self.assertEqual(client.events(), {"events": [], "last": 0, "record_id": ""})
        self.assertFalse(pathlib.Path(self.server.folder, "data/limber.db").exists())

    def test_a_refused_first_batch_leaves_no_record_behind(self):
        client = self.client()
        answer = client.append(event("consent", {"what": "record", "version": "1"}), event("pain.noted", {"score": 99}))
        self.assertEqual(answer.status, 400)
        self.assertFalse(pathlib.Path(self.server.folder, "data/limber.db").exists())

    def test_what_was_sent_comes_back_the_same(self):
        client = self.client()
        client.begin()
        sent = [event(), event("pain.noted", {"score": 3.5, "place": "neck"}), event("future.kind", {"\u00e4": [1, {"b": None}]})]
        kept = client.append(*sent).ok()
        self.assertEqual((kept["added"], kept["known"], kept["conflicts"]), (3, 0, []))
        self.assertEqual(client.events()["events"][1:], sent)

    def test_twice_is_once(self):
        client = self.client()
        client.begin()
        one = event()
        client.append(one)
        again = client.append(one).ok()
        self.assertEqual((again["added"], again["known"]), (0, 1))
        changed = client.append({**one, "payload": {"text": "other"}}).ok()
        self.assertEqual(changed["conflicts"], [one["id"]])
        self.assertEqual([e["payload"] for e in client.events()["events"] if e["id"] == one["id"]], [one["payload"]])

    def test_since_gives_only_what_is_newer(self):
        client = self.client()
        client.begin()
        last = client.events()["last"]
        new = event()
        client.append(new)
        self.assertEqual(client.events(last)["events"], [new])

    def test_since_must_be_a_number(self):
        for since in ("-1", "x", "1.5", "", "99999999999999999999"):
            self.assertEqual(self.client().api("GET", f"/events?since={since}").status, 400, since)

    def test_a_session_is_taken_in_with_its_plan_and_not_outside_it(self):
        client = self.client()
        client.begin()
        sheet = {"unanswered": "reassuring", "answers": {"age": 42, "stiff_upper_back": "yes", "kit_chair": "yes"}}
        call = lambda method, value: json.loads(subprocess.run(
            [PROGRAM, "call", method], input=json.dumps(value).encode(), stdout=subprocess.PIPE, check=True).stdout)
        plan = call("plan", sheet)
        plan = plan.get("ok", plan)["plan"]
        start = call("session.start", {"plan": plan})
        start = start.get("ok", start)
        started = event(start["kind"], start["payload"])
        reached = event("session.reached", {"session": started["id"], "at": {"item": 0, "phase": 1, "ms": 0}})
        self.assertEqual(client.append(started, reached).status, 200)
        outside = event("session.reached", {"session": started["id"], "at": {"item": 900, "phase": 0, "ms": 0}})
        self.assertEqual(client.append(outside).status, 400)
        self.server.kill()
        self.server = Server(folder=self.server.folder)  # knows the session from the record
        self.addCleanup(self.server.close)
        self.assertEqual(self.client().append(event("session.finished", {"session": started["id"], "at": {
            "item": len(plan["items"]), "phase": 0, "ms": 0}})).status, 200)

    def test_export_and_import(self):
        client = self.client()
        client.begin()
        client.append(event(), event())
        answer = client.api("GET", "/export")
        self.assertIn("attachment", answer.headers["Content-Disposition"])
        other = Server()
        self.addCleanup(other.close)
        there = Client(other)
        self.addCleanup(there.close)
        taken = there.api("POST", "/import", answer.json()).ok()
        self.assertEqual(taken["added"], 3)
        self.assertEqual(there.api("POST", "/import", answer.json()).ok()["known"], 3)
        self.assertEqual(there.events()["events"], client.events()["events"])

    def test_the_command_line_and_the_page_share_the_record(self):
        client = self.client()
        client.begin()
        stream = Stream(client)
        self.addCleanup(stream.close)
        stream.next()
        document = {"limber_export": 1, "events": [event(payload={"text": "from the terminal"})]}
        subprocess.run([PROGRAM, "import", "-", "--data", self.server.folder + "/data"],
                       input=json.dumps(document).encode(), stdout=subprocess.DEVNULL, check=True)
        _, data = stream.until(lambda name, data: name == "record" and data["last"] >= 2)
        self.assertEqual(client.events(1)["events"], document["events"])
        self.assertEqual(data["last"], 2)

    def test_two_clients_at_once_lose_and_double_nothing(self):
        first, second = self.client(), self.client()
        first.begin()
        sent = [[event(payload={"text": f"{who} {i}"}) for i in range(40)] for who in range(2)]

        def send(client, events):
            for each in events:
                assert client.append(each).status == 200

        threads = [threading.Thread(target=send, args=pair) for pair in zip((first, second), sent)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        kept = [e["id"] for e in first.events()["events"]]
        self.assertEqual(len(kept), 81)
        self.assertEqual(set(kept[1:]), {e["id"] for events in sent for e in events})

    def test_what_was_acknowledged_survives_kill_9(self):
        """Eight at once, so that requests are kept together; every third sends something unsound, too."""
        client = self.client()
        client.begin()
        sent, acknowledged, refused = [], [], []

        def send(number):
            own = Client(self.server, pair=False)
            own.cookie = client.cookie
            try:
                while True:
                    each = event()
                    sent.append(each["id"])
                    if own.append(each).status == 200:
                        acknowledged.append(each["id"])
                    if number % 3 == 0:
                        refused.append(own.append(event("pain.noted", {"score": 99})).status)
            except OSError:
                pass
            except Exception:  # the connection broke in the middle of an answer
                pass
            finally:
                own.close()

        senders = [threading.Thread(target=send, args=(number,)) for number in range(8)]
        for sender in senders:
            sender.start()
        while len(acknowledged) < 200:
            time.sleep(0.01)
        self.server.kill()
        for sender in senders:
            sender.join()
        self.assertEqual(set(refused), {400})
        again = Server(folder=self.server.folder)
        self.addCleanup(again.close)
        self.server = again
        after = Client(again, pair=False)
        self.addCleanup(after.close)
        # The cookie is still good, though the server is another at another port.
        after.cookie = f"limber_{again.port}=" + client.cookie.split("=")[1]
        kept = [e["id"] for e in after.events()["events"]]
        self.assertEqual(len(kept), len(set(kept)))
        self.assertLessEqual(set(acknowledged), set(kept))
        self.assertLessEqual(set(kept[1:]), set(sent))

    def test_erase_leaves_nothing_and_begins_anew(self):
        client = self.client()
        before = client.begin()["record_id"]
        self.assertEqual(client.api("DELETE", "/record", {"confirm": "yes"}).status, 400)
        self.assertEqual(client.api("DELETE", "/record", {"confirm": "erase"}).ok()["record"], "none")
        self.assertFalse(pathlib.Path(self.server.folder, "data/limber.db").exists())
        self.assertFalse(pathlib.Path(self.server.folder, "data/limber.key").exists())
        self.assertEqual(client.events()["events"], [])
        self.assertNotEqual(client.begin()["record_id"], before)

    def test_a_passphrase_locks_and_unlocks(self):
        client = self.client()
        client.begin()
        self.assertEqual(client.api("POST", "/lock").status, 409, "nothing to lock with")
        self.assertEqual(client.api("PUT", "/passphrase", {"passphrase": "short"}).status, 400)
        self.assertTrue(client.api("PUT", "/passphrase", {"passphrase": PASSPHRASE}).ok()["passphrase"])
        self.assertEqual(client.api("PUT", "/passphrase", {"passphrase": "another one", "now": "wrong"}).status, 403)
        self.assertEqual(client.api("POST", "/lock").ok()["record"], "locked")
        self.assertEqual(client.api("GET", "/events").status, 423)
        self.assertEqual(client.append(event()).status, 423)
        self.assertEqual(client.api("GET", "/export").status, 423)
        self.assertEqual(client.api("POST", "/unlock", {"passphrase": PASSPHRASE}).ok()["record"], "open")
        self.assertEqual(len(client.events()["events"]), 1)
        self.assertFalse(client.api("DELETE", "/passphrase", {"now": PASSPHRASE}).ok()["passphrase"])

    def test_guessing_gets_slower(self):
        client = self.client()
        client.begin()
        client.api("PUT", "/passphrase", {"passphrase": PASSPHRASE})
        client.api("POST", "/lock")
        seen = [client.api("POST", "/unlock", {"passphrase": "wrong guess"}) for _ in range(4)]
        self.assertEqual([answer.status for answer in seen[:3]], [403, 403, 403])
        self.assertEqual(seen[3].status, 429)
        self.assertGreaterEqual(int(seen[3].headers["Retry-After"]), 1)
        self.assertEqual(client.api("POST", "/unlock", {"passphrase": PASSPHRASE}).status, 429, "also for the right one")

    def test_the_environment_may_hold_the_passphrase(self):
        client = self.client()
        client.begin()
        client.api("PUT", "/passphrase", {"passphrase": PASSPHRASE})
        self.server.stop()
        self.server = Server(folder=self.server.folder, environment={"LIMBER_PASSPHRASE": PASSPHRASE})
        self.addCleanup(self.server.close)
        self.assertEqual(self.client().api("GET", "/about").ok()["record"], "open")

    def test_a_damaged_record_is_said_and_left_alone(self):
        folder = pathlib.Path(self.server.folder, "data")
        folder.mkdir(exist_ok=True)
        (folder / "limber.db").write_bytes(b"not a record at all" * 10)
        client = self.client()
        self.assertEqual(client.api("GET", "/about").ok()["record"], "broken")
        self.assertEqual(client.api("GET", "/events").status, 503)
        self.assertEqual((folder / "limber.db").read_bytes(), b"not a record at all" * 10)


class Live(Case):
    def stream(self, client):
        stream = Stream(client)
        self.addCleanup(stream.close)
        return stream

    def test_a_stream_needs_a_cookie(self):
        self.assertEqual(self.client(pair=False).api("GET", "/changes").status, 401)

    def test_another_tab_hears_of_new_events(self):
        writer, reader = self.client(), self.client()
        writer.begin()
        stream = self.stream(reader)
        name, first = stream.next()
        self.assertEqual((name, first["record"]), ("record", "open"))
        last = writer.append(event()).ok()["last"]
        _, data = stream.until(lambda name, data: name == "record" and data["last"] > first["last"])
        self.assertEqual(data["last"], last)

    def test_a_revoked_device_is_cut_off(self):
        mine, other = self.client(), self.client()
        stream = self.stream(other)
        stream.next()
        devices = mine.api("GET", "/devices").ok()["devices"]
        theirs = other.api("GET", "/about").ok()["this_device"]
        self.assertIn(theirs, [device["id"] for device in devices if not device["this"]])
        self.assertEqual(mine.api("DELETE", f"/devices/{theirs}").ok()["revoked"], theirs)
        while stream.next() is not None:
            pass
        self.assertEqual(other.api("GET", "/events").status, 401)
        self.assertEqual(mine.api("DELETE", f"/devices/{theirs}").status, 404)

    def test_streams_are_limited(self):
        client = self.client()
        answers = []
        for _ in range(70):
            stream = self.stream(client)
            answers.append(stream.status)
        self.assertIn(429, answers)
        self.assertEqual(answers[:60], [200] * 60)
        self.assertEqual(client.api("GET", "/about").status, 200)


class End(unittest.TestCase):
    def test_sigterm_says_goodbye_and_ends_with_0(self):
        server = Server()
        self.addCleanup(server.close)
        client = Client(server)
        self.addCleanup(client.close)
        stream = Stream(client)
        self.addCleanup(stream.close)
        stream.next()
        code = server.stop()
        self.assertEqual(stream.until(lambda name, data: name == "bye")[0], "bye")
        self.assertEqual(code, 0)

    def test_a_request_under_way_is_answered_first(self):
        server = Server()
        self.addCleanup(server.close)
        client = Client(server)
        self.addCleanup(client.close)
        client.begin()
        body = json.dumps({"events": [event()]}).encode()
        with socket.create_connection(("127.0.0.1", server.port), 60) as link:
            link.sendall((f"POST /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {client.cookie}\r\n"
                          f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n").encode())
            self.assertIn(b"100 Continue", link.recv(100))  # the header is there
            server.process.terminate()
            while self.accepts(server):  # until the signal is there, too
                time.sleep(0.01)
            link.sendall(body)
            self.assertIn(b"HTTP/1.1 200", link.recv(4096))
        self.assertEqual(server.process.wait(60), 0)

    @staticmethod
    def accepts(server):
        try:
            socket.create_connection(("127.0.0.1", server.port), 5).close()
            return True
        except OSError:
            return False

    def test_a_taken_port_is_said(self):
        server = Server()
        self.addCleanup(server.close)
        done = subprocess.run([PROGRAM, "serve", "--no-open", "--port", str(server.port), "--data", server.folder + "/x"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"is taken", done.stderr)


if __name__ == "__main__":
    main()
