"""Pledges through the real actions: written, asked about, adopted, reviewed, issued, signed, confirmed. All wording is ours."""

from datetime import date, timedelta

import time_machine

from association import drafting
from association.consultations import queries as consulted
from association.consultations.workflow import CONSULTATION
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import SYSTEM, Actor
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from association.pledges import actions, gates, queries
from association.pledges.models import Pledge, PledgeVersion, Signature
from association.pledges.workflow import SIGNATURE, VERSION
from association.rules import actions as rules
from tests import cast, stages

TITLE = "样例短剧制作自律公约"
TEXT = """第一条　为使观众放心，签署单位共同遵守本公约。

第二条　推广素材与正片实质一致，首次投放前完成核对。

第三条　设专人受理投诉，十个工作日内答复。

第四条　各方同意在本平台以电子方式签署本公约，与书面签署有同等约束力。

第五条　违反本公约的，协会可以书面提醒；措施只对签署单位有效。
"""


def staff(role: str) -> Actor:
    """The colleague of this role: always the same person."""
    return cast.actor(cast.somebody(role, email=f"{role}@staff.example"))


def version() -> PledgeVersion:
    """The newest."""
    found = session.query(PledgeVersion).order_by(PledgeVersion.id.desc()).first()
    if found is None:
        raise LookupError("no version")
    return found


def pledge() -> Pledge:
    return version().pledge


def begun(text: str = TEXT, **facts: object) -> PledgeVersion:
    editor = staff("editor")
    with writing():
        actions.begin(
            **{"title": TITLE, "code": "DJ", "kinds": [], "by_invitation": False} | facts,
            actor=editor,  # type: ignore[arg-type]
        )
    written(text)
    return version()


def written(text: str) -> None:
    editor = staff("editor")
    with writing():
        latest = drafting.latest(version())
        drafting.save(version(), text, base=latest.number if latest else 0, actor=editor)


def step(deed: str, role: str, reason: str = "") -> None:
    who = staff(role)
    with writing():
        VERSION.take(deed, version(), actor=who, reason=reason)


def asked() -> None:
    """Consulted on for thirty-one days, without a comment; returns at a later moment (the caller travels)."""
    editor = staff("editor")
    with writing():
        actions.lay_out(
            version(), title="征求意见", closes_on=clock.today() + timedelta(days=31), note="", actor=editor
        )


def answered() -> None:
    issuer = staff("editor")
    with writing():
        CONSULTATION.take("close", consulted.of(version())[0], actor=SYSTEM)
    with writing():
        CONSULTATION.take("finish", consulted.of(version())[0], actor=issuer)


def carried() -> None:
    """Those who have signed agree to the text as it is (how they vote is association.amendments' business)."""
    editor = staff("editor")
    with writing():
        VERSION.take("put_to_vote", version(), actor=editor)
        edition = rules.set_down(
            gates.read_draft(version()), document=pledge().document, keeper="pledge_version", actor=editor
        )
        VERSION.take("carry", version(), actor=SYSTEM, text_hash=edition.text_hash)


def adopted(effective_on: date | None = None, trial_until: date | None = None) -> None:
    issuer = staff("issuer")
    with writing():
        actions.adopt(
            version(), adopted_by="理事会", adopted_on=clock.today(), effective_on=effective_on or clock.today(), trial_until=trial_until,
            note="", actor=issuer,
        )  # fmt: skip


def reviewed(legal: str = "") -> None:
    step("submit", "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    if legal:
        step("legal_review", "legal", legal)
    step("third_review", "issuer")


def later(days: int) -> time_machine.travel:
    return time_machine.travel(clock.now() + timedelta(days=days), tick=True)


def issued(text: str = TEXT, legal: str = "", **facts: object) -> Pledge:
    """In force today: its making lies in the past thirty-two days."""
    with time_machine.travel(clock.now() - timedelta(days=32), tick=True):
        begun(text, **facts)
        asked()
    answered()
    adopted()
    reviewed(legal)
    return pledge()


def revised(text: str, *, ago: int = 32) -> PledgeVersion:
    """A second version, in force today."""
    editor = staff("editor")
    with writing():
        actions.revise(pledge(), why="补充要求", actor=editor)
    written(text)
    asked()
    with later(ago):
        answered()
    return version()


def prepared(firm: cast.Firm, *, by: Actor | None = None) -> Signature:
    with writing():
        actions.prepare(pledge(), session.get_one(Organisation, firm.id), actor=by or firm.clerk)
    return signature(firm)


def signature(firm: cast.Firm) -> Signature:
    """The firm's newest."""
    rows = session.query(Signature).filter_by(organisation_id=firm.id).order_by(Signature.id.desc())
    found = rows.first()
    if found is None:
        raise LookupError(firm.id)
    return found


def signed(firm: cast.Firm, *, by: Actor | None = None, seen: str | None = None) -> Signature:
    with writing():
        found = signature(firm)
        actions.sign(
            found,
            seen=found.text_hash if seen is None else seen,
            method="password_totp",
            actor=by or firm.signer,
        )
    return signature(firm)


def confirmed(firm: cast.Firm, *, batch: str = "") -> Signature:
    """Prepared, signed and confirmed today."""
    prepared(firm)
    signed(firm)
    return only_confirmed(firm, batch=batch)


def only_confirmed(firm: cast.Firm, *, batch: str = "") -> Signature:
    registrar = staff("registrar")
    with writing():
        actions.confirm(signature(firm), batch=batch, actor=registrar)
    return signature(firm)


def left(firm: cast.Firm, *, on: date | None = None, reason: str = "") -> None:
    with writing():
        actions.leave(signature(firm), on=on, reason=reason, actor=firm.signer)


def standing(firm: cast.Firm, day: date) -> str | None:
    """How the firm stands by the newest pledge on a day."""
    rows = queries.register(pledge(), day).where(Signature.organisation_id == firm.id)
    found = session.scalars(rows).all()
    assert len(found) <= 1
    return found[0].standing.value if found else None


def taken(deed: str, firm: cast.Firm, who: Actor, reason: str = "") -> None:
    with writing():
        SIGNATURE.take(deed, signature(firm), actor=who, reason=reason)


stages.remember(__name__)
