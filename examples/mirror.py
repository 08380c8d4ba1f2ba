#!/usr/bin/env python3
"""Keep a copy of everything public, and keep it true: follow the changes, and drop what was withdrawn or masked.

    python3 mirror.py https://site.example/api/v1 copy.json

Run it every few minutes (cron, a scheduled task). The copy is one JSON file: `cursor`, where the last run ended, and `items`, by address. It is
replaced whole, so that a run that is cut off leaves the copy before. Exit status 0: the copy is what the site showed; 2: the site could not
be asked, and the copy is as it was.
"""

import argparse
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path


def fetched(address):
    """The JSON at this address; None where there is nothing (any more)."""
    if not address.startswith(("http://", "https://")):
        raise ValueError(f"not an address of the web: {address}")
    request = urllib.request.Request(address, headers={"Accept-Language": "zh", "Accept": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return None
        raise


def followed(copy, base, fetch=fetched):
    """Bring the copy up to the last change; how many items came or changed, and how many went."""
    cursor, items = copy.get("cursor", 0), copy.setdefault("items", {})
    came = went = 0
    address = f"{base}/changes?cursor={cursor}&limit=200"
    while address:
        page = fetch(address)
        if page is None:
            raise ValueError(f"no changes at {address}")
        for change in page["items"]:
            # Gone since the change was noted: its tombstone is on its way.
            item = None if change["removed"] else fetch(change["item"])
            if item is None:
                went += items.pop(change["item"], None) is not None
            else:
                came += 1
                items[change["item"]] = item
        copy["cursor"], address = page["cursor"], page["next"]
    return came, went


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("base", help="where the API is: https://site.example/api/v1")
    parser.add_argument("copy", type=Path, help="the file of the copy")
    wanted = parser.parse_args()
    copy = json.loads(wanted.copy.read_text()) if wanted.copy.exists() else {}
    try:
        came, went = followed(copy, wanted.base.rstrip("/"))
    except (OSError, ValueError) as error:
        print(f"The site could not be asked: {error}", file=sys.stderr)
        return 2
    aside = wanted.copy.with_suffix(".new")
    aside.write_text(json.dumps(copy, ensure_ascii=False, indent=1))
    aside.replace(wanted.copy)
    print(f"{came} came or changed, {went} went; {len(copy['items'])} kept.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
