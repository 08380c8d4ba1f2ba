"""Every address as everybody: `matrix.txt` says who may read what, and nothing else is so.

After a change on purpose write the matrix anew, then read its difference line by line against the policies:

    YUEZHANG_WRITE_MATRIX=1 script/test tests/walk -k matrix
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask.templating
import pytest
from flask import Flask

from association.kernel.db import session
from demo.cast import ADMINS, COLLEAGUES, NEWCOMER
from tests.page import Broken, Page
from tests.walk.addresses import Address, addresses
from tests.walk.people import EVERYBODY, TWINS, VISITOR, Browser, entered

pytestmark = pytest.mark.timeout(2400)  # hundreds of pages, each as many people

READERS = [
    VISITOR,
    "editor",
    "registrar",
    "admin",
    "auditor",
    "signer@aurora",
    "clerk@aurora",
    "signer@newcomer",
    "expert1",
]
"""One of each kind of person."""
MATRIX = Path(__file__).with_name("matrix.txt")
HEAD = """# Who gets what at which address of the demo, written by tests/walk/test_walk.py and reviewed by people.
# 200 the page · 302 to the page where one signs in · 303 somewhere else · 403 may not · 404 is not there for them · 409 not now
"""


@contextmanager
def _nothing_drawn(app: Flask) -> Iterator[None]:
    """Who may read a page is settled before it is drawn, and how pages are drawn another test sees. The empty ones are not kept."""
    generation = app.extensions["generation"]
    generation.renew()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flask.templating, "_render", lambda *_: "")
        yield
    generation.renew()


def _outcome(browser: Browser, found: list[Address]) -> dict[str, int]:
    session.rollback()
    return {address.words: browser.get(address.path).status_code for address in found}


def _line(words: str, by_person: dict[str, int]) -> str:
    groups: dict[int, list[str]] = defaultdict(list)
    for person, status in by_person.items():
        groups[status].append(person)
    most = max(groups, key=lambda s: len(groups[s]))
    parts = [
        f"{status} "
        + (
            "everybody"
            if len(groups) == 1
            else "everybody else"
            if status == most
            else " ".join(groups[status])
        )
        for status in sorted(groups, key=lambda s: (s == most, s))
    ]
    return f"{words}\n    " + " · ".join(parts)


def _written() -> dict[str, dict[str, int]]:
    """The matrix as it is written down: address → person → status."""
    lines = [line for line in MATRIX.read_text().splitlines() if not line.startswith("#")]
    matrix = {}
    for words, statuses in zip(lines[::2], lines[1::2], strict=True):
        by_person: dict[str, int] = {}
        for part in statuses.strip().split(" · "):
            status, *people = part.split()
            named = people if people[0] != "everybody" else [w for w in EVERYBODY if w not in by_person]
            by_person |= dict.fromkeys(named, int(status))
        matrix[words] = by_person
    return matrix


def _walkers() -> list[str]:
    """Rights do not depend on the database: everybody walks on one, one of each kind on the other."""
    return EVERYBODY if session.get_bind().dialect.name == "sqlite" else READERS


def test_whoever_does_not_walk_has_the_roles_of_somebody_who_does(walked):
    roles = {c.word: c.roles for c in (*COLLEAGUES, *ADMINS)}
    assert {twin: roles[twin] for twin in TWINS} == {twin: roles[other] for twin, other in TWINS.items()}
    assert not TWINS.keys() & set(TWINS.values())


@pytest.mark.slow
@pytest.mark.parametrize("half", [0, 1])
def test_the_matrix_says_who_may_read_what(walked, half):
    found = addresses(walked)
    if os.environ.get("YUEZHANG_WRITE_MATRIX"):
        people = _walkers() if half == 0 else []
    else:
        people = _walkers()[half::2]
    walking = {word: entered(walked, word) for word in people}
    with _nothing_drawn(walked):
        outcomes = {word: _outcome(browser, found) for word, browser in walking.items()}
    if os.environ.get("YUEZHANG_WRITE_MATRIX") and people == EVERYBODY:
        lines = [_line(a.words, {word: outcomes[word][a.words] for word in EVERYBODY}) for a in found]
        MATRIX.write_text(HEAD + "\n".join(lines) + "\n")
    written = _written()
    assert sorted(a.words for a in found) == sorted(written), "an address came or went: write the matrix anew"
    differs = {
        f"{word} at {words}": f"{status}, written {written[words][word]}"
        for word, outcome in outcomes.items()
        for words, status in outcome.items()
        if status != written[words][word]
    }
    assert differs == {}
    assert not any(status >= 500 for by_person in written.values() for status in by_person.values())


def test_a_visitor_reads_only_what_is_public(walked):
    # The coarse rule behind the matrix, in words: nothing of the desks, of My, of the reviewers is open.
    outcome = _outcome(entered(walked, VISITOR), addresses(walked))
    closed = ("/desk/", "/my/", "/review/", "/organisations/file/", "/members/all/", "/files/")
    assert {words for words, status in outcome.items() if status == 200 and words.startswith(closed)} == set()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_somebody_may_read_keeps_the_rules_of_the_house_in_both_languages(walked, language):
    # The strict client checks labels, headings, languages and that reading writes nothing.
    faults, seen, written = [], 0, _written()
    for word, own in _drawings(written).items():
        session.rollback()
        page = Page(walked, language=language)
        page.client = entered(walked, word, language=language).client
        for address in addresses(walked):
            if address.words in own:
                try:
                    seen += page.get(address.path).status in (200, 409)
                except Broken as fault:
                    faults.append(f"{word}: {fault}")
    assert faults == []
    assert seen > 400


def _drawings(written: dict[str, dict[str, int]]) -> dict[str, set[str]]:
    """Whose pages are looked at: one of each kind of person, officers of organisations as one. Words do not depend on the
    database: on the other one each page is drawn once, for whoever of them may read it first."""
    once = session.get_bind().dialect.name != "sqlite"
    taken: set[tuple[str, str]] = set()
    drawings: dict[str, set[str]] = {}
    for word in READERS:
        kind = "anybody" if once else "officer" if "@" in word else word
        open_to = {words for words, by_person in written.items() if by_person[word] in (200, 409)}
        drawings[word] = {words for words in open_to if (kind, words) not in taken}
        taken |= {(kind, words) for words in drawings[word]}
    return drawings


LISTS = [
    "/organisations/",
    "/members/",
    "/search?q=样例",
    "/organisations/file/",
    "/members/all/",
    "/desk/administration/trail/",
    "/my/inbox/",
]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_is_open_to_exactly_those_who_may_open_its_page(walked, form):
    for word in _walkers():
        browser = entered(walked, word)
        for path in LISTS:
            page = browser.get(path).status_code
            assert browser.get(f"{path}{'&' if '?' in path else '?'}format={form}").status_code == page, (
                word,
                path,
            )


def test_what_is_not_public_is_in_no_export_or_search_of_a_visitor(walked):
    visitor = entered(walked, VISITOR)
    for path in (
        "/organisations/?format=json",
        "/organisations/?format=csv",
        "/search?q=初芽&format=json",
        "/search?q=初芽",
    ):
        assert NEWCOMER.name not in visitor.get(path).text, path
