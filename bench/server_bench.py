#!/usr/bin/env python3
"""Measures `limber serve`, and prints one line of {"name", "value", "unit", "note"} per result.

    bench/server_bench.py build/release/limber [PART ...]     start static appends idle

static   requests a second that wrk gets of the page and of the API
appends  events that wrk gets kept durably a second, beside the same rows put into SQLite with the same
         durability by a loop in this program, in turns
idle     10,000 idle connections and 200 slow-loris clients at once, and whether it still serves
Everything is bounded: no part takes longer than a minute.
"""

import http.client
import json
import os
import pathlib
import re
import resource
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "test/server"))
os.environ["LIMBER_PROGRAM"] = sys.argv[1]
from running import Client, Server, cpu_s  # noqa: E402

SECONDS, ROUNDS = 5, 3
APPEND_S, TOGETHER, BROWSERS = 3, (1, 8, 64), 60
IDLE, LORIS = 10_000, 200


def show(name, value, unit, note=""):
    print(json.dumps({"name": name, "value": round(value, 3), "unit": unit, "note": note}), flush=True)


def start():
    """From the command to the first answer."""
    times, memory, spent = [], [], []
    for _ in range(11):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        folder = f"/tmp/limber-bench-{os.getpid()}"
        begun = time.perf_counter()
        process = subprocess.Popen([sys.argv[1], "serve", "--no-open", "--port", str(port), "--data", folder],
                                   stdout=subprocess.DEVNULL)
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port)
                connection.request("GET", "/api/v1/health")
                connection.getresponse().read()
                break
            except ConnectionRefusedError:
                time.sleep(0.0005)
        times.append((time.perf_counter() - begun) * 1000)
        connection.close()
        spent.append(cpu_s(process.pid) * 1000)
        memory.append(int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text()).group(1)))
        process.terminate()
        process.wait()
    show("server, start to first answer", statistics.median(times), "ms", "median of 11, by the wall clock")
    show("server, start, processor time", statistics.median(spent), "ms", "to the first answer")
    show("server, resident after the first answer", statistics.median(memory) / 1024, "MB")


def wrk(server, path, connections, *headers):
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", *headers,
                           f"http://127.0.0.1:{server.port}{path}"], stdout=subprocess.PIPE, text=True, check=True)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", done.stdout).groups()
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
    if bad:
        sys.exit(f"{path}: {bad.group(0)}")
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def static():
    server = Server()
    try:
        client = Client(server, pair=False)
        size = len(client.ask("GET", "/", headers={"Accept-Encoding": "br"}).body)
        client.close()
        for connections in (8, 64):
            before = server.cpu_s()
            rate, late = wrk(server, "/", connections, "-H", "Accept-Encoding: br")
            spent = server.cpu_s() - before
            show(f"server, first page, {connections} connections", rate, "requests/s", f"{size} bytes of brotli; wrk on the same cores")
            show(f"server, first page, {connections} connections, p99", late, "ms")
            show(f"server, first page, {connections} connections, a second of one core", rate * SECONDS / spent, "requests",
                 "by processor time; the rest of the machine does not count")
    finally:
        server.close()


def durable_rows(folder, seconds):
    """One row, one flushed transaction, over and over: what the disk allows."""
    connection = sqlite3.connect(folder + "/raw.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS event (seq INTEGER PRIMARY KEY, id BLOB UNIQUE, sealed BLOB)")
    count, end = 0, time.perf_counter() + seconds
    begun = time.perf_counter()
    while time.perf_counter() < end:
        connection.execute("INSERT INTO event (id, sealed) VALUES (?, ?)", (os.urandom(16), os.urandom(152)))
        count += 1
    rate = count / (time.perf_counter() - begun)
    connection.close()
    return rate


def durable_appends(seconds, together):
    """Events a second through HTTP, and what the record holds afterwards."""
    server = Server()
    clients = [Client(server) for _ in range(BROWSERS)]  # a browser may ask only so often
    reader = Client(server)  # its turn is not used up by writing
    try:
        clients[0].begin()
        done = subprocess.run(["wrk", "-t1", f"-c{together}", f"-d{seconds}s", "--latency", "-s", ROOT / "bench/append.lua",
                               f"http://127.0.0.1:{server.port}/api/v1/events", "--", *(each.cookie for each in clients)],
                              stdout=subprocess.PIPE, text=True, check=True)
        refused = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
        answered = int(re.search(r"(\d+) requests in", done.stdout).group(1))
        kept = reader.events()["last"] - 1
        # wrk stops without waiting for what is under way.
        if refused or not answered <= kept <= answered + together:
            sys.exit(f"{answered} answered, {kept} kept: {done.stdout}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1))
    finally:
        for each in (reader, *clients):
            each.close()
        server.close()


def appends():
    folder = tempfile.mkdtemp(prefix="limber-rows-")
    rates = {together: [] for together in TOGETHER}
    raw, ratios = [], {together: [] for together in TOGETHER}
    for _ in range(ROUNDS):
        raw.append(durable_rows(folder, APPEND_S))
        for together in TOGETHER:
            rates[together].append(durable_appends(APPEND_S, together))
            ratios[together].append(rates[together][-1] / raw[-1])
    shutil.rmtree(folder)
    show("SQLite, durable rows in a loop", statistics.median(raw), "rows/s", "WAL, synchronous=FULL, one transaction each")
    for together in TOGETHER:
        who = "one client" if together == 1 else f"{together} clients"
        show(f"server, durable events, {who}", statistics.median(rates[together]), "events/s",
             "one event a request, checked, sealed; wrk")
        show(f"server, durable events against SQLite, {who}", statistics.median(ratios[together]), "ratio", "same run")


def idle():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = min(IDLE, hard - 500)
    server = Server()
    links, lorises = [], []
    try:
        before = server.resident_mb()
        request = f"GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
        for number in range(count):
            link = socket.create_connection(("127.0.0.1", server.port))
            if number % 10 == 0:  # some have asked before they fell idle
                link.sendall(request)
                link.recv(4096)
            links.append(link)
        resident = server.resident_mb()
        show("server, resident with idle connections", resident, "MB", f"{count} connections; {before:.1f} MB before")
        show("server, memory of an idle connection", (resident - before) * 1024 / count, "kB", "without what the kernel holds")
        for _ in range(LORIS):
            link = socket.create_connection(("127.0.0.1", server.port))
            link.setblocking(False)
            lorises.append(link)
        late, end = [], time.perf_counter() + 15
        fresh = Client(server)
        while time.perf_counter() < end:
            for link in lorises:
                try:
                    link.send(b"G")
                except OSError:
                    pass
            begun = time.perf_counter()
            fresh.api("GET", "/about").ok()
            late.append((time.perf_counter() - begun) * 1000)
            time.sleep(0.1)
        fresh.close()
        late.sort()
        show("server, answer among idle and slow clients, p99", late[int(len(late) * 0.99)], "ms",
             f"{count} idle, {LORIS} slow-loris, {len(late)} requests")
        gone = sum(1 for link in lorises if ended(link))
        show("server, slow-loris clients let go within 15 s", gone, "clients", f"of {LORIS}")
        show("server, idle connections still open", sum(1 for link in links if not ended(link)), "connections", f"of {count}")
    finally:
        for link in links + lorises:
            link.close()
        server.close()


def ended(link):
    link.setblocking(False)
    try:
        while piece := link.recv(4096):
            pass
        return piece == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


if __name__ == "__main__":
    parts = {"start": start, "static": static, "appends": appends, "idle": idle}
    for part in sys.argv[2:] or parts:
        parts[part]()
