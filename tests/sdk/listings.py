#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""listings.py SOURCE [--update]: each listing of docs/plugins is the file it names, to the byte.

A line <!-- listing: FILE --> stands above the block; --update writes the blocks anew."""
import pathlib
import re
import sys

MARK = re.compile(r"<!-- listing: (\S+) -->\n(?:\n```\w*\n.*?\n```\n)?", re.S)
LANGUAGES = {".cpp": "cpp", ".c": "c", ".json": "json"}


def main():
    source = pathlib.Path(sys.argv[1])
    is_update = "--update" in sys.argv
    count = stale = 0
    for page in sorted((source / "docs/plugins").glob("*.md")):
        text = page.read_text()

        def block(mark):
            listed = source / mark[1]
            language = LANGUAGES[listed.suffix]
            return f"<!-- listing: {mark[1]} -->\n\n```{language}\n{listed.read_text().rstrip()}\n```\n"

        fresh, found = MARK.subn(block, text)
        count += found
        if fresh != text:
            stale += 1
            print(f"{page.name}: a listing differs from its file; see {pathlib.Path(__file__).name} --update")
            if is_update:
                page.write_text(fresh)
    if count < 8:
        sys.exit(f"only {count} listings found")
    sys.exit(1 if stale and not is_update else 0)


main()
