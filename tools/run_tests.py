#!/usr/bin/env python3
"""Runs every test of the house and counts.

    tools/run_tests.py            unit tests, conventions, browser core, page, installed library
    tools/run_tests.py quick      the everyday part: unit tests and conventions
    tools/run_tests.py deep       sanitizers, ten million interviews, fuzzing, lint
    tools/run_tests.py check      the conventions only

Each step returns how many cases passed and failed. A case is one GoogleTest case, one Python test,
one checker, one conformance request, one fuzz target or one linted file. Whatever does not report
(a crash, a missing program, a build that fails) counts as failed: silence is never a pass.
The last line is "N passed, N failed"; the exit code is 0 only if nothing failed.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
CORES = str(os.cpu_count() or 1)
FUZZ_SECONDS = 10


class Tally:
    """Counts cases and remembers what failed."""

    def __init__(self):
        self.passed = 0
        self.failures = []

    def ok(self, count=1):
        self.passed += count

    def fail(self, name, why=""):
        self.failures.append(name)
        print(f"  FAILED {name}" + (f"\n{indent(why)}" if why else ""), flush=True)


def indent(text, lines=60):
    kept = text.strip().splitlines()[-lines:]
    return "\n".join("    " + line for line in kept)


def run(command, timeout=1800, **more):
    """The finished process with its output as text; a missing program or a time-out is exit code 127."""
    try:
        return subprocess.run([str(part) for part in command], cwd=more.pop("cwd", ROOT),
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace",
                              timeout=timeout, **more)
    except (OSError, subprocess.TimeoutExpired) as trouble:
        return subprocess.CompletedProcess(command, 127, f"{trouble}")


def clang_tool(name):
    return next((f"{name}-{n}" for n in (22, 19) if shutil.which(f"{name}-{n}")), f"{name}-22")


def build(tally, preset, targets=(), options=()):
    """Configures once and builds; True if that worked."""
    folder = BUILD / preset
    if not (folder / "build.ninja").exists():
        done = run(["cmake", "--preset", preset, *options])
        if done.returncode != 0:
            (folder / "build.ninja").unlink(missing_ok=True)
            tally.fail(f"configure {preset}", done.stdout)
            return False
    done = run(["ninja", "-C", folder, "-k", "0", *targets], timeout=5400)
    if done.returncode != 0:
        tally.fail(f"build {preset}", done.stdout)
        return False
    return True


# --- Unit tests -------------------------------------------------------------------------------


def unit_tests(tally, preset):
    """Every test binary, counted case by case from the report it writes."""
    if not build(tally, preset):
        return
    reports = BUILD / preset / "reports"
    shutil.rmtree(reports, ignore_errors=True)
    reports.mkdir(parents=True)
    listing = run(["ctest", "--test-dir", BUILD / preset, "--show-only=json-v1"])
    try:
        commands = {test["name"]: " ".join(test.get("command", []))
                    for test in json.loads(listing.stdout)["tests"]}
    except (ValueError, KeyError):
        tally.fail(f"list the tests of {preset}", listing.stdout)
        return
    if not commands:
        tally.fail(f"{preset}: there is not one test")
    skipped = []
    if preset == "asan":  # MPI itself leaks; its program runs the same core as everything else here
        skipped = ["--exclude-regex", "^mpi$"]
        commands.pop("mpi", None)
    environment = dict(os.environ, GTEST_OUTPUT=f"json:{reports}/", UBSAN_OPTIONS="print_stacktrace=1")
    done = run(["ctest", "--test-dir", BUILD / preset, "-j", CORES, "--timeout", "900",
                "--output-on-failure", "--no-tests=error", "--output-junit", reports / "ctest.xml", *skipped],
               env=environment, timeout=5400)
    before = len(tally.failures)
    verdicts = ctest_verdicts(reports / "ctest.xml")
    for name, command in commands.items():
        if "--gtest_" in command:
            count_report(tally, f"{preset} {name}", reports / f"test_{name}.json")
        elif verdicts.get(name) == "run":
            tally.ok()
        else:
            tally.fail(f"{preset} {name}", verdicts.get(name, "it did not run"))
    if done.returncode != 0:
        if len(tally.failures) == before:
            tally.fail(f"ctest {preset}")
        print(indent(done.stdout, 120), flush=True)


def ctest_verdicts(report):
    """Name of each test to "run" (passed), "fail" or "notrun", as ctest says."""
    try:
        return {case.get("name"): case.get("status")
                for case in xml.etree.ElementTree.parse(report).iter("testcase")}
    except (OSError, xml.etree.ElementTree.ParseError):
        return {}


def count_report(tally, name, report):
    try:
        suites = json.loads(report.read_text())["testsuites"]
    except (OSError, ValueError, KeyError):
        tally.fail(name, "it ended without a report (a crash?)")
        return
    for suite in suites:
        for case in suite["testsuite"]:
            if case.get("failures") or case.get("result") not in ("COMPLETED", "SKIPPED"):
                tally.fail(f"{name} {suite['name']}.{case['name']}")
            elif case["result"] == "COMPLETED":
                tally.ok()


# --- Conventions ------------------------------------------------------------------------------


def conventions(tally):
    """Each checker is tested first (that it can fail), then asked about this tree."""
    done = run([sys.executable, "-m", "unittest", "discover", "-s", "test/house", "-p", "*_test.py"])
    ran = re.search(r"^Ran (\d+) tests?", done.stdout, re.MULTILINE)
    if done.returncode != 0 or not ran or int(ran.group(1)) == 0:
        tally.fail("tests of the checkers", done.stdout)
    else:
        tally.ok(int(ran.group(1)))
    for checker in sorted((ROOT / "tools").glob("check_*.py")):
        done = run([sys.executable, checker])
        print(indent(done.stdout, 40), flush=True)
        if done.returncode == 0:
            tally.ok()
        else:
            tally.fail(checker.name)


def formatting(tally):
    files = tracked("*.cpp", "*.h")
    done = run([clang_tool("clang-format"), "--dry-run", "-Werror", *files])
    if files and done.returncode == 0:
        tally.ok()
    else:
        tally.fail("format (./dev fmt mends it)", done.stdout)


def tracked(*patterns):
    listing = run(["git", "-c", f"safe.directory={ROOT}", "ls-files", *patterns]).stdout.split("\n")
    return [name for name in listing if name and (ROOT / name).exists()]


def lint(tally):
    done = run([sys.executable, "tools/tidy.py", clang_tool("clang-tidy")], timeout=3600)
    count_lines(tally, "lint", done)


# --- The browser's core, the installed library, hostile input ---------------------------------


def count_lines(tally, name, done):
    """Programs that print one "ok NAME" or "failed NAME" line per case."""
    good = [line for line in done.stdout.splitlines() if line.startswith("ok ")]
    bad = [line for line in done.stdout.splitlines() if line.startswith("failed ")]
    tally.ok(len(good))
    for line in bad:
        tally.fail(f"{name}: {line.removeprefix('failed ')}")
    if bad or done.returncode != 0 or not good:
        if not bad:
            tally.fail(name)
        print(indent(done.stdout), flush=True)


def wasm(tally):
    """Sheets, plans, the record, whole sessions and pops: native, Node and Chromium give the same."""
    needed = ["limber", "limber_conformance", "knowledge/knowledge.json"]
    if not build(tally, "dev", needed) or not build(tally, "wasm"):
        return
    done = run(["node", "test/wasm/conformance.mjs", BUILD / "wasm", BUILD / "dev/limber_conformance",
                BUILD / "dev/knowledge/knowledge.en.json", "--chromium"], timeout=900)
    count_lines(tally, "wasm", done)
    done = run(["node", "test/wasm/pops.mjs", BUILD / "wasm/limber_lab.wasm", BUILD / "dev/limber",
                BUILD / "dev/knowledge/knowledge.json"], timeout=600)
    count_lines(tally, "wasm", done)


def page(tally):
    """The page: its types, its units, and people in Chromium."""
    if not build(tally, "dev", ["web"]) or not build(tally, "dev", ["limber", "limber_messages", "limber_pseudo"]):
        return
    web = ROOT / "web"
    done = run(["npm", "run", "--silent", "check"], cwd=web)
    tally.ok() if done.returncode == 0 else tally.fail("types of the page", done.stdout)
    report = BUILD / "web/units.json"
    report.unlink(missing_ok=True)
    done = run(["node", "node_modules/vitest/vitest.mjs", "run", "--reporter=json",
                f"--outputFile={report}"], cwd=web)
    count_units(tally, report, done)
    journeys = sorted((ROOT / "test/e2e").glob("*_test.mjs"))
    if not journeys:
        tally.fail("there is not one journey through the page")
    # Two at a time: people in a browser mostly wait.
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pair:
        ran = pair.map(lambda journey: run(["node", journey, BUILD / "web/dist"], timeout=900), journeys)
        for journey, done in zip(journeys, ran):
            count_lines(tally, journey.stem, done)


def count_units(tally, report, done):
    try:
        cases = [case for file in json.loads(report.read_text())["testResults"]
                 for case in file["assertionResults"]]
    except (OSError, ValueError, KeyError):
        cases = []
    for case in cases:
        if case["status"] == "passed":
            tally.ok()
        elif case["status"] == "failed":
            tally.fail(f"page: {case['fullName']}", "\n".join(case["failureMessages"]))
    if not cases or done.returncode != 0 and all(case["status"] != "failed" for case in cases):
        tally.fail("units of the page", done.stdout)


def consumer(tally):
    """Installs into a fresh folder, and builds and runs another project against it."""
    prefix, folder = BUILD / "consumer/prefix", BUILD / "consumer/build"
    shutil.rmtree(BUILD / "consumer", ignore_errors=True)
    if not build(tally, "dev"):
        return
    for command in (["cmake", "--install", BUILD / "dev", "--prefix", prefix],
                    ["cmake", "-S", ROOT / "test/consumer", "-B", folder, "-G", "Ninja",
                     f"-DCMAKE_PREFIX_PATH={prefix}"],
                    ["ninja", "-C", folder],
                    [folder / "consumer"]):
        done = run(command)
        if done.returncode != 0:
            tally.fail("consumer of the installed library", done.stdout)
            return
    tally.ok()


def fuzz(tally):
    clang = clang_tool("clang++")
    if not build(tally, "fuzz", ["fuzzers"], [f"-DCMAKE_CXX_COMPILER={clang}",
                                   f"-DCMAKE_C_COMPILER={clang.replace('++', '')}"]):
        return
    targets = sorted(t for t in BUILD.glob("fuzz/fuzz_*") if t.is_file() and os.access(t, os.X_OK))
    if not targets:
        tally.fail("fuzz: there is not one target")
    for target in targets:
        corpus = BUILD / "fuzz/corpus" / target.name
        corpus.mkdir(parents=True, exist_ok=True)
        seeds = ROOT / "test/fuzz/seeds" / target.name.removeprefix("fuzz_")
        done = run([target, f"-max_total_time={FUZZ_SECONDS}", "-timeout=5", "-rss_limit_mb=1024",
                    "-max_len=16384", f"-artifact_prefix={BUILD}/fuzz/{target.name}-", corpus,
                    *([seeds] if seeds.is_dir() else [])], timeout=300)
        if done.returncode == 0:
            tally.ok()
        else:
            tally.fail(target.name, done.stdout)


def reading(tally):
    """The interview's budget of pages, words and reading grade."""
    done = run([BUILD / "dev/limber_reading"])
    print(indent(done.stdout, 3), flush=True)
    if done.returncode == 0:
        tally.ok()
    else:
        tally.fail("reading budget", done.stdout)


def interviews(tally):
    """Ten million interviews against the whole sheets."""
    if not build(tally, "dev", ["test_screen"]):
        return
    done = run([BUILD / "dev/test_screen", "--gtest_filter=Interview.EqualsTheWholeSheet"],
               timeout=3600, env=dict(os.environ, LIMBER_SHEETS="10000000"))
    print(indent(done.stdout, 8), flush=True)
    if done.returncode == 0 and "[  PASSED  ] 1 test" in done.stdout:
        tally.ok()
    else:
        tally.fail("ten million interviews", done.stdout)


STEPS = {
    "unit tests": lambda tally: unit_tests(tally, "dev"),
    "conventions": conventions,
    "reading budget": reading,
    "format": formatting,
    "browser core": wasm,
    "page": page,
    "installed library": consumer,
    "unit tests under sanitizers": lambda tally: unit_tests(tally, "asan"),
    "ten million interviews": interviews,
    "fuzzing": fuzz,
    "lint": lint,
}
SETS = {
    "": ["unit tests", "conventions", "reading budget", "format", "browser core",
         "page", "installed library"],
    "quick": ["unit tests", "conventions", "reading budget", "format"],
    "deep": ["unit tests under sanitizers", "ten million interviews", "fuzzing", "lint"],
    "check": ["conventions", "format", "lint"],
}


def main():
    chosen = sys.argv[1] if len(sys.argv) > 1 else ""
    if chosen not in SETS or len(sys.argv) > 2:
        print(f"./dev test knows: {', '.join(name for name in SETS if name)}", file=sys.stderr)
        return 2
    tally = Tally()
    if chosen == "check":
        build(tally, "dev")
    for name in SETS[chosen]:
        print(f"== {name}", flush=True)
        start, before, failed = time.monotonic(), tally.passed, len(tally.failures)
        try:
            STEPS[name](tally)
        except Exception as trouble:  # a step that breaks is a failure, and the others still run
            tally.fail(name, repr(trouble))
        print(f"   {tally.passed - before} passed, {len(tally.failures) - failed} failed, "
              f"{time.monotonic() - start:.0f} s", flush=True)
    if tally.failures:
        print("\nFailed:\n" + "\n".join(f"  {name}" for name in tally.failures))
    elif tally.passed == 0:
        tally.fail("nothing ran")
    print(f"{tally.passed} passed, {len(tally.failures)} failed", flush=True)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
