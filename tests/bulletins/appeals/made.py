"""Appeals through the real actions. All wording is ours."""

from datetime import date

from association import drafting
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from bulletins.appeals import actions, queries
from bulletins.appeals.models import Appeal, Initiator, Joining
from bulletins.appeals.workflow import INITIATOR, JOINING
from bulletins.notices.models import Notice, NoticeKind
from tests import cast, stages
from tests.bulletins.notices import issued as way
from tests.bulletins.notices.issued import staff

POINTS = """一、写清楚适合谁看

简介应当写明适合观看的年龄。

二、不用夸张的片名

片名与内容一致。
"""
OCCASION = "短剧的观众里有许多未成年人（样例）。"


def notice() -> Notice:
    return way.notice()


def appeal() -> Appeal:
    found = queries.of_notice(notice())
    if found is None:
        raise LookupError("no appeal")
    return found


def begun(text: str = POINTS, closes_on: date | None = None) -> Appeal:
    """Written, with its occasion; nobody asked."""
    way.written(
        text,
        NoticeKind.APPEAL,
        title="关于共同守护未成年观众的倡议书",
        topic="未成年人保护",
        addressee="各视听节目制作机构：",
    )
    editor = staff("editor")
    with writing():
        actions.set_facts(notice(), occasion=OCCASION, closes_on=closes_on, actor=editor)
    return appeal()


def asked(firm: cast.Firm) -> Initiator:
    editor = staff("editor")
    with writing():
        actions.ask(notice(), code=firm.organisation.uscc, actor=editor)
    return initiator(firm)


def initiator(firm: cast.Firm) -> Initiator:
    session.rollback()
    found = queries.initiator(appeal(), firm.id)
    if found is None:
        raise LookupError(firm.id)
    return found


def answered(firm: cast.Firm, deed: str = "agree", *, by: Actor | None = None, **inputs: object) -> None:
    with writing():
        INITIATOR.take(deed, initiator_here(firm), actor=by or firm.signer, **inputs)


def initiator_here(firm: cast.Firm) -> Initiator:
    """Within a transaction that is open."""
    found = queries.initiator(appeal(), firm.id)
    if found is None:
        raise LookupError(firm.id)
    return found


def rewritten(text: str) -> None:
    editor = staff("editor")
    with writing():
        latest = drafting.latest(notice())
        drafting.save(notice(), text, base=latest.number if latest else 0, actor=editor)


def issued(*firms: cast.Firm, closes_on: date | None = None) -> Appeal:
    """Made by the association with these organisations, reviewed by three, public."""
    begun(closes_on=closes_on)
    for firm in firms:
        asked(firm)
        answered(firm)
    way.reviewed()
    return appeal()


def joined(firm: cast.Firm, *, by: Actor | None = None) -> Joining:
    with writing():
        found = appeal()
        return actions.join(
            found, firm.organisation, text_hash=found.notice.text_hash or "", actor=by or firm.signer
        )


def left(firm: cast.Firm, *, by: Actor | None = None) -> None:
    with writing():
        entry = queries.living(appeal(), firm.id)
        JOINING.take("leave", entry, actor=by or firm.signer)


stages.remember(__name__)
