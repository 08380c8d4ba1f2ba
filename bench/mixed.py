"""Everything at once: readers, signers and staff for so many minutes, before the demo site as a newcomer starts it. What is promised are ratios within the
run, and that everything acknowledged was carried out."""

import statistics
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from app import create_app
from association.kernel import clock
from association.kernel.db import Model, db, session
from association.kernel.documents.models import DocumentState, RenderedDocument
from association.kernel.jobs import Job, JobState
from association.kernel.letters import Letter, LetterState
from association.kernel.settings import Settings
from association.organisations.models import ChangeState, Organisation, OrganisationChange
from association.pledges.models import Pledge, Signature, SignatureState
from bench import rows
from bench.people import FIRST, KINDS, Colleague, Reader, Registrar, Request, Town, going_about, represents
from bench.result import Result
from demo.cast import PASSWORD, code
from demo.pledges import TITLE
from tests.journeys.server import LiveSite, environment, flask, prepare, processes_of, running
from tests.robustness import crowd

READERS, SIGNERS, REGISTRARS, COLLEAGUES = 4, 2, ("registrar", "registrar2"), ("auditor", "editor")
A_MINUTE = 40
"""Organisations that stand ready to sign; about twice as many as come."""
LOOKS = 100
"""How often memory is looked at, and the promises that wait are counted."""
WHOLE = "whole"
AFTERWARDS = 600.0
"""Seconds the worker may still have for what was promised."""


@dataclass(frozen=True, slots=True)
class Look:
    """The site at one moment: MiB by process (web, worker), promises of work that are due."""

    memory: dict[str, float]
    waiting: int


@dataclass(frozen=True, slots=True)
class Course:
    """How it went."""

    requests: list[Request]
    began: float
    seconds: float
    looks: list[Look]
    waiting: int
    letters: int
    settled: float
    """Seconds until nothing waited any more."""
    missing: dict[str, tuple[int, int]]
    """Of each kind of deed how many were acknowledged, and how many of them were not found done."""
    log: str

    def of(self, kind: str) -> list[Request]:
        return [r for r in self.requests if r.kind == kind]

    def third(self, kind: str, which: int) -> list[float]:
        third = self.seconds / 3
        return [r.seconds for r in self.of(kind) if which * third <= r.at - self.began < (which + 1) * third]

    @property
    def faults(self) -> Counter[str]:
        return Counter(r.fault for r in self.requests if r.fault)

    def memory(self, name: str) -> tuple[float, float]:
        """After the first tenth, and at the end: the median of some looks each."""
        tenth = len(self.looks) // 10
        warm, end = self.looks[tenth : 2 * tenth], self.looks[-tenth:]
        return tuple(statistics.median(look.memory[name] for look in looks) for looks in (warm, end))  # type: ignore[return-value]


def _percentile(seconds: list[float], which: int) -> float:
    """In ms; of nothing, nothing."""
    return statistics.quantiles(seconds, n=100)[which - 1] * 1000 if len(seconds) > 1 else 0.0


def mixed(folder: Path, minutes: float) -> list[Result]:
    """Judged: no faults, no growth, nothing lost; what was wrong is printed by the way."""
    went = lived(folder, minutes)
    for fault, times in went.faults.most_common(40):
        print(f"{times} × {fault}")
    print(f"waiting, look by look: {' '.join(str(look.waiting) for look in went.looks[::5])}")
    return [
        *(line for kind in KINDS for line in _of_people(went, kind)),
        *(_of_memory(went, name) for name in ("web", "worker")),
        Result("mixed: work and letters waiting at the end", f"{went.waiting}, {went.letters}; none after {went.settled:.0f} s", f"none after {AFTERWARDS:.0f} s", went.settled < AFTERWARDS),
        *(Result(f"mixed: {what}", f"{acknowledged}, missing {lost}", "missing 0", not lost) for what, (acknowledged, lost) in went.missing.items()),
        Result("mixed: the public log and the trail", went.log, WHOLE, went.log == WHOLE),
    ]  # fmt: skip


def _of_people(went: Course, kind: str) -> list[Result]:
    asked = [r.seconds for r in went.of(kind)]
    faults = sum(1 for r in went.of(kind) if r.fault)
    second, last = (_percentile(went.third(kind, which), 95) for which in (1, 2))
    said = f"{len(asked)} requests, p50 {_percentile(asked, 50):.0f} ms, p95 {_percentile(asked, 95):.0f} ms"
    return [
        Result(f"mixed, {kind}", said, "told only", True),
        Result(f"mixed, {kind}: errors", str(faults), "0", not faults),
        Result(
            f"mixed, {kind}: p95 of the last third / of the second", f"{last / (second or 1):.2f} ×  ({last:.0f} / {second:.0f} ms)",
            "≤ 2 ×", last <= 2 * second,
        ),
    ]  # fmt: skip


def _of_memory(went: Course, name: str) -> Result:
    warm, end = went.memory(name)
    said = f"{end / warm:.2f} ×  ({end:.0f} / {warm:.0f} MiB)"
    return Result(f"mixed: memory of {name}, at the end / after a tenth", said, "≤ 1.5 ×", end <= 1.5 * warm)


def lived(folder: Path, minutes: float) -> Course:
    """So many minutes of it."""
    data, organisations = folder / "mixed", max(int(A_MINUTE * minutes), 10)
    prepare(data, mode="demo")
    with _site(data):
        rows.organisations(organisations, after=FIRST)
        crowd.officers(organisations, after=FIRST, password=PASSWORD)
        pledge = next(p.document.slug for p in session.scalars(select(Pledge)) if p.title == TITLE)
    with running(data) as live, _site(data):
        town = Town(live.address, pledge, organisations)
        began = time.monotonic()
        threads = _everybody(town)
        looks = list(_looking(live, minutes * 60))
        seconds = time.monotonic() - began
        town.ending.set()
        for thread in threads:
            thread.join()
        waiting, letters = _waiting(), _unsent()
        settled = _settled()
        missing = _missing(town)
        log = _verified(data)
    return Course(town.requests, began, seconds, looks, waiting, letters, settled, missing, log)


@contextmanager
def _site(data: Path) -> Iterator[None]:
    """Its database, seen from here."""
    app = create_app(Settings.from_environ(environment(data, 0)))
    with app.app_context():
        yield
        session.remove()
        db.engine.dispose()


def _everybody(town: Town) -> list[threading.Thread]:
    registrars = [Registrar(town, word, which) for which, word in enumerate(REGISTRARS)]
    return [
        *(going_about(town, Reader(town).once) for _ in range(READERS)),
        *(going_about(town, lambda: represents(town)) for _ in range(SIGNERS)),
        *(going_about(town, somebody.once) for somebody in registrars),
        *(going_about(town, Colleague(town, word).once) for word in COLLEAGUES),
    ]


def _looking(live: LiveSite, seconds: float) -> Iterator[Look]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(seconds / LOOKS)
        yield Look(_memory(live), _waiting())


def _memory(live: LiveSite) -> dict[str, float]:
    """The proportional share of memory of web and worker processes, in MiB."""
    found = {"web": 0.0, "worker": 0.0}
    for process, command in processes_of(live).items():
        try:
            words = Path(f"/proc/{process}/smaps_rollup").read_text().split()
        except OSError:
            continue
        found["web" if "granian" in command else "worker"] += int(words[words.index("Pss:") + 1]) / 1024
    return found


def _count(model: type[Model], *conditions: object) -> int:
    found = session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0  # type: ignore[arg-type]
    session.rollback()
    return found


def _waiting() -> int:
    return _count(Job, Job.state == JobState.WAITING, Job.due_at <= clock.now())


def _unsent() -> int:
    return _count(Letter, Letter.state == LetterState.WAITING)


def _settled() -> float:
    """Seconds until the worker has done what was promised; at most so many."""
    began = time.monotonic()
    while (_waiting() or _unsent()) and time.monotonic() < began + AFTERWARDS:
        time.sleep(1)
    return time.monotonic() - began


def _missing(town: Town) -> dict[str, tuple[int, int]]:
    """Of what was acknowledged, what is not there, not there once, or not in the state it should be."""
    signed = {s.id: s for s in session.scalars(select(Signature))}
    codes = Counter(session.scalars(select(Organisation.uscc)))
    addresses = dict(session.execute(select(Organisation.id, Organisation.address)).tuples().all())
    changes = {c.organisation_id: c for c in session.scalars(select(OrganisationChange))}
    invited = Counter(session.scalars(select(Letter.to_address).where(Letter.state == LetterState.SENT)))
    unprinted = _count(RenderedDocument, RenderedDocument.state != DocumentState.READY)
    given_up = _count(Job, Job.state == JobState.GIVEN_UP) + _count(
        Letter, Letter.state == LetterState.GIVEN_UP
    )
    session.rollback()
    done = {
        "signed": [_is_signed(signed.get(n)) for n in town.signed],
        "confirmed": [n in signed and signed[n].state is SignatureState.IN_FORCE and bool(signed[n].number) for n in town.confirmed],
        "applied for": [codes[code(n)] == invited[f"signer{n}@load.example"] == 1 for n in town.applied],
        "changes asked for": [n in changes for n in town.changed],
        "changes accepted": [changes[n].state is ChangeState.APPROVED and addresses[n] == town.changed[n] for n in town.accepted],
    }  # fmt: skip
    kept = {what: (len(each), each.count(False)) for what, each in done.items()}
    return kept | {"papers": (len(town.confirmed), unprinted), "given up": (0, given_up)}


def _is_signed(found: Signature | None) -> bool:
    return found is not None and found.state in (SignatureState.SIGNED, SignatureState.IN_FORCE)


def _verified(data: Path) -> str:
    """“whole”, or what is not."""
    try:
        flask("log", "verify", env=environment(data, 0))
    except subprocess.CalledProcessError as broken:
        return " ".join(f"{broken.stdout} {broken.stderr}".split())
    return WHOLE
