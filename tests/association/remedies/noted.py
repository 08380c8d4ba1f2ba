"""A note written by one, issued by another, through the real actions. All wording is ours."""

from datetime import date

from association.accounts.actors import actor_of
from association.kernel import jobs
from association.kernel.db import session
from association.kernel.transactions import writing
from association.remedies import actions
from association.remedies.models import GuidanceNote, Interview, Source
from association.remedies.workflow import NOTE
from association.rules.models import Edition
from tests import cast, stages
from tests.association.membership.test_membership import joined
from tests.association.rules import texts

DUE = date(2026, 12, 10)
LATE = "2026-12-14T10:00:00+08:00"


def member(serial: int = 101, **changes: object) -> cast.Firm:
    return joined(serial, **changes)


def note(id_: int) -> GuidanceNote:
    session.expire_all()
    return session.get_one(GuidanceNote, id_)


def interview(id_: int) -> Interview:
    session.expire_all()
    return session.get_one(Interview, id_)


def drafted(firm: cast.Firm, *, edition: Edition | None = None, **changes: object) -> int:
    facts = {
        "code": firm.organisation.uscc, "source": Source.OWN, "title": "推广素材的核对记录", "facts": "抽看时没有见到核对记录。",
        "asks": "补齐本季的核对记录\n写明由谁核对", "due_on": DUE, "wants_report": True,
    } | changes  # fmt: skip
    editor = cast.staff("editor")
    with writing():
        made = actions.draft(actor=editor, **facts)  # type: ignore[arg-type]
        if facts["wants_report"]:
            actions.add_clause(made, edition=session.merge(edition or texts.kept()), path="3", actor=editor)
        return int(made.id)


def issued(firm: cast.Firm, **changes: object) -> int:
    id_ = drafted(firm, edition=texts.kept(), **changes)
    for deed, role in (("propose", "editor"), ("issue", "legal")):
        person = cast.somebody(role)
        with writing():
            NOTE.take(deed, note(id_), actor=actor_of(person))
    return id_


def received(firm: cast.Firm, **changes: object) -> int:
    id_ = issued(firm, **changes)
    with writing():
        NOTE.take("receive", note(id_), actor=firm.clerk)
    return id_


def reported(firm: cast.Firm, **changes: object) -> int:
    id_ = received(firm, **changes)
    with writing():
        actions.report(note(id_), text="已补齐。", files=[cast.paper()], actor=firm.clerk)
    return id_


def days_passed() -> int:
    with writing():
        deeds = actions.keep_days()
    jobs.run_due()
    return deeds


stages.remember(__name__)
