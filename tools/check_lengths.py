#!/usr/bin/env python3
"""File lengths: the median of what ships is at most 120 lines, and no file of ours is over 700.

Files that a tool writes (*.gen.*) are not read by people.
"""

import statistics

import house

MEDIAN, LONGEST = 120, 700
SHIPS = ["src", "include", "host", "faces"]
OURS = [*SHIPS, "tools", "test", "bench", "cmake", "web"]


def lengths(root, folders):
    return {name: len((root / name).read_text().splitlines())
            for name in house.files(root, folders, house.CODE) if ".gen." not in name.name}


def problems(root):
    ships, ours = lengths(root, SHIPS), lengths(root, OURS)
    found = [f"{name}:{lines}: over {LONGEST} lines" for name, lines in ours.items()
             if lines > LONGEST]
    if ships:
        middle = statistics.median(ships.values())
        longest = max(ships, key=ships.get)
        print(f"{len(ships)} files ship, {sum(ships.values())} lines, median {middle:g}, "
              f"longest {longest} with {ships[longest]}")
        if middle > MEDIAN:
            found.append(f"the median is {middle:g} lines, over {MEDIAN}")
    return found


if __name__ == "__main__":
    house.main(problems, "file lengths")
