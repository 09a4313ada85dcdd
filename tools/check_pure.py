#!/usr/bin/env python3
"""Floors 0 to 6 and the browser's face are pure: no exceptions, threads, clock, files or printing.

The outside world comes in through app's ports, so that every part runs in a browser and every test
is repeatable.
"""

import house

FOLDERS = ["src", "include", "faces/wasm"]
HEADERS = ("iostream|fstream|sstream|thread|mutex|shared_mutex|condition_variable|future|chrono|"
           "ctime|cstdio|stdio\\.h|filesystem|time\\.h|unistd\\.h|random|regex|format|print|"
           "fmt/\\w+\\.h|sys/[\\w/]+\\.h")
RULES = [
    (rf"#\s*include\s*<(?:{HEADERS})>", "{} does not belong in floors 0 to 6"),
    (r"\bthrow\b", "{}: errors are Result<T>"),
    (r"\b(?:try|catch)\b(?=\s*[({])", "{}: errors are Result<T>"),
    (r"\bstd::(?:thread|jthread|mutex|async|condition_variable|this_thread|call_once)\b",
     "{}: the browser has no threads"),
    (r"\bstd::(?:chrono|filesystem|random_device|cout|cerr|getenv)\b", "{}: use a port"),
    (r"(?<![\w.>])(?:std::)?(?:fopen|fputs|puts|fprintf|printf|putchar|fwrite|exit|abort|getenv|"
     r"clock_gettime|gettimeofday|srand|system)\s*\(", "{}: use a port"),
    (r"\bstd::(?:time|clock|rand)\s*\(|(?<![\w.>])(?:time\s*\(\s*(?:nullptr|NULL|0|&)|rand\s*\(\s*\))",
     "{}: use a port"),
    (r"\bassert\s*\(", "{}: use LIMBER_CHECK"),
]


def problems(root):
    found = []
    for pattern, why in RULES:
        found += house.find(root, FOLDERS, {".h", ".cpp"}, pattern, why)
    return sorted(found)


if __name__ == "__main__":
    house.main(problems, "impure code in floors 0 to 6")
