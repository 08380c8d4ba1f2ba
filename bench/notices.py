"""A notice issued to few and to many: what the deed itself costs whoever signs it."""

import statistics
import time
from pathlib import Path

from app import create_app
from association.kernel import dated
from association.kernel.db import db, session
from association.kernel.settings import Settings
from association.kernel.transactions import writing
from bench import rows
from bulletins.notices.workflow import NOTICE
from tests.bulletins.notices import issued as way
from tests.journeys.server import environment
from tests.robustness import crowd

TIMES = 5


def seconds(folder: Path, organisations: int) -> float:
    """The median of issuing a notice that concerns two officers of each of so many organisations; the first one is warming up."""
    data = folder / f"notices{organisations}"
    data.mkdir()
    app = create_app(Settings.from_environ(environment(data, 0, YUEZHANG_MODE="live")))
    with app.app_context():
        db.create_all()
        with writing():
            dated.plant()
        rows.organisations(organisations)
        crowd.officers(organisations)
        taken = [_issued() for _ in range(TIMES + 1)]
        db.engine.dispose()
    return statistics.median(taken[1:])


def _issued() -> float:
    way.written()
    for deed, role in (("submit", "editor"), ("first_review", "editor"), ("second_review", "reviewer")):
        way.step(deed, role)
    issuer, notice = way.staff("issuer"), way.notice()
    session.rollback()
    began = time.perf_counter()
    with writing():
        NOTICE.take("third_review", notice, actor=issuer)
    return time.perf_counter() - began
