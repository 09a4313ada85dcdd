#!/usr/bin/env python3
"""Raw JSON and number parsing only in src/base: elsewhere a wrong type would stop the program.

Building JSON (out["level"] = ...) is fine; reading goes through Reader, as_text and as_number,
parsing and printing through parse_json and print_json.
"""

import re

import house

FOLDERS = ["src", "include", "host", "faces", "tools"]
# Reading by key: ["level"] that is not the left side of an assignment or being appended to.
READ = r'\[\s*" *"\s*\](?!\s*(?:\[|=(?!=)|\+=|\.push_back\())'
# Objects whose at() and value() are our own: the command line, readers of pieces of text and TOML.
OWN = {"line", "cutter", "convert"}
ACCESS = re.compile(r"(\w+|[\])])\s*(?:\.|->)\s*(at|value)\(")
RULES = [
    (r"(?:\.|->)get(?:_ref|_ptr|_to)?<", "{} stops the program on a wrong type; use Reader"),
    (r"(?:\.|->)dump\(", "{} stops the program on invalid UTF-8; use print_json"),
    (READ, "reads JSON by key; use Reader"),
    (r"\b[Jj]son::parse\(", "{} has no depth limit; use parse_json"),
    (r"\b(?:sto(?:i|l|ll|ul|ull|f|d)|ato[ifl]|strto\w+)\s*\(", "{} hides bad input; use parse_number"),
]


def accesses(root):
    """at() and value() in files that know JSON; in `for (item : object.items())` they cannot fail."""
    for name in house.files(root, FOLDERS, {".h", ".cpp"}):
        text = house.code_only((root / name).read_text())
        if not re.search(r"\b[Jj]son\b|nlohmann", text):
            continue
        fine = OWN | set(re.findall(r"(\w+)\s*:[^;{]*(?:\.|->)items\(\)", text))
        for hit in ACCESS.finditer(text):
            if hit.group(1) not in fine:
                yield (f"{name}:{house.line_of(text, hit.start())}: {hit.group(2)}() stops the program "
                       "when the key is missing or has another type; use Reader, or * and ->")


def problems(root):
    found = list(accesses(root))
    for pattern, why in RULES:
        found += house.find(root, FOLDERS, {".h", ".cpp"}, pattern, why)
    return sorted(line for line in found if not line.startswith("src/base/"))


if __name__ == "__main__":
    house.main(problems, "raw JSON outside src/base")
