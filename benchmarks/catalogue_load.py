"""How long a catalogue takes to load and validate: aim 3 s for 10,000 entries."""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import date
from pathlib import Path

from curator.catalogue_files import load

PER_SECTION = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", nargs="?", type=int, default=10_000)
    entries = parser.parse_args().entries
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), entries)
        began = time.perf_counter()
        catalogue, warnings = load(Path(folder), date(2026, 11, 23))
        seconds = time.perf_counter() - began
    links = sum(len(placed.links) for placed in catalogue.walk())
    print(f"{entries:,} entries, {links:,} links, {len(warnings)} warnings: {seconds:.2f} s")


def make(folder: Path, entries: int) -> None:
    starts = range(0, entries, PER_SECTION)
    names = [f"{number:03}.yaml" for number in range(len(starts))]
    listed = "".join(f"  - {name}\n" for name in names)
    root = f"title: A large list\nmarks: {{must-read: 【必看】}}\nsections:\n{listed}"
    (folder / "catalogue.yaml").write_text(root, encoding="utf-8")
    for name, start in zip(names, starts, strict=True):
        numbers = range(start, min(start + PER_SECTION, entries))
        text = f"title: Section {start}\nentries:\n" + "".join(map(_entry, numbers))
        (folder / name).write_text(text, encoding="utf-8")


def _entry(number: int) -> str:
    """Every tenth has a link in its note, every fourth a resource: about as lists have them."""
    link = f"，另见 [文档](https://docs.example/{number})" if number % 10 == 0 else ""
    resource = f"    resources:\n      - 视频: https://video.example/{number}\n"
    return f"""\
  - title: Entry number {number}
    url: https://host{number % 997}.example/path/{number}
    kind: article
    language: zh
    marks: [must-read]
    note:
      - 一句说明，告诉读者为什么值得一读{link}。
    added: 2024-10-18
{resource if number % 4 == 0 else ""}"""


if __name__ == "__main__":
    main()
