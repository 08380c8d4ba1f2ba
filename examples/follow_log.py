#!/usr/bin/env python3
"""Follow the public log: keep every entry and the last checkpoint seen, and notice when history was rewritten.

    python3 follow_log.py https://site.example/log kept-log --key 'site.example/log+1a2b3c4d+AbC…'

Run it once a day (cron, a scheduled task). The first run keeps the key – the one given, else the one the site shows – and later runs believe
no other. The folder holds `key`, `checkpoint`, `leaves` (32 bytes an entry) and `entries.jsonl`; send its checkpoint to others now
and then. Exit status 0: the log has only grown; 1: it was rewritten or shortened, or is not signed (what was kept before stays as
evidence); 2: the site could not be asked.
"""

import argparse
import hashlib
import sys
import urllib.error
import urllib.request
from pathlib import Path

from verify import Wrong, leaf_hash, node_hash, read_checkpoint

WIDTH = 256


def root_of(leaves):
    """The root over leaf hashes: complete subtrees are joined as they fill, then from the right."""
    peaks = []
    for count, leaf in enumerate(leaves, 1):
        peaks.append(leaf)
        while count % 2 == 0:
            right = peaks.pop()
            peaks[-1] = node_hash(peaks[-1], right)
            count //= 2  # noqa: PLW2901 - the trailing zeros of the count are the levels that have filled
    if not peaks:
        return hashlib.sha256(b"").digest()
    root = peaks.pop()
    while peaks:
        root = node_hash(peaks.pop(), root)
    return root


def name_of(index, size):
    """How the index-th tile of 256 is called in a log of this size."""
    digits = str(index).zfill(-(-len(str(index)) // 3) * 3)
    parts = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    name = "/".join([*("x" + part for part in parts[:-1]), parts[-1]])
    width = min(WIDTH, size - index * WIDTH)
    return name if width == WIDTH else f"{name}.p/{width}"


class Site:
    """The log's addresses."""

    def __init__(self, prefix):
        if not prefix.startswith(("http://", "https://")):
            raise ValueError("the address of a log begins with http:// or https://")
        self.prefix = prefix.rstrip("/")

    def fetch(self, address):
        with urllib.request.urlopen(f"{self.prefix}/{address}", timeout=30) as answer:
            return answer.read()

    def leaves(self, index, size):
        content = self.fetch(f"tile/0/{name_of(index, size)}")
        return [content[i : i + 32] for i in range(0, len(content), 32)]

    def entries(self, index, size):
        content, found = self.fetch(f"tile/entries/{name_of(index, size)}"), []
        while content:
            length = int.from_bytes(content[:2], "big")
            found.append(content[2 : 2 + length])
            content = content[2 + length :]
        return found


class Kept:
    """What we hold of the log."""

    def __init__(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        self.key, self.checkpoint = folder / "key", folder / "checkpoint"
        self.leaves_file, self.entries_file = folder / "leaves", folder / "entries.jsonl"

    @property
    def leaves(self):
        content = self.leaves_file.read_bytes() if self.leaves_file.exists() else b""
        return [content[i : i + 32] for i in range(0, len(content) // 32 * 32, 32)]

    def keep(self, leaves, entries, note):
        """The new entries behind the old ones; the checkpoint last, so that a run cut short is done again."""
        with self.leaves_file.open("ab") as out:
            out.write(b"".join(leaves))
        with self.entries_file.open("ab") as out:
            out.write(b"".join(entry + b"\n" for entry in entries))
        self.checkpoint.write_text(note, encoding="utf-8")

    def cut_to(self, count):
        """Forget what a run that was cut short wrote beyond its checkpoint."""
        if self.leaves_file.exists():
            with self.leaves_file.open("r+b") as file:
                file.truncate(count * 32)
        if self.entries_file.exists():
            lines = self.entries_file.read_bytes().splitlines(keepends=True)
            self.entries_file.write_bytes(b"".join(lines[:count]))


def follow(site, kept, key=None):
    """One look; returns (entries before, entries now). Wrong when history is not what it was, with the entry."""
    if not kept.key.exists():
        kept.key.write_text(key or site.fetch("key").decode(), encoding="utf-8")
    known = kept.key.read_text(encoding="utf-8").strip()
    if key and key.strip() != known:
        raise Wrong("给的公钥不是以前保存的那一把 / the key given is not the one kept")
    before = (
        read_checkpoint(kept.checkpoint.read_text(encoding="utf-8"), known)[0]
        if kept.checkpoint.exists()
        else 0
    )
    kept.cut_to(before)
    note = site.fetch("checkpoint").decode()
    size, root = read_checkpoint(note, known)
    if size < before:
        raise Wrong(
            f"日志变短了：以前有{before}条，现在只有{size}条 / the log has shrunk from {before} entries to {size}"
        )
    old = kept.leaves
    new, entries = _news(site, before, size)
    if root_of([*old, *new]) != root:
        raise Wrong(_what_was_rewritten(site, old, size))
    kept.keep(new, entries, note)
    return before, size


def _news(site, before, size):
    """Hashes and texts of the entries from `before` on; every text must give its hash."""
    leaves, entries = [], []
    for index in range(before // WIDTH, -(-size // WIDTH) if size > before else before // WIDTH):
        first = max(before - index * WIDTH, 0)
        leaves += site.leaves(index, size)[first:]
        entries += site.entries(index, size)[first:]
    for number, (leaf, entry) in enumerate(zip(leaves, entries), before + 1):  # noqa: B905 - older Pythons
        if leaf_hash(entry) != leaf:
            raise Wrong(
                f"第{number}条的原文与它的散列不符 / the text of entry {number} does not give its hash"
            )
    if len(leaves) != size - before or len(entries) != size - before:
        raise Wrong("日志没有给出全部记录 / the log does not hand out all its entries")
    return leaves, entries


def _what_was_rewritten(site, old, size):
    """The first kept entry that is another one now."""
    for index in range(-(-len(old) // WIDTH)):
        for at, leaf in enumerate(site.leaves(index, size)):
            number = index * WIDTH + at
            if number < len(old) and old[number] != leaf:
                return f"历史被改写：第{number + 1}条不是以前的那一条 / history was rewritten: entry {number + 1} is not the one it was"
    return "树根与记录不符 / the signed root is not that of the entries"


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("log", help="its address, such as https://site.example/log")
    reader.add_argument("folder", type=Path, help="where to keep what was seen")
    reader.add_argument("--key", help="the verifier key, as you know it from elsewhere")
    given = reader.parse_args()
    try:
        before, now = follow(Site(given.log), Kept(given.folder), given.key)
    except Wrong as wrong:
        print(f"✗ {wrong}")
        return 1
    except (urllib.error.URLError, OSError) as error:
        print(f"? 没有连上 / could not ask: {error}")
        return 2
    print(
        f"✓ {now}条，新增{now - before}条，以前的没有变 / {now} entries, {now - before} new, the earlier ones unchanged"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
