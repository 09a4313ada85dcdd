"""Clients that mean harm or are broken: each is refused, and the next honest one is served."""

import json
import socket
import threading
import time

from running import Case, Client, Server, drain, event, main, raw


def head(method="GET", path="/", host=None, *more, server):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{server.port}'}", *more, "", ""]
    return "\r\n".join(lines).encode()


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


class Requests(Case):
    def get(self, path="/", *more, method="GET", host=None):
        return status(raw(self.server, head(method, path, host, "Connection: close", *more,
                                            server=self.server)))

    def test_the_page_is_there(self):
        self.assertEqual(self.get(), 200)

    def test_a_rebound_name_is_refused(self):
        self.assertEqual(self.get(host="evil.example:80"), 400)
        self.assertEqual(self.get(host=f"evil.example:{self.server.port}"), 400)

    def test_another_port_in_host_is_refused(self):
        self.assertEqual(self.get(host="127.0.0.1:1"), 400)

    def test_a_missing_host_is_refused(self):
        self.assertEqual(status(raw(self.server, b"GET / HTTP/1.1\r\n\r\n")), 400)

    def test_two_hosts_are_refused(self):
        self.assertEqual(self.get("/", "Host: evil.example"), 400)

    def test_paths_out_of_the_page_are_not_there(self):
        for path in ("/../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/etc/passwd", "/assets/../index.html",
                     "//etc/passwd", "/./index.html", "/index.html%00.js", "/\\..\\x", "/.git/config",
                     "http://evil.example/", "*", "/index.html/"):
            self.assertIn(self.get(path), (400, 404), path)

    def test_a_too_long_address_is_414(self):
        self.assertEqual(self.get("/" + "a" * 5000), 414)

    def test_a_huge_header_is_431(self):
        answer = raw(self.server, head("GET", "/", None, "X: " + "a" * 40_000, server=self.server))
        self.assertEqual(status(answer), 431)

    def test_many_headers_are_431(self):
        lines = [f"X-{i}: {'b' * 50}" for i in range(1000)]
        self.assertEqual(status(raw(self.server, head("GET", "/", None, *lines, server=self.server))), 431)

    def test_other_methods_are_405(self):
        for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"):
            self.assertEqual(self.get(method=method), 405, method)

    def test_connect_and_upgrade_are_400(self):
        self.assertEqual(self.get(method="CONNECT"), 400)
        self.assertEqual(self.get("/", "Upgrade: websocket", "Connection: upgrade"), 400)

    def test_garbage_is_400(self):
        for data in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64, b"\x00" * 100 + b"\r\n\r\n",
                     b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nHost 127\r\n\r\n",
                     b"\r\n\r\n\r\n" + b"x" * 10 + b"\r\n\r\n"):
            self.assertIn(status(raw(self.server, data)), (400, None), data)

    def test_smuggling_is_400(self):
        for more in (("Content-Length: 5", "Content-Length: 6"), ("Content-Length: -1",),
                     ("Content-Length: 99999999999999999999",), ("Transfer-Encoding: chunked, identity", "Content-Length: 4"),
                     ("Content-Length: 4", "Transfer-Encoding: chunked")):
            answer = raw(self.server, head("POST", "/api/v1/events", None, *more, server=self.server) + b"0\r\n\r\n")
            self.assertIn(status(answer), (400, 401, 413), more)
            self.assertLessEqual(answer.count(b"HTTP/1.1"), 1, more)

    def test_good_requests_may_be_pipelined_and_garbage_after_them_ends_it(self):
        good = head(server=self.server)
        answer = raw(self.server, good + good + b"\x01\x02garbage\r\n\r\n" + good)
        self.assertEqual(answer.count(b"HTTP/1.1 200"), 2)
        self.assertEqual(answer.count(b"HTTP/1.1 400"), 1)

    def test_nothing_that_was_sent_comes_back_in_a_header(self):
        answer = raw(self.server, head("GET", "/nowhere", None, "Cookie: a=b", "X-Probe: probe-7341",
                                       "Origin: http://probe-7341.example", server=self.server))
        self.assertNotIn(b"probe-7341", answer.split(b"\r\n\r\n")[0])


class Strangers(Case):
    def test_without_a_cookie_the_api_is_401(self):
        self.assertEqual(self.client(pair=False).api("GET", "/events").status, 401)

    def test_a_made_up_cookie_is_401(self):
        client = self.client(pair=False)
        client.cookie = f"limber_{self.server.port}={'0' * 64}"
        self.assertEqual(client.api("GET", "/events").status, 401)

    def test_a_cookie_that_comes_twice_is_401(self):
        client = self.client()
        client.cookie = f"{client.cookie}; {client.cookie}"
        self.assertEqual(client.api("GET", "/events").status, 401)

    def test_a_wrong_token_gives_no_cookie_and_many_are_429(self):
        client = self.client(pair=False)
        answers = [client.ask("GET", "/?token=" + "0" * 48) for _ in range(20)]
        self.assertEqual({answer.status for answer in answers}, {403, 429})
        self.assertFalse(any("Set-Cookie" in answer.headers for answer in answers))
        self.assertEqual(self.client().api("GET", "/about").status, 200, "the right one still opens")

    def test_looking_ahead_uses_no_token(self):
        client = self.client(pair=False)
        answer = client.ask("GET", f"/?token={self.server.token}", headers={"Sec-Purpose": "prefetch"})
        self.assertEqual(answer.status, 503)

    def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(self):
        answer = self.client(pair=False).ask("GET", f"/?token={self.server.token}")
        for part in ("HttpOnly", "SameSite=Strict", "Path=/"):
            self.assertIn(part, answer.headers["Set-Cookie"])

    def test_another_site_is_403_even_with_the_cookie(self):
        client = self.client()
        for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"},
                        {"Origin": f"http://127.0.0.1:{self.server.port + 1}"},
                        {"Origin": f"https://127.0.0.1:{self.server.port}"},
                        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
            self.assertEqual(client.api("POST", "/lock", headers=headers).status, 403, headers)
            self.assertEqual(client.api("GET", "/events", headers=headers).status, 403, headers)

    def test_our_own_page_is_let_in(self):
        headers = {"Origin": f"http://127.0.0.1:{self.server.port}", "Sec-Fetch-Site": "same-origin"}
        self.assertEqual(self.client().api("GET", "/events", headers=headers).status, 200)

    def test_a_form_of_another_site_cannot_pass_as_json(self):
        client = self.client()
        for kind in ("text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", None):
            answer = client.api("POST", "/events", raw=b"{}", headers={"Content-Type": kind})
            self.assertEqual(answer.status, 415, kind)

    def test_localhost_is_sent_on_to_one_address(self):
        answer = self.client(pair=False).ask("GET", "/", headers={"Host": f"localhost:{self.server.port}"})
        self.assertEqual((answer.status, answer.headers["Location"]), (308, f"http://127.0.0.1:{self.server.port}/"))


class Bodies(Case):
    def refused(self, body, *expected):
        client = self.client()
        answer = client.api("POST", "/events", raw=body, headers={"Content-Type": "application/json"})
        self.assertIn(answer.status, expected, answer.body[:200])
        error = answer.json()["error"]
        self.assertLessEqual({"kind", "message"}, set(error))
        return error

    def test_a_megabyte_of_brackets(self):
        self.refused(b"[" * (1 << 20), 400)
        self.refused(b'{"events":' + b"[" * (1 << 20), 400)
        self.refused(b'{"events":[' + b'{"payload":' * 100_000, 400)

    def test_deep_payloads(self):
        deep = b'{"a":' * 40 + b"1" + b"}" * 40
        body = json.dumps({"events": [event(payload={})]}).encode().replace(b'"payload": {}', b'"payload": ' + deep)
        self.refused(body, 400)

    def test_bad_utf8(self):
        good = json.dumps({"events": [event()]}).encode()
        self.refused(good.replace(b"well", b"\xff\xfe"), 400)
        self.refused(good.replace(b"well", b"\xed\xa0\x80"), 400)

    def test_not_json(self):
        for body in (b"", b"null", b"{}", b"[]", b'{"events":[]}', b'{"events":{}}', b'{"events":[1]}', b"{" * 50,
                     b'{"events":[{}],"events":[{}]}', b'{"events":[{}]} x', b'{"events":[{}],"more":1}'):
            if body:
                self.refused(body, 400)
        self.assertEqual(self.client().api("POST", "/events", headers={"Content-Type": "application/json"}).status, 400)

    def test_a_larger_body_is_413(self):
        self.refused(b" " * (5 << 20), 413)

    def test_an_oversized_chunked_body_is_cut_off(self):
        client = self.client()
        start = head("POST", "/api/v1/events", None, f"Cookie: {client.cookie}", "Content-Type: application/json",
                     "Transfer-Encoding: chunked", server=self.server)
        with socket.create_connection(("127.0.0.1", self.server.port), 30) as link:
            link.sendall(start)
            sent, chunk = 0, b"10000\r\n" + b"a" * 65536 + b"\r\n"
            try:
                for _ in range(16 * 20):  # 20 MB
                    link.sendall(chunk)
                    sent += len(chunk)
            except OSError:
                pass
            answer = drain(link)
        self.assertTrue(not answer or status(answer) == 413, answer[:80])
        self.assertLess(sent, 16 << 20, "it went on reading")

    def test_a_chunk_that_overflows(self):
        client = self.client()
        start = head("POST", "/api/v1/events", None, f"Cookie: {client.cookie}", "Content-Type: application/json",
                     "Transfer-Encoding: chunked", server=self.server)
        self.assertIn(status(raw(self.server, start + b"ffffffffffffffffff\r\nabc")), (400, 413))

    def test_what_goes_with_chunks_is_limited(self):
        client = self.client()
        start = head("POST", "/api/v1/events", None, f"Cookie: {client.cookie}", "Content-Type: application/json",
                     "Transfer-Encoding: chunked", server=self.server)
        for rest in (b"1;" + b"a" * 1_000_000 + b"\r\n{\r\n0\r\n\r\n",
                     b"2\r\n{}\r\n0\r\nTrailer: " + b"a" * 1_000_000 + b"\r\n\r\n"):
            answer = raw(self.server, start + rest)
            self.assertTrue(not answer or status(answer) == 431, answer[:80])

    def test_three_hundred_thousand_tiny_chunks(self):
        client = self.client()
        start = head("POST", "/api/v1/events", None, f"Cookie: {client.cookie}", "Content-Type: application/json",
                     "Transfer-Encoding: chunked", server=self.server)
        self.assertEqual(status(raw(self.server, start + b"1\r\n[\r\n" * 300_000 + b"0\r\n\r\n")), 400)

    def test_a_body_where_none_belongs(self):
        self.assertEqual(self.client().api("GET", "/events", raw=b"{}").status, 413)

    def test_a_huge_import_is_413(self):
        client = self.client()
        data = head("POST", "/api/v1/import", None, f"Cookie: {client.cookie}", "Content-Type: application/json",
                    f"Content-Length: {65 << 20}", server=self.server)
        self.assertEqual(status(raw(self.server, data)), 413)

    def test_events_that_are_off_name_their_place(self):
        self.client().begin()
        wrong = {"/events/1/id": event(id="X"), "/events/1/device": event(device="x"),
                 "/events/1/kind": event(kind="No Kind"), "/events/1/at_ms": event(at_ms=-1),
                 "/events/1/payload": event("pain.noted", {"score": 11}),
                 "/events/1/payload/session": event("session.reached", {"session": "0192f000-0000-7000-8000-000000000000",
                                                                        "at": {"item": 0, "phase": 0, "ms": 0}})}
        for where, bad in wrong.items():
            answer = self.client().append(event(), bad)
            self.assertEqual(answer.status, 400, where)
            self.assertTrue(answer.json()["error"]["where"].startswith(where), answer.body)
        kinds = {each["kind"] for each in self.client().events()["events"]}
        self.assertEqual(kinds, {"consent"}, "all or nothing")

    def test_a_verdict_milder_than_its_answers_is_refused(self):
        client = self.client()
        client.begin()
        knowledge = client.api("GET", "/about").ok()["knowledge"]
        screened = {"knowledge": {"version": knowledge["version"], "hash": knowledge["hash"]},
                    "answers": {"sudden_severe_headache": {"is": "yes", "at_ms": 1_790_000_000_000}},
                    "verdict": {"level": "go", "complete": True, "plan_allowed": True, "fired": [], "conditions": []}}
        answer = client.append(event("screened", screened))
        self.assertEqual(answer.status, 400, answer.body)
        self.assertEqual(answer.json()["error"]["where"], "/events/0/payload/verdict/level")


class Slow(Case):
    def test_slow_loris_is_let_go_and_others_are_served(self):
        links = [socket.create_connection(("127.0.0.1", self.server.port), 30) for _ in range(50)]
        ended = threading.Event()

        def drip():
            while not ended.is_set():
                for link in links:
                    try:
                        link.sendall(b"G")
                    except OSError:
                        pass
                ended.wait(0.5)

        dripping = threading.Thread(target=drip)
        dripping.start()
        try:
            self.assertEqual(self.client().api("GET", "/about").status, 200)
            links[0].settimeout(30)
            answer = drain(links[0])
        finally:
            ended.set()
            dripping.join()
            for link in links:
                link.close()
        self.assertIn(status(answer), (400, 408))

    def test_a_body_that_stops_holds_nobody_up(self):
        client = self.client()
        data = head("POST", "/api/v1/events", None, f"Cookie: {client.cookie}", "Content-Type: application/json",
                    "Content-Length: 1000", server=self.server)
        with socket.create_connection(("127.0.0.1", self.server.port), 30) as link:
            link.sendall(data + b'{"events"')
            self.assertEqual(self.client().api("GET", "/about").status, 200)


class Log(Case):
    options = ("--log",)

    def test_nothing_personal_is_logged(self):
        client = self.client()
        client.begin()
        client.append(event(payload={"text": "secret-note"}))
        raw(self.server, head("GET", "/secret-path?secret=query", None, "User-Agent: secret-agent",
                              "Cookie: secret=cookie", server=self.server))
        raw(self.server, b"secret-garbage\r\n\r\n")
        client.api("DELETE", "/devices/" + "0" * 16)
        said = self.server.complaints()
        self.assertIn("POST /api/v1/events 200", said)
        for word in ("secret", "127.0.0.1", self.server.token, "0" * 16, client.cookie.split("=")[1]):
            self.assertNotIn(word, said)


if __name__ == "__main__":
    main()
