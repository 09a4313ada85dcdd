"""What the checkers share: which files are ours, C++ without its comments, and how to report.

A checker has problems(root) -> list of "file:line: what is wrong", so that its test can give it a
small made-up tree, and ends with house.main(problems, "what was checked").
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODE = {".cpp", ".h", ".py", ".mjs", ".js", ".ts", ".svelte", ".cmake", ".sh", ".css"}
SKIP = {"build", "node_modules", ".git", "__pycache__"}


def files(root, folders, suffixes):
    """Every file under the folders with one of the suffixes, as paths relative to the root."""
    found = []
    for folder in folders:
        for path in (root / folder).rglob("*"):
            name = path.relative_to(root)
            if path.is_file() and path.suffix in suffixes and not SKIP & set(name.parts):
                found.append(name)
    return sorted(set(found))


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<d>[^( ]*)\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"'
                   r"|'(?:\\.|[^'\\\n])+'", re.DOTALL)


def code_only(text, keep_strings=False):
    """C++ with comments (and the insides of strings) blanked out; lines keep their numbers."""

    def blank(match):
        token = match.group()
        if token[0] == "'" and match.start() and text[match.start() - 1].isalnum():
            return token  # a digit separator: 86'400'000
        if not token.startswith("/") and keep_strings:
            return token
        inside = re.sub(r"[^\n]", " ", token)
        return inside if token.startswith("/") else '"' + inside[1:-1] + '"'

    return TOKEN.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def find(root, folders, suffixes, pattern, why, keep_strings=False):
    """A problem for each place where the pattern stands in code."""
    found = []
    for name in files(root, folders, suffixes):
        text = code_only((root / name).read_text(), keep_strings)
        found += [f"{name}:{line_of(text, hit.start())}: {why.format(hit.group().strip())}"
                  for hit in re.finditer(pattern, text)]
    return found


def main(problems, what):
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    found = problems(root)
    for problem in found:
        print(problem)
    print(f"{what}: {len(found)} problems")
    sys.exit(1 if found else 0)
