"""Rows of standing as a feature above writes them; an organisation's own file is the source."""

from datetime import date, timedelta

from association import standing
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.standing import Standing, StandingKind
from tests import cast, stages

BASIS = "自律规则第八条（样例）"


def staff() -> Actor:
    return cast.actor(cast.somebody("issuer", email="issuer@staff.example"))


def row() -> Standing:
    """The newest."""
    found = session.query(Standing).order_by(Standing.id.desc()).first()
    if found is None:
        raise LookupError("nothing stands")
    return found


def recorded(
    firm: cast.Firm,
    kind: StandingKind = StandingKind.MEASURE,
    *,
    title: str = "暂停推优资格",
    days: int | None = 30,
    public: bool = True,
    from_on: date | None = None,
    act_url: str = "",
) -> Standing:
    actor = staff()
    with writing():
        standing.record(
            kind=kind, about=firm.organisation, title=title, basis=BASIS, source=firm.organisation, actor=actor, url="/bulletins/",
            act_url=act_url, from_on=from_on, to_on=None if days is None else clock.today() + timedelta(days=days), is_public=public,
        )  # fmt: skip
    return row()


def owed(firm: cast.Firm, *, days: int = 10, public: bool = False) -> Standing:
    return recorded(
        firm, StandingKind.OBLIGATION, title="完成一次合规培训", days=days, public=public, act_url="/my/"
    )


stages.remember(__name__)
