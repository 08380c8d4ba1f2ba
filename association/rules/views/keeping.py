"""Staff: reading a file in, and saying when a text is in force."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _
from association.rules import actions
from association.rules.forms import CheckForm, ImportForm
from association.rules.models import DocumentKind, Edition
from association.rules.policy import P
from association.rules.reading.errors import UnreadableFile
from association.rules.reading.reader import read_document
from association.rules.reading.tree import ReadDocument
from association.rules.views.reading import address

bp = Blueprint("keeping", __name__, url_prefix="/desk/rules")


def _read(form: ImportForm) -> ReadDocument:
    file = form.text.data
    try:
        return read_document(file.filename or "", file.stream.read())
    except UnreadableFile as error:
        raise Refused(_(error.sentence.template, **error.sentence.values), field="text") from error


@bp.route("/import/", methods=["GET", "POST"])
@needs(P.IMPORT)
def import_text() -> ResponseReturnValue:
    """Read a file; it is a draft with its doubts until somebody else makes it public."""
    form = ImportForm()
    if form.accepts():
        kind = DocumentKind(form.kind.data) if form.kind.data else None
        imported = actions.read_in(
            _read(form), file_name=form.text.data.filename or "", kind=kind, issuer=form.issuer.data or "", source_url=form.source_url.data or "",
            is_summary=bool(form.is_summary.data), actor=actor(),
        )  # fmt: skip
        if imported.is_new:
            flash(_("已读入，存为草稿。请看存疑之处，再请另一人公开。"), "done")
        else:
            flash(_("这份文本已经在这里，没有重复导入。"), "info")
        edition = imported.edition
        return back_to("rules.edition", slug=edition.document.slug, edition=edition.slug)
    return form_page(
        form, heading=_("导入规范文本"), button=_("读入"), back=url_for("rules.index"),
        crumbs=[(_("规范"), url_for("rules.index"))],
        lede=_("标题相同的是同一份文件，日期不同的是它的另一版，文字完全相同的不重复导入。"),
    )  # fmt: skip


@bp.route("/<int:id>/check/", methods=["GET", "POST"])
@decided_inside
def check(id: int) -> ResponseReturnValue:  # noqa: A002
    """When it is in force, from what source."""
    edition = find(Edition, id, P.CHECK)
    form = CheckForm(
        obj=edition,
        kind=edition.document.kind.value,
        issuer=edition.document.issuer,
        source=edition.checked_source,
    )
    if form.accepts():
        actions.check(edition, **form.values | {"kind": DocumentKind(form.kind.data)}, actor=actor())
        flash(_("已登记。"), "done")
        return back_to("rules.edition", slug=edition.document.slug, edition=edition.slug)
    return form_page(
        form, heading=_("登记效力"), button=_("登记"), back=address(edition), crumbs=[(edition.called, address(edition))],
        lede=_("登记以前，本站对这份文本只说“效力未核对”。上一版的失效日期随本版的施行日期登记。"),
    )  # fmt: skip
