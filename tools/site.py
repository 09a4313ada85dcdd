#!/usr/bin/env python3
"""Makes the static site: the built page as plain files, for any web server and any sub-path.

  tools/site.py [DIST [OUT]]     default build/web/dist and build/site

There is no Limber server behind it, so everything stays in the browser. The content security policy
that `limber serve` sends as a header stands in the page itself; the rest is the page as it is.
"""

import pathlib
import shutil
import sys

POLICY = ("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
          "object-src 'none'; base-uri 'none'; form-action 'none'")
MARK = '<meta charset="utf-8" />'


def main(dist, out):
    page = (dist / "index.html").read_text()
    if MARK not in page or not (dist / "sw.js").is_file():
        sys.exit(f"{dist} is not a built page: ninja -C build/dev web")
    if 'src="/' in page or 'href="/' in page:
        sys.exit("the page names files from the root; it would not work from a sub-path")
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(dist, out)
    meta = f'{MARK}\n    <meta http-equiv="Content-Security-Policy" content="{POLICY}" />'
    (out / "index.html").write_text(page.replace(MARK, meta, 1))
    files = [path for path in out.rglob("*") if path.is_file()]
    print(f"{out}: {len(files)} files, {sum(path.stat().st_size for path in files) // 1000} kB")


if __name__ == "__main__":
    root = pathlib.Path(__file__).resolve().parent.parent
    given = [pathlib.Path(argument) for argument in sys.argv[1:]]
    main(*(given + [root / "build/web/dist", root / "build/site"][len(given):])[:2])
