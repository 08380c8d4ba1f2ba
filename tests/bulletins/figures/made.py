"""Periods, reports and editions through the real actions. All figures are invented."""

from collections.abc import Mapping
from datetime import date

from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from bulletins.figures import actions, queries
from bulletins.figures.models import Edition, Period, Report
from bulletins.figures.workflow import EDITION, REPORT
from tests import cast, stages
from tests.bulletins.notices.issued import staff

CODE = "2026-Q3"
NOTHING: Mapping[str, int | None] = {}


def platform(serial: int, **facts: object) -> cast.Firm:
    return cast.verified(serial, **({"name": f"样例平台{serial}有限公司", "kinds": ["platform"]} | facts))


def opened(code: str = CODE) -> Period:
    registrar = staff("registrar")
    year, quarter = int(code[:4]), int(code[-1])
    last = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}[quarter]
    with writing():
        actions.open_period(
            code=code, first_on=date(year, quarter * 3 - 2, 1), last_on=date(year, *last), actor=registrar
        )
    return period(code)


def period(code: str = CODE) -> Period:
    return session.scalars(queries.by_code(code)).one()


def answers(count: int | None = 10, **changes: int | None) -> dict[str, int | None]:
    return dict.fromkeys(period().codes, count) | {code.replace("_", "-"): n for code, n in changes.items()}


def written(
    firm: cast.Firm, given: Mapping[str, int | None] | None = None, *, because: str = "", code: str = CODE
) -> Report:
    with writing():
        report = actions.write(
            period(code),
            firm.organisation,
            answers=answers() if given is None else given,
            because=because,
            actor=firm.clerk,
        )
        id_ = report.id
    return session.get_one(Report, id_)


def take(deed: str, report_id: int, actor: Actor, reason: str = "") -> None:
    with writing():
        REPORT.take(deed, session.get_one(Report, report_id), actor=actor, reason=reason)


def reported(
    firm: cast.Firm, given: Mapping[str, int | None] | None = None, *, because: str = "", code: str = CODE
) -> int:
    """Written by the clerk, confirmed by the signer."""
    id_ = written(firm, given, because=because, code=code).id
    take("submit", id_, firm.clerk)
    take("confirm", id_, firm.signer)
    return id_


def drafted(because: str = "", code: str = CODE) -> int:
    registrar = staff("registrar")
    with writing():
        return int(actions.draft_edition(period(code), because=because, actor=registrar).id)


def issued(because: str = "", code: str = CODE) -> Edition:
    id_, issuer = drafted(because, code), staff("issuer")
    with writing():
        EDITION.take("issue", session.get_one(Edition, id_), actor=issuer)
    return session.get_one(Edition, id_)


def total(edition: Edition, code: str = "vulgar-videos") -> int | None:
    found: int | None = next(row["total"] for row in edition.rows if row["code"] == code)
    return found


stages.remember(__name__)
