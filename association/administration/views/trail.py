"""The audit trail as a list and one entry of it. Exports carry no personal value, whoever asks."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select

from association.administration import queries
from association.administration.policy import P
from association.administration.views import bp
from association.kernel import history
from association.kernel.audit import AuditEntry
from association.kernel.lists import Choice, Column, Day, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, find, needs
from association.kernel.words import _l


def _deed_word(entry: AuditEntry) -> str:
    return history.word_of(entry.subject_kind, entry.deed)


def _by_deed(rows: Select[Any], deed: str) -> Select[Any]:
    return rows.where(AuditEntry.deed == deed)


@bp.get("/trail/")
@needs(P.READ_TRAIL)
def trail() -> ResponseReturnValue:
    """Every deed, newest first."""
    names: dict[int, str] = {}

    def prepare(entries: Sequence[AuditEntry]) -> None:
        names.update(queries.names(entries))

    def who(entry: AuditEntry) -> str:
        return history.who_did(entry, names)

    listing = Listing(
        queries.trail(),
        columns=(
            Column("at", _l("时间"), lambda e: e.at),
            Column("who", _l("办理人"), who),
            Column("capacity", _l("身份"), lambda e: e.capacity),
            Column("deed", _l("所办事项"), _deed_word),
            Column("deed_code", _l("事项代码"), lambda e: e.deed),
            Column("subject", _l("对象"), lambda e: f"{e.subject_kind}:{e.subject_id}"),
            Column("reason", _l("理由"), lambda e: e.details.get("reason", "")),
            Column("number", _l("序号"), lambda e: e.seq),
            Column("hash", _l("校验值"), lambda e: e.hash),
        ),
        url_of=lambda e: url_for("administration.entry", id=e.id),
        orders={
            "newest": (_l("最新在前"), [AuditEntry.id.desc()]),
            "oldest": (_l("最早在前"), [AuditEntry.id]),
        },
        filters=[
            Words("who", _l("办理人的姓名或邮箱"), queries.by_person),
            Choice("deed", _l("所办事项"), _by_deed, pairs=history.known_deeds),
            Words("subject", _l("对象，如organisation:12"), queries.about),
            Day("since", _l("从哪天起"), queries.since),
            Day("until", _l("到哪天止"), queries.until),
        ],
        per_page=50,
        prepare=prepare,
    )
    return listing.answer("association/administration/trail.html", who=who, deed_word=_deed_word)


@bp.get("/trail/<int:id>/")
@needs(P.READ_TRAIL)
def entry(id: int) -> ResponseReturnValue:  # noqa: A002
    """One entry whole: facts, changes, personal values where they are left and may be seen, its place in the
    chain."""
    found = find(AuditEntry, id, P.READ_TRAIL)
    return render_template(
        "association/administration/entry.html",
        entry=found,
        who=history.who_did(found, queries.names([found])),
        deed_word=_deed_word(found),
        personal=queries.personal_of(found) if can(actor(), P.SEE_PERSONAL) else None,
        personal_count=len(found.details.get("personal", {})),
        is_as_sealed=queries.is_as_sealed(found),
    )
