"""The page on which a text is written. The view that calls it has decided who may, and when."""

from collections.abc import Sequence
from typing import Any

from flask import Response, flash, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from association.drafting import actions, queries, texts
from association.drafting.forms import WritingForm
from association.drafting.models import Draft
from association.kernel import history
from association.kernel.db import Model
from association.kernel.errors import Refused, Unknown
from association.kernel.pages import Crumb
from association.kernel.web import actor
from association.kernel.words import _, _l
from association.rules.reading.differences import differences


def describe() -> None:
    history.describe(draft=_l("起草、修改正文"))


def page(
    subject: Model, *, title: str, heading: str, back: str, crumbs: Sequence[Crumb] = (), lede: str = ""
) -> ResponseReturnValue:
    """The whole page, for a view with GET and POST. `title` is the document's, `back` where one goes when done."""
    newest = queries.latest(subject)
    chosen = _chosen_version(subject)
    form = WritingForm(
        data=None if request.form else {"text": newest.text if newest else "", "base": newest.number if newest else 0}
    )  # fmt: skip
    around: dict[str, Any] = {
        "subject": subject, "title": title, "heading": heading, "back": back, "crumbs": list(crumbs), "lede": lede,
    }  # fmt: skip
    if form.accepts():
        do = request.form.get("do", "save")
        text = form.text.data or ""
        if do == "look":
            return render_template("association/drafting/preview.html", preview=_preview(text, title))
        if do == "preview":
            return _drawn(form, **around)
        if do == "auto":
            return _saved_by_itself(actions.save(subject, text, base=form.over, actor=actor(), keep=False))
        saved = _read_in(subject, form) if do == "upload" else _kept(subject, form)
        if not saved.is_aside:
            return redirect(request.path, 303)
        return _drawn_beside(form, saved, **around)
    return _drawn(form, chosen=chosen, **around)


def _chosen_version(subject: Model) -> Draft | None:
    asked = request.args.get("version", "")
    if not asked:
        return None
    found = queries.version(subject, int(asked)) if asked.isdecimal() and len(asked) < 10 else None
    if found is None:
        raise Unknown
    return found


def _kept(subject: Model, form: WritingForm) -> Draft:
    saved = actions.save(subject, form.text.data or "", base=form.over, actor=actor())
    if not saved.is_aside:
        flash(_("已保存为第%(n)d版。", n=saved.number), "done")
    return saved


def _read_in(subject: Model, form: WritingForm) -> Draft:
    """What was typed is saved first, so that the file's text takes the place of nothing unsaved."""
    file = form.file.data
    if not file or not file.filename:
        raise Refused(_("请先选一个文件。"), field="file")
    text = texts.of_file(file.filename, file.stream.read())
    base = form.over
    if (form.text.data or "").strip():
        saved = actions.save(subject, form.text.data or "", base=base, actor=actor())
        if saved.is_aside:
            return saved
        base = saved.number
    saved = actions.save(subject, text, base=base, actor=actor())
    if not saved.is_aside:
        flash(_("已读入文件，存为第%(n)d版。请看右边的预览和存疑之处。", n=saved.number), "done")
    return saved


def _saved_by_itself(saved: Draft) -> Response:
    """What the page's script is told."""
    if saved.is_aside:
        said = _("有人在你之后保存了另一稿。请按“保存”，两稿会并排给你看；你写的已另存。")
        answer = jsonify(aside=True, said=said)
        answer.status_code = 409
        return answer
    return jsonify(number=saved.number, said=_("已自动保存"))


def _drawn_beside(form: WritingForm, mine: Draft, *, subject: Model, **around: Any) -> ResponseReturnValue:
    """Both texts, with what differs; saving again puts mine over theirs, knowingly."""
    theirs = queries.latest(subject)
    assert theirs is not None  # noqa: S101 - a text is laid aside because there is a newer one
    form.base.data = str(theirs.number)
    body = render_template(
        "association/drafting/write.html", form=form, theirs=theirs, mine=mine, chosen=None,
        changes=differences(theirs.text, mine.text), preview=_preview(mine.text, around["title"]),
        versions=queries.versions(subject), **around,
    )  # fmt: skip
    return body, 409


def _drawn(
    form: WritingForm, *, subject: Model, title: str, chosen: Draft | None = None, **around: Any
) -> str:
    newest = queries.latest(subject)
    return render_template(
        "association/drafting/write.html", form=form, theirs=None, mine=None, chosen=chosen, title=title,
        preview=_preview(form.text.data or "", title),
        changes=differences(chosen.text, newest.text if newest else "") if chosen else None,
        versions=queries.versions(subject), **around,
    )  # fmt: skip


def _preview(text: str, title: str) -> texts.Preview | None:
    """None for what cannot be read: the page says so beside the text, and the desk itself always opens."""
    try:
        return texts.preview(text, title=title)
    except Refused:
        return None
