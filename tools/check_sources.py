#!/usr/bin/env python3
"""Everything Limber says names a source that exists, and nothing rests on a recalled one alone.

Tags: S seen, S2 second-hand, K recalled, E our own careful choice (docs/formats.md).
"""

import tomllib

import house

NEED = ("fact", "rule", "condition", "technique", "escalation", "country", "statement")


def tables(root):
    """(file, kind, entry) for every [[kind]] of every knowledge file."""
    for path in sorted((root / "knowledge").rglob("*.toml")):
        for kind, entries in tomllib.loads(path.read_text()).items():
            if isinstance(entries, list):
                for entry in entries:
                    yield path.relative_to(root), kind, entry


def problems(root):
    entries = list(tables(root))
    tags = {entry["id"]: entry["tag"] for _, kind, entry in entries if kind == "source"}
    found, used = [], set()
    if not tags:
        return ["knowledge/: there is not one source"]
    for file, kind, entry in entries:
        sources, name = entry.get("sources", []), f"{file}: {kind} {entry.get('id', entry.get('code'))}"
        used.update(sources)
        found += [f"{name}: there is no source \"{source}\"" for source in sources
                  if source not in tags]
        silent = kind == "fact" and (entry.get("plan_only") or entry.get("worry") == "neutral")
        if kind in NEED and not sources and not silent:
            found.append(f"{name}: names no source")
        if sources and all(tags.get(source) == "K" for source in sources):
            found.append(f"{name}: rests on recalled sources only")
    found += [f"knowledge/: source \"{source}\" is used nowhere" for source in sorted(tags.keys() - used)]
    return found


if __name__ == "__main__":
    house.main(problems, "sources")
