#!/usr/bin/env python3
"""Every text that code asks for exists, in every shipped language, and no interface text is unused.

A key in code is a string literal whose first word is one that the catalogue's keys begin with. A
literal that ends in a dot or begins a longer key ("ui.level.") counts as a use of all it begins; so
does what stands before the first argument of a template in the page (`web.title.${page}`).
Languages must also agree on the arguments of each message. A language is shipped once its own file
(de.json) is there; parts of it that come earlier (de.web.json) are a translation under way.
No message may read as in English outside the reviewed list tools/same_texts.json (language, key,
reason).
"""

import json
import re

import house

INTERFACE = ("ui.", "web.", "figure_of.")  # keys that only code asks for
IN_CODE = re.compile(r'"([a-z][a-z0-9_]*\.[a-z0-9_.]*)"')
IN_PAGE = re.compile(r"""(["'`])([a-z][a-z0-9_]*\.[a-z0-9_.]*)(\1|\$\{)""")
SAME = "tools/same_texts.json"


def arguments(message):
    """The names a message fills in. The braces of a plural's or select's branches are no names."""
    found, open_braces = set(), []
    for hit in re.finditer(r"\{\s*([a-z_][a-z0-9_]*)?\s*([,}])?|\}", message):
        if hit.group() == "}":
            if open_braces:
                open_braces.pop()
        elif open_braces and open_braces[-1] == "choice":
            open_braces.append("branch")
            # What was read as a name is the text of a branch, perhaps all of it.
            if hit.group(2) == "}":
                open_braces.pop()
        elif hit.group(1) and hit.group(2):
            found.add(hit.group(1))
            if hit.group(2) == ",":
                open_braces.append("choice")
        else:
            open_braces.append("branch")
    return found


def same_as_english(root, tongues):
    """Texts nobody translated, and reviewed exceptions that are none any more."""
    reviewed = json.loads((root / SAME).read_text()) if (root / SAME).exists() else {}
    for language, texts in tongues.items():
        if language == "en":
            continue
        allowed = reviewed.get(language, {})
        same = {key for key, message in texts.items() if tongues["en"].get(key) == message}
        for key in sorted(same - allowed.keys()):
            yield (f"knowledge/texts/{language}.json: \"{key}\" reads as in English"
                   f" (translate it, or name it in {SAME} with the reason)")
        for key in sorted(allowed.keys() - same):
            yield f"{SAME}: \"{key}\" of {language} does not read as in English"
        for key in sorted(key for key, reason in allowed.items() if not reason.strip()):
            yield f"{SAME}: \"{key}\" of {language} has no reason"


def languages(root):
    """language -> {key: message}, over all files of that language (en.json, en.plan.json ...)."""
    found = {}
    for path in sorted((root / "knowledge/texts").glob("*.json")):
        language = re.split(r"[._-]", path.name)[0]
        if (path.parent / f"{language}.json").exists():
            found.setdefault(language, {}).update(json.loads(path.read_text()))
    return found


def literals(root):
    """Every string literal in code that could be a text key, with its place."""
    for name in house.files(root, ["src", "host", "faces"], {".h", ".cpp"}):
        text = house.code_only((root / name).read_text(), keep_strings=True)
        for hit in IN_CODE.finditer(text):
            yield hit.group(1), f"{name}:{house.line_of(text, hit.start())}"
    for name in house.files(root, ["web/src"], {".ts", ".svelte"}):
        text = (root / name).read_text()
        for hit in IN_PAGE.finditer(text):
            key = hit.group(2) if hit.group(3) == hit.group(1) else hit.group(2).rpartition(".")[0] + "."
            yield key, f"{name}:{house.line_of(text, hit.start())}"


def problems(root):
    tongues = languages(root)
    english = tongues.get("en")
    if not english:
        return ["knowledge/texts/en.json: there are no English texts"]
    found, exact, begun = [], set(), set()
    for key, place in literals(root):
        if key.endswith("."):
            begun.add(key)
        elif key in english:
            exact.add(key)
        elif key.startswith(INTERFACE):
            found.append(f"{place}: there is no text \"{key}\"")
    for key in sorted(english):
        if key.startswith(INTERFACE) and key not in exact and not key.startswith(tuple(begun) or ("\0",)):
            found.append(f"knowledge/texts/en.json: \"{key}\" is used nowhere")
    for language, texts in tongues.items():
        found += [f"knowledge/texts/{language}.json: \"{key}\" is missing"
                  for key in sorted(english.keys() - texts.keys())]
        found += [f"knowledge/texts/{language}.json: \"{key}\" is not in English"
                  for key in sorted(texts.keys() - english.keys())]
        found += [f"knowledge/texts/{language}.json: \"{key}\" has other arguments than in English"
                  for key in sorted(english.keys() & texts.keys())
                  if arguments(english[key]) != arguments(texts[key])]
    return found + list(same_as_english(root, tongues))


if __name__ == "__main__":
    house.main(problems, "texts")
