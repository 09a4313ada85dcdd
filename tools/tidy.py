#!/usr/bin/env python3
"""clang-tidy over every source file of ours, two at a time, remembering what was clean.

    tools/tidy.py CLANG_TIDY      prints "ok FILE" or "failed FILE" and the findings

A file is looked at again when it, any header, or .clang-tidy changes.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("src", "host", "faces", "tools")


def sources():
    entries = json.loads((ROOT / "build/dev/compile_commands.json").read_text())
    files = {pathlib.Path(entry["file"]).resolve() for entry in entries}
    return sorted(file for file in files
                  if file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in FOLDERS)


def fingerprint_of_headers():
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    for folder in ("include", *FOLDERS):
        for header in sorted((ROOT / folder).rglob("*.h")):
            digest.update(str(header.relative_to(ROOT)).encode() + header.read_bytes())
    return digest.digest()


def examine(tool, file, common):
    digest = hashlib.sha256(common + tool.encode() + file.read_bytes()).hexdigest()
    stamp = ROOT / "build/tidy" / (str(file.relative_to(ROOT)).replace("/", "_") + ".clean")
    if stamp.exists() and stamp.read_text() == digest:
        return file, True, ""
    done = subprocess.run([tool, "-p", str(ROOT / "build/dev"), "--quiet", "--use-color=false",
                           "--extra-arg=-Wno-error", str(file)],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", cwd=ROOT)
    if done.returncode == 0:
        stamp.write_text(digest)
    return file, done.returncode == 0, done.stdout


def main():
    tool = sys.argv[1]
    (ROOT / "build/tidy").mkdir(parents=True, exist_ok=True)
    common = fingerprint_of_headers()
    clean = True
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, good, output in pool.map(lambda f: examine(tool, f, common), sources()):
            print(("ok " if good else "failed ") + str(file.relative_to(ROOT)), flush=True)
            if not good:
                print(output, flush=True)
                clean = False
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
