"""Every viewing of a work's files, for staff on duty and the auditor. Its maker is told the numbers only."""

from collections.abc import Sequence

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.footage import queries
from association.footage.models import FileKind, Viewing, WorkFile
from association.footage.policy import P
from association.kernel.lists import Choice, Column, Listing
from association.kernel.web import decided_inside, find
from association.kernel.words import _, _l
from association.works.models import Work

bp = Blueprint("footage_desk", __name__, url_prefix="/desk/works")


def how_much(viewing: Viewing) -> str:
    """In words: seconds of a film, pages of a script."""
    if viewing.file.pages:
        return _("%(n)d页，共%(all)d页", n=len(viewing.pages), all=viewing.file.pages)
    if viewing.file.kind is FileKind.STILL:
        return _("打开过")
    if viewing.length:
        return _("%(n)d秒，共%(all)d秒", n=viewing.seconds, all=viewing.length)
    return _("%(n)d秒", n=viewing.seconds)


@bp.get("/<int:id>/views/")
@decided_inside
def views(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who opened what, when, and how much of it was on their screen; the newest first."""
    work = find(Work, id, P.READ_VIEWS)
    names: dict[int, str] = {}

    def prepare(viewings: Sequence[Viewing]) -> None:
        names.update(accounts.names(sorted({v.account_id for v in viewings})))

    listing = Listing(
        queries.viewings_of_work(work), prepare=prepare, url_of=lambda _v: url_for("footage_desk.views", id=id),
        columns=(
            Column("who", _l("谁"), lambda v: names.get(v.account_id, "")),
            Column("version", _l("第几版"), lambda v: v.file.version.number),
            Column("kind", _l("文件种类"), lambda v: str(v.file.kind.label)),
            Column("episode", _l("第几集"), lambda v: v.file.episode),
            Column("file", _l("文件"), lambda v: v.file.name),
            Column("begun_at", _l("打开时间"), lambda v: v.begun_at),
            Column("last_at", _l("最后动作"), lambda v: v.last_at),
            Column("how_much", _l("看了多少"), how_much),
            Column("confirmed_at", _l("确认看完"), lambda v: v.confirmed_at),
        ),
        orders={"newest": (_l("最近打开"), (Viewing.begun_at.desc(), Viewing.id.desc()))},
        filters=[
            Choice("kind", _l("文件种类"), lambda rows, value: rows.where(WorkFile.kind == FileKind(value)),
                   pairs=[(k.value, k.label) for k in FileKind]),
        ],
    )  # fmt: skip
    return listing.answer("association/footage/views.html", work=work, names=names, how_much=how_much)
