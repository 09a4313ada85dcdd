#!/usr/bin/env python3
"""Counts the includes that break a floor; the number is 0 always.

A folder includes only what stands below it and its own files, never another folder of its own
floor. A public header belongs to the folder that implements it, and includes public ones only.
"""

import re

import house

FLOORS = {
    "src/base": 0, "src/body": 1, "src/knowledge": 2,
    "src/screen": 3, "src/plan": 3, "src/joint": 3, "src/sound": 3, "src/motion": 3, "src/draw": 3,
    "src/session": 4, "src/record": 4, "src/report": 5, "src/app": 6,
    "host": 7, "faces/mpi": 8, "faces/server": 8, "faces/wasm": 8,
    "faces/cli": 9,  # starts the server
}
PUBLIC = {"result.h": "src/base", "types.h": "src/body", "joint.h": "src/joint", "app.h": "src/app"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<(limber/[^>]+)>)', re.MULTILINE)


def folder_of(name):
    """The folder of the house a file belongs to, or None."""
    parts = name.parts
    if parts[:2] == ("include", "limber"):
        return PUBLIC.get("/".join(parts[2:]))
    return next((f for f in ("/".join(parts[:2]), parts[0]) if f in FLOORS), None)


def target_of(root, name, quoted, public):
    """The file an include means, relative to the root, or None."""
    if public:
        return (root / "include" / public).relative_to(root)
    for base in (root / name.parent, root / "src", root):
        path = (base / quoted).resolve()
        if path.is_file() and path.is_relative_to(root.resolve()):
            return path.relative_to(root.resolve())
    return None


def problems(root):
    found = []
    for name in house.files(root, ["src", "include", "host", "faces"], {".h", ".cpp"}):
        here = folder_of(name)
        if here is None:
            found.append(f"{name}:1: this folder has no floor; give it one in tools/check_floors.py")
            continue
        text = house.code_only((root / name).read_text(), keep_strings=True)
        for hit in INCLUDE.finditer(text):
            found += [f"{name}:{house.line_of(text, hit.start())}: {why}"
                      for why in judge(root, name, here, *hit.groups())]
    return found


def judge(root, name, here, quoted, public):
    wanted = quoted or public
    target = target_of(root, name, quoted, public)
    there = folder_of(target) if target else None
    if there is None:
        return [f'"{wanted}" is in no folder of the house']
    if name.parts[0] == "include" and target.parts[0] != "include":
        return [f'a public header includes the private "{wanted}"']
    if here == there or FLOORS[there] < FLOORS[here]:
        if here == "faces/wasm" and here != there and FLOORS[there] > 6:
            return [f'the browser has no "{wanted}"']
        return []
    return [f'floor {FLOORS[here]} ({here}) includes "{wanted}" of floor {FLOORS[there]} ({there})']


if __name__ == "__main__":
    house.main(problems, "includes that break a floor")
