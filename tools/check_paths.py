#!/usr/bin/env python3
"""Nothing of ours names one machine's folders or is unfinished; code is ASCII but for what people see."""

import re

import house


TEXT = house.CODE | {".md", ".toml", ".json", ".txt", ".yml"}
MACHINE = re.compile(r"(?<![\w.])/(?:wor[k]|far[m]|roo[t])/|\.\./share[d]")
UNFINISHED = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")


def ours(root):
    for path in house.files(root, ["."], TEXT):
        if path.name != "package-lock.json":
            yield path
    for name in ("dev", ".ci/run", "bench/run"):
        if (root / name).is_file():
            yield (root / name).relative_to(root)


def without_texts(text):
    """C++ with the insides of its string and character literals blanked out."""
    return house.TOKEN.sub(lambda token: token.group() if token.group().startswith("/")
                           else re.sub(r"[^\n]", " ", token.group()), text)


def problems(root):
    found = []
    for name in ours(root):
        text = (root / name).read_text(errors="replace")
        code = without_texts(text) if name.suffix in {".cpp", ".h"} else text
        lines = zip(text.split("\n"), code.split("\n"))
        for number, (line, code_line) in enumerate(lines, 1):
            if MACHINE.search(line):
                found.append(f"{name}:{number}: names a folder of one machine")
            if name.suffix in house.CODE and not code_line.isascii():
                found.append(f"{name}:{number}: not ASCII")
            if name.suffix in house.CODE and UNFINISHED.search(line):
                found.append(f"{name}:{number}: unfinished")
    return found


if __name__ == "__main__":
    house.main(problems, "machine paths, non-ASCII, unfinished")
