"""A warning drafted, reviewed by three people and issued, through the real actions. All wording is ours."""

from datetime import date, timedelta

from association.accounts.actors import actor_of
from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from bulletins.warnings import actions
from bulletins.warnings.models import Level, RiskWarning, WarningReceipt
from bulletins.warnings.workflow import RECEIPT, WARNING
from tests import cast, stages

REVIEWS = (
    ("submit", "editor"),
    ("first_review", "editor"),
    ("second_review", "reviewer"),
    ("third_review", "issuer"),
)
LATER = "2026-12-01T10:00:00+08:00"
"""After the days in which a warning issued now must be confirmed."""


def facts(**changes: object) -> dict[str, object]:
    return {
        "title": "警惕来源不明的推广素材", "level": Level.ORANGE, "topic": "推广与投流", "happens": "有人兜售来源不明的素材。",
        "todo": "清查在投素材\n停用来源不明的", "act_by": None, "valid_from": None, "valid_to": clock.today() + timedelta(days=30),
        "must_read": True, "confirm_days": 3,
    } | changes  # fmt: skip


def drafted(**changes: object) -> int:
    editor = cast.somebody("editor")
    with writing():
        return int(actions.draft(actor=actor_of(editor), **facts(**changes)).id)


def issued(**changes: object) -> int:
    """Reviewed by three people; nobody has been told yet, the worker does that."""
    id_ = drafted(**changes)
    for deed, role in REVIEWS:
        person = cast.somebody(role)
        with writing():
            WARNING.take(deed, warning(id_), actor=actor_of(person))
    return id_


def warning(id_: int) -> RiskWarning:
    return session.get_one(RiskWarning, id_)


def told(id_: int) -> None:
    """The worker tells everybody."""
    jobs.run_due()
    session.expire_all()


def receipt(id_: int, firm: cast.Firm) -> WarningReceipt | None:
    rows = session.query(WarningReceipt).filter_by(warning_id=id_, organisation_id=firm.id)
    return rows.one_or_none()


def confirmed(id_: int, firm: cast.Firm) -> None:
    with writing():
        RECEIPT.take("confirm", receipt(id_, firm), actor=firm.clerk)


def step(id_: int, deed: str, *, role: str = "issuer", reason: str = "", **inputs: object) -> None:
    person = None if role == "system" else cast.somebody(role)
    with writing():
        actor = actor_of(person) if person else SYSTEM
        WARNING.take(deed, warning(id_), actor=actor, reason=reason, **inputs)


def days_passed() -> int:
    with writing():
        return actions.keep_days()


TODAY = date(2026, 11, 23)


stages.remember(__name__)
