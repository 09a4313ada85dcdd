"""A phone on the same network: certificate, pairing by a token that is good once, and revoking."""

import hashlib
import http.client
import pathlib
import re
import socket
import ssl
import stat
import unittest

from running import Answer, Client, Server, event, main


def on_a_network():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; asks which address would be used
            return not probe.getsockname()[0].startswith("127.")
        except OSError:
            return False


class Phone:
    """Trusts whatever certificate it is shown, as a person who compared the fingerprint."""

    def __init__(self, host, port):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.origin = f"https://{host}:{port}"
        self.connection = http.client.HTTPSConnection(host, port, timeout=60, context=context)
        self.cookie = None

    def ask(self, method, path, **headers):
        if self.cookie:
            headers["Cookie"] = self.cookie
        self.connection.request(method, path, headers=headers)
        return Answer(self.connection.getresponse())

    def enter(self, path):
        answer = self.ask("GET", path)
        if answer.status == 303:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        return answer


@unittest.skipUnless(on_a_network(), "this machine is on no network")
class Pairing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--tls", "--tls-port", "0")
        cls.said = cls.server.read_until(r"offline on a phone\.\n")
        cls.host, cls.port, cls.path = re.search(r"https://([\d.]+):(\d+)(/\?token=\w+)", cls.said).groups()

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def phone(self):
        phone = Phone(self.host, int(self.port))
        self.addCleanup(phone.connection.close)
        return phone

    def computer(self):
        client = Client(self.server)
        self.addCleanup(client.close)
        return client

    def new_path(self):
        url = self.computer().api("POST", "/pairing").ok()["url"]
        return url[url.index("/?"):]

    def test_the_fingerprint_shown_is_that_of_the_certificate(self):
        shown = self.computer().api("POST", "/pairing").ok()["fingerprint"]
        der = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate((self.host, int(self.port))))
        self.assertEqual(shown.replace(":", "").lower(), hashlib.sha256(der).hexdigest())
        self.assertIn(shown[:47], self.said)

    def test_the_certificate_names_the_address_and_is_private(self):
        path = pathlib.Path(self.server.folder, "data/limber.tls")
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        context = ssl.create_default_context(cadata=path.read_text().split("-----BEGIN PRIVATE")[0])
        connection = http.client.HTTPSConnection(self.host, int(self.port), context=context, timeout=60)
        connection.request("GET", "/api/v1/health")
        self.assertEqual(connection.getresponse().status, 200)
        connection.close()

    def test_a_token_pairs_one_phone_once(self):
        path = self.new_path()
        first, second = self.phone(), self.phone()
        answer = first.enter(path)
        self.assertEqual(answer.status, 303)
        self.assertIn("Secure", answer.headers["Set-Cookie"])
        self.assertEqual(second.enter(path).status, 403)
        self.assertEqual(first.ask("GET", "/api/v1/about").status, 200)

    def test_a_phone_is_listed_and_can_be_sent_away(self):
        phone, computer = self.phone(), self.computer()
        phone.enter(self.new_path())
        mine = phone.ask("GET", "/api/v1/about").ok()["this_device"]
        kinds = {device["id"]: device["kind"] for device in computer.api("GET", "/devices").ok()["devices"]}
        self.assertEqual(kinds[mine], "phone")
        computer.api("DELETE", f"/devices/{mine}")
        self.assertEqual(phone.ask("GET", "/api/v1/about").status, 401)

    def test_a_stranger_sees_the_page_and_nothing_else(self):
        phone = self.phone()
        self.assertEqual(phone.ask("GET", "/").status, 200)
        self.assertEqual(phone.ask("GET", "/api/v1/events").status, 401)

    def test_a_rebound_name_is_refused_here_too(self):
        self.assertEqual(self.phone().ask("GET", "/", Host="evil.example").status, 400)

    def test_plain_http_is_not_spoken_to_phones(self):
        with socket.create_connection((self.host, int(self.port)), 30) as link:
            link.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertFalse(link.recv(100).startswith(b"HTTP/"))

    def test_the_loopback_port_is_not_on_the_network(self):
        with self.assertRaises(OSError):
            socket.create_connection((self.host, self.server.port), 5).close()

    def test_the_certificate_stays_the_same(self):
        path = pathlib.Path(self.server.folder, "data/limber.tls")
        before = path.read_bytes()
        again = Server("--tls", "--tls-port", "0", folder=self.server.folder)
        self.addCleanup(again.close)
        self.assertEqual(path.read_bytes(), before)

    def test_what_a_phone_cannot_do_is_said(self):
        self.assertIn("keeps nothing for offline use", self.said)


if __name__ == "__main__":
    main()
