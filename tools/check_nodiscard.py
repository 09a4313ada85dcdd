#!/usr/bin/env python3
"""Every function in a header that gives a Result<T> is [[nodiscard]]: an error nobody looks at is lost."""

import re

import house

START = re.compile(r"\bResult<")


def end_of_brackets(text, position):
    """Just after the > that closes the < before the position."""
    depth = 1
    while position < len(text) and depth:
        depth += {"<": 1, ">": -1}.get(text[position], 0)
        position += 1
    return position


def problems(root):
    found = []
    for name in house.files(root, ["include", "src", "host", "faces"], {".h"}):
        text = house.code_only((root / name).read_text())
        for hit in START.finditer(text):
            after = text[end_of_brackets(text, hit.end()):]
            function = re.match(r"\s+(\w+)\s*\(", after)
            # The declaration begins after the last ; { } or access label.
            before = re.split(r"[;{}]|(?:public|private|protected)\s*:", text[:hit.start()])[-1]
            if function and "[[nodiscard]]" not in before and "(" not in before:
                found.append(f"{name}:{house.line_of(text, hit.start())}: "
                             f"{function.group(1)}() gives a Result and is not [[nodiscard]]")
    return found


if __name__ == "__main__":
    house.main(problems, "results that could be dropped")
