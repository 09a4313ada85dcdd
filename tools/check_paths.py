#!/usr/bin/env python3
"""Nothing of ours speaks of one machine's folders, is other than ASCII in code, or is left unfinished."""

import re

import house


TEXT = house.CODE | {".md", ".toml", ".json", ".txt", ".yml"}
MACHINE = re.compile(r"(?<![\w.])/(?:wor[k]|far[m]|roo[t]|hom[e]/\w+)/|\.\./share[d]")
UNFINISHED = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")


def ours(root):
    for path in house.files(root, ["."], TEXT):
        if path.name != "package-lock.json":
            yield path
    for name in ("dev", ".ci/run", "bench/run"):
        if (root / name).is_file():
            yield (root / name).relative_to(root)


def problems(root):
    found = []
    for name in ours(root):
        for number, line in enumerate((root / name).read_text(errors="replace").splitlines(), 1):
            if MACHINE.search(line):
                found.append(f"{name}:{number}: names a folder of one machine")
            if name.suffix in house.CODE and not line.isascii():
                found.append(f"{name}:{number}: not ASCII")
            if name.suffix in house.CODE and UNFINISHED.search(line):
                found.append(f"{name}:{number}: unfinished")
    return found


if __name__ == "__main__":
    house.main(problems, "machine paths, non-ASCII, unfinished")
