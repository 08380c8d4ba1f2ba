"""Finding one of sixty thousand agencies by any name or code, against the plain page: the register of a hundred, drawn anew under the same server."""

import time
from pathlib import Path
from urllib.parse import quote

from flask import Flask
from sqlalchemy import delete, func, insert, select

from app import create_app
from association.kernel import clock, dated, jobs
from association.kernel.db import db, session
from association.kernel.settings import Settings
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from bench import rows
from bench.load import served, side_by_side
from demo.cast import code
from front.api import changes
from front.api.changes import ItemChange
from mcn.agencies.models import Agency, AgencyState, AgencyTerm
from mcn.agencies.terms import terms
from tests.journeys.server import environment

FEW, MANY, ALL = 100, 6_000, 60_000
PLAIN = "/mcn/"
AT_ONCE = 2_000


def asked(count: int) -> tuple[str, ...]:
    """What people type: a rare name, a piece from its middle, two words, pinyin, initials, a code, a number; what all have, what none has; the filters;
    and what has changed, for programs."""
    return (
        PLAIN, f"/mcn/?q=样例{count // 2}有限", f"/mcn/?q={count - 7}有限公司", "/mcn/?q=晨北 样例", "/mcn/?q=chenbeiyangli", "/mcn/?q=cbyl",
        f"/mcn/?q={code(count // 3)}", f"/mcn/?q=MCN-99-2026-{count - 1:05d}", "/mcn/?q=样例", "/mcn/?q=有限公司", "/mcn/?q=没有这一家",
        "/mcn/?state=suspended", "/mcn/?province=99", "/mcn/?province=11", "/mcn/?page=3", f"/mcn/MCN-99-2026-{count // 2:05d}/",
        "/api/v1/changes?limit=200", f"/api/v1/changes?cursor={count // 2}&limit=200", f"/api/v1/changes?cursor={count}",
    )  # fmt: skip


def filled(data: Path, count: int) -> dict[str, int]:
    """A site with so many agencies on its register; statements of each question."""
    data.mkdir()
    app = create_app(
        Settings.from_environ(environment(data, 0, YUEZHANG_PAGE_CACHE="off", YUEZHANG_MODE="live"))
    )
    with app.app_context():
        db.create_all()
        with writing():
            dated.plant()
        rows.organisations(count)
        for start in range(0, count, AT_ONCE):
            _register(start, min(start + AT_ONCE, count))
        with db.engine.begin() as connection:
            connection.exec_driver_sql("analyze")
    counted = {}
    for path in asked(count):
        with app.app_context():
            counted[path] = rows.statements(app.test_client(), path)
    with app.app_context():
        db.engine.dispose()
    return counted


def _register(start: int, end: int) -> None:
    with writing():
        known = select(Organisation.id, Organisation.name, Organisation.name_key, Organisation.uscc).where(
            Organisation.id > start, Organisation.id <= end
        )
        organisations = list(session.execute(known))
        session.execute(insert(Agency), [_facts(o.id, o.name_key) for o in organisations])
        session.execute(
            insert(AgencyTerm),
            [
                {"term": term, "agency_id": o.id}
                for o in organisations
                for term in terms(names=[o.name], codes=[o.uscc, _number(o.id)])
            ],
        )
        session.execute(insert(ItemChange), [_change(o.id) for o in organisations])


def _number(n: int) -> str:
    return f"MCN-99-2026-{n:05d}"


def _facts(n: int, name_key: str) -> dict[str, object]:
    return {
        "id": n, "organisation_id": n, "number": _number(n), "name_key": name_key, "province": "11" if n in (50, 51) else "99",
        "state": AgencyState.SUSPENDED if n % 50 == 0 else AgencyState.REGISTERED, "made_at": clock.now(),
        "registered_on": clock.today(), "state_since": clock.today(), "review_due_on": clock.today(), "state_because": "",
    }  # fmt: skip


def _change(n: int) -> dict[str, object]:
    """As the worker notes what it sees for the first time."""
    return {
        "number": n, "resource": "mcn", "item": f"/api/v1/mcn/{n}", "page": f"/mcn/{_number(n)}/", "sha256": f"{n:064x}",
        "corrections": 0, "change": "created", "at": clock.now(),
    }  # fmt: skip


def looked(data: Path) -> float:
    """Seconds the worker takes, for each item, to see that of everything public nothing has changed."""
    app = create_app(Settings.from_environ(environment(data, 0, YUEZHANG_MODE="live")))
    with app.app_context():
        with writing():
            session.execute(delete(ItemChange))  # what was planted has made-up hashes
        _look(app)
        began = time.monotonic()
        _look(app)
        seconds = time.monotonic() - began
        items = session.scalar(select(func.count()).select_from(ItemChange)) or 0
        db.engine.dispose()
    return seconds / items


def _look(app: Flask) -> None:
    for kept in (changes.LOOK, changes.RESTS_UNTIL):
        app.extensions.pop(kept, None)
    with writing():
        changes.look_again()
    while jobs.run_due():
        pass


def found(small_site: Path, large_site: Path, count: int) -> list[tuple[str, float, float, int, int]]:
    """(question, its seconds with many, the plain page's seconds, its statements with many and with few)."""
    few, many = filled(small_site, FEW), filled(large_site, count)
    with (
        served("app:create_app", small_site, YUEZHANG_PAGE_CACHE="off") as small,
        served("app:create_app", large_site, YUEZHANG_PAGE_CACHE="off") as large,
    ):
        measured = []
        for path, alike in zip(asked(count), asked(FEW), strict=True):
            plain, taken = side_by_side(
                (small, PLAIN), (large, quote(path, safe="/?=&-")), rounds=5, times=10
            )
            measured.append((path, taken, plain, many[path], few[alike]))
        return measured
