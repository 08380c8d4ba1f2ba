"""Three kinds of people at the same time, over real connections, each with short pauses for thought: readers, signers and staff. What each was promised is
kept, and every request with its seconds."""

import itertools
import json
import random
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from demo.cast import PASSWORD, code
from demo.papers import scan
from tests.remote import Answer, Remote, Unanswered
from tests.robustness.crowd import EACH

QUESTIONS = (
    "片名审核", "核对记录 六个月", "晨曦", "第十二条", "推广素材应当取自正片吗", "北辰样例", "chenxi", "未成年人", "退款", "自律公约", "投诉 答复", "备案",
)  # fmt: skip
KINDS = ("readers", "signers", "staff")
FIRST, FIRST_APPLICATION = 10_000, 500_000
"""Of the organisations made beforehand, and of those applied for, the numbers begin here."""


@dataclass(frozen=True, slots=True)
class Request:
    kind: str
    at: float
    seconds: float
    fault: str
    """What was wrong, with its address; empty where all was well."""


@dataclass
class Town:
    """What all of them share: where the site is, when to end, what was asked and what was promised."""

    address: str
    pledge: str
    organisations: int
    ending: threading.Event = field(default_factory=threading.Event)
    requests: list[Request] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)
    signed: list[int] = field(default_factory=list)
    confirmed: list[int] = field(default_factory=list)
    applied: list[int] = field(default_factory=list)
    changed: dict[int, str] = field(default_factory=dict)
    accepted: list[int] = field(default_factory=list)


class Somebody(Remote):
    """One browser whose every request is noted. Whoever opens a page wants it, or to be led on; whoever sends a form wants it taken (303)."""

    def __init__(self, town: Town, kind: str) -> None:
        super().__init__(town.address)
        self.town, self.kind = town, kind

    def ask(self, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        began = time.monotonic()
        try:
            answer = super().ask(path, body, headers)
        except Unanswered as late:
            self._note(began, str(late))
            raise
        is_well = answer.status == 303 if body is not None else 200 <= answer.status < 400
        self._note(
            began, "" if is_well else f"{'POST' if body is not None else 'GET'} {path}: {answer.status}"
        )
        return answer

    def _note(self, began: float, fault: str) -> None:
        self.town.requests.append(Request(self.kind, began, time.monotonic() - began, fault))

    def hands_in(self, path: str, **typed: Any) -> Answer:
        """Send the form there; unless it was taken, nothing was promised."""
        self.pauses()
        answer = self.sends(path, **typed)
        if answer.status != 303:
            raise Unanswered(f"{path}: {answer.status}")
        return answer

    def opens(self, path: str) -> str:
        self.pauses()
        return self.reads(path)

    def pauses(self) -> None:
        self.town.ending.wait(random.uniform(0.3, 1.2))


def going_about(town: Town, once: Callable[[], None]) -> threading.Thread:
    """A thread that does this again and again until the end; an answer that never came, or was a refusal, is noted already."""

    def lives() -> None:
        while not town.ending.is_set():
            try:
                once()
            except Unanswered:
                town.ending.wait(1)

    thread = threading.Thread(target=lives)
    thread.start()
    return thread


class Reader(Somebody):
    """Reads what the site's own map names, asks, filters, downloads, and comes back for what it has."""

    def __init__(self, town: Town) -> None:
        super().__init__(town, "readers")
        self.things: list[str] = []
        self.lists: list[str] = []
        self.offered: list[str] = []
        self.papers: list[str] = []
        self.known: dict[str, str] = {}

    def once(self) -> None:
        if not self.things:
            self._looks_at_the_map()
        self.pauses()
        deeds = (
            self._reads,
            self._filters,
            self._searches,
            self._asks_the_api,
            self._comes_back,
            self._downloads,
        )
        random.choices(deeds, (50, 16, 12, 12, 7, 3))[0]()

    def _looks_at_the_map(self) -> None:
        maps = [self._within(a) for a in re.findall(r"<loc>([^<]+)</loc>", self.reads("/sitemap.xml"))]
        for each in maps:
            found = [self._within(a) for a in re.findall(r"<loc>([^<]+)</loc>", self.reads(each))]
            (self.lists if each.endswith("/lists.xml") else self.things).extend(found)
        paths = json.loads(self.reads("/api/v1/openapi.json"))["paths"]
        self.offered = [path for path, how in paths.items() if "get" in how and "{" not in path]

    def _within(self, address: str) -> str:
        return re.sub(r"^https?://[^/]+", "", address).replace("&amp;", "&")

    def _reads(self) -> None:
        self._sees(random.choice(self.things))

    def _sees(self, path: str) -> str:
        answer = self.ask(path.partition("#")[0])
        if answer.headers["ETag"]:
            self.known[path] = str(answer.headers["ETag"])
        page = answer.text
        self.papers += [a for a in _links(page, r"/[^\"?#]+\.pdf") if a not in self.papers]
        return page

    def _filters(self) -> None:
        path = random.choice(self.lists)
        choices = _links(self._sees(path), r"(?:/[^\"#?]*)?\?[^\"#]+")
        if choices:
            chosen = random.choice(choices)
            self.pauses()
            self._sees(chosen if chosen.startswith("/") else path + chosen)

    def _searches(self) -> None:
        self._sees(f"/search?q={quote(random.choice(QUESTIONS))}")

    def _asks_the_api(self) -> None:
        self.ask(f"/api/v1{random.choice(self.offered)}?limit=20")

    def _comes_back(self) -> None:
        if self.known:
            path, tag = random.choice(list(self.known.items()))
            self.ask(path, headers={"If-None-Match": tag})

    def _downloads(self) -> None:
        if self.papers:
            self.ask(random.choice(self.papers))


def _links(page: str, pattern: str) -> list[str]:
    """Addresses in the main part that look so."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return [a.replace("&amp;", "&") for a in re.findall(rf'href="({pattern})"', main)]


def represents(town: Town) -> None:
    """One organisation after another: its clerk prepares the pledge, its signer signs it; the clerk asks for a change and applies for another one."""
    number = next(town.numbers)
    if number >= town.organisations:
        town.ending.wait(1)
        return
    organisation = FIRST + number + 1
    clerk, signer = (Somebody(town, "signers") for _ in range(EACH))
    clerk.signs_in(f"p{number * EACH}@many.example")
    clerk.opens("/my/")
    page = re.sub(r"^https?://[^/]+", "", clerk.hands_in(f"/my/pledges/{town.pledge}/prepare/").went_to)
    signer.signs_in(f"p{number * EACH + 1}@many.example")
    signer.opens("/my/inbox/")
    signer.hands_in(f"{page}sign/", agree="y", password=PASSWORD)
    town.signed.append(int(page.split("/")[-2]))
    signer.opens(page)
    address = f"示例路{number}号新楼"
    clerk.hands_in(f"/my/organisations/{organisation}/change/", address=address, because="搬家（样例）")
    town.changed[organisation] = address
    clerk.opens(f"/organisations/file/{organisation}/")
    applied = FIRST_APPLICATION + number
    clerk.hands_in(
        "/my/organisations/apply/", code=code(applied), name=f"样例{applied}影视有限公司", kinds="studio", province="99",
        founded_on="2020-01-01", legal_representative="甘样例", address="示例路1号", signer_name="樊样例",
        signer_email=f"signer{applied}@load.example", authority_ends_on="2099-01-01", authority=scan("授权书", "样例"),
    )  # fmt: skip
    town.applied.append(applied)


class Registrar(Somebody):
    """Confirms what was signed and accepts changes, as the desk's lists name them; of two, each takes every second one."""

    def __init__(self, town: Town, word: str, which: int) -> None:
        super().__init__(town, "staff")
        self.signs_in(f"{word}@demo.example")
        self.which = which

    def once(self) -> None:
        signed = self._listed("/desk/pledges/signatures/?state=signed", r"/my/pledges/signatures/(\d+)/")
        for found in signed & set(self.town.signed):
            self.opens(f"/my/pledges/signatures/{found}/")
            self.hands_in(f"/desk/pledges/signatures/{found}/confirm/")
            self.town.confirmed.append(found)
        for found in self._listed("/desk/", r"/organisations/file/(\d+)/") & set(self.town.changed):
            page = self.opens(f"/organisations/file/{found}/")
            for step in _links(page, r"/my/organisations/organisation_change/\d+/approve/"):
                self.hands_in(step)
                self.town.accepted.append(found)

    def _listed(self, path: str, pattern: str) -> set[int]:
        found = {int(n) for n in re.findall(rf'href="{pattern}', self.opens(path))}
        return {n for n in found if n % 2 == self.which}


class Colleague(Somebody):
    """Goes through the desk and reads what lies there, as somebody who sees everything."""

    def __init__(self, town: Town, word: str) -> None:
        super().__init__(town, "staff")
        self.signs_in(f"{word}@demo.example")

    def once(self) -> None:
        doors = _links(self.opens("/desk/"), r"/[a-z][^\"?#]*/") or ["/desk/"]
        for path in random.sample(doors, min(3, len(doors))):
            self.opens(path)
