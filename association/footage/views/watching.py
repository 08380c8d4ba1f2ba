"""Watching a film, reading a script, looking at a still: begun and gone on with by POST, so that what was seen is written down."""

from typing import Any

from flask import Blueprint, Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.footage import actions, queries
from association.footage.actions.watching import still_on
from association.footage.beside import beside
from association.footage.forms import PageForm
from association.footage.models import FileKind, Viewing, WorkFile
from association.footage.policy import P
from association.footage.subtitles import as_vtt
from association.footage.views.showing import shown
from association.kernel import clock, files, forms
from association.kernel.errors import Unknown
from association.kernel.file_types import recognise
from association.kernel.forms import ButtonForm, Form
from association.kernel.policy import can
from association.kernel.security import CONTENT_SECURITY_POLICY
from association.kernel.web import actor, back_to, decided_inside, find
from association.kernel.words import _
from association.rules.reading.decoding import decoded
from association.rules.reading.doubts import Doubts
from association.works.policy import P as WorkP

bp = Blueprint("watching", __name__, url_prefix="/watch")
PLAYED = 40
"""Stretches one word of the player may name."""


def _going_on(id_: int) -> Viewing:
    viewing = find(Viewing, id_, P.GO_ON)
    still_on(viewing, actor())
    return viewing


@bp.post("/files/<int:id>/open/")
@decided_inside
def open_file(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin: a row is written, then the page is shown."""
    file, form = find(WorkFile, id, P.WATCH), ButtonForm()
    if form.accepts():
        return back_to("watching.show", id=actions.open_file(file, actor=actor()).id)
    return _before(file, form)


@bp.get("/files/<int:id>/")
@decided_inside
def begin(id: int) -> ResponseReturnValue:  # noqa: A002
    """What opening means, and the button: for links from elsewhere, and for who comes back."""
    return _before(find(WorkFile, id, P.WATCH), ButtonForm())


def _before(file: WorkFile, form: Form) -> ResponseReturnValue:
    return render_template("association/footage/begin.html", file=file, form=form, back=_back(file))


def _back(file: WorkFile) -> str | None:
    work = file.version.work
    if can(actor(), P.SEE_FILES, work):
        return url_for("footage.index", id=work.id)
    return url_for("own_works.show", id=work.id) if can(actor(), WorkP.SEE_WORK, work) else None


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The film, the page, or the still, with the viewer's name laid over."""
    return _seeing(_going_on(id), ButtonForm())


def _seeing(viewing: Viewing, form: Form) -> ResponseReturnValue:
    """The page; `form` is what was pressed on it and could not be."""
    file = viewing.file
    context: dict[str, Any] = {
        "viewing": viewing, "file": file, "opened_at": clock.now(), "form": form, "new_form": ButtonForm, "back": _back(file),
        "seen": queries.seen(file.version, viewing.account_id).get(file.id),
    }  # fmt: skip
    number = _page_asked(viewing) if file.pages else None
    context["beside"] = beside(actor(), viewing, number)
    if number is not None:
        context |= {"page": queries.page_of_script(file, number), "page_form": PageForm}
        return render_template("association/footage/read.html", **context)
    if file.kind is FileKind.STILL:
        return render_template("association/footage/still.html", **context)
    answer = make_response(
        render_template("association/footage/watch.html", tracks=queries.subtitles_for(file), **context)
    )
    answer.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; media-src 'self'"
    return answer


def _page_asked(viewing: Viewing) -> int:
    """The page the address names, if it was turned to; else the last one that was."""
    raw = request.args.get("page", "")
    number = int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 6 else 0
    return number if number in viewing.pages else viewing.pages[-1]


@bp.get("/<int:id>/film")
@decided_inside
def film(id: int) -> ResponseReturnValue:  # noqa: A002
    """The part the player asks for."""
    file = _going_on(id).file
    if file.kind is not FileKind.EPISODE:
        raise Unknown
    return shown(file.sha256, media_type=file.file_type.media_type, size=file.size)


@bp.get("/<int:id>/subtitles/<int:file_id>.vtt")
@decided_inside
def subtitles(id: int, file_id: int) -> ResponseReturnValue:  # noqa: A002
    """Of the episode that is being watched."""
    found = next((f for f in queries.subtitles_for(_going_on(id).file) if f.id == file_id), None)
    if found is None:
        raise Unknown
    answer = Response(as_vtt(decoded(files.read(found.sha256), doubts=Doubts())), mimetype="text/vtt")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@bp.get("/<int:id>/picture")
@decided_inside
def picture(id: int) -> ResponseReturnValue:  # noqa: A002
    """The still, or the picture of a scanned page that was turned to."""
    viewing = _going_on(id)
    file = viewing.file
    if file.kind is FileKind.STILL:
        return shown(file.sha256, media_type=file.file_type.media_type, size=file.size)
    page = queries.page_of_script(file, _page_asked(viewing)) if viewing.pages else None
    if page is None or page.picture is None:
        raise Unknown
    with files.open_file(page.picture) as stream:
        kind = recognise(stream)
        size = stream.seek(0, 2)
    return shown(page.picture, media_type=kind.media_type, size=size)


@bp.post("/<int:id>/turn/")
@decided_inside
def turn(id: int) -> ResponseReturnValue:  # noqa: A002
    """To another page of a script."""
    viewing, form = _going_on(id), PageForm()
    if form.accepts():
        actions.turn_to(viewing, form.number, actor=actor())
        return back_to("watching.show", id=id, page=form.number)
    return _seeing(viewing, form)


@bp.post("/<int:id>/played/")
@decided_inside
def played(id: int) -> ResponseReturnValue:  # noqa: A002
    """The player's word, sent now and then: `from-to` in seconds, several after commas, and how long the film is."""
    viewing = find(Viewing, id, P.GO_ON)
    if not forms.asked_by_our_page():
        return Response(_("页面放得太久，请刷新后继续。"), 400, mimetype="text/plain")
    stretches = _stretches(request.form.get("stretches", ""))
    actions.note_played(
        viewing, stretches=stretches, length=_seconds(request.form.get("length", "")), actor=actor()
    )
    return Response(status=204)


def _seconds(raw: str) -> int | None:
    return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 6 else None


def _stretches(raw: str) -> list[list[int]]:
    """What cannot be read is left out."""
    found = []
    for pair in raw[:1000].split(",")[:PLAYED]:
        start, end = (_seconds(part) for part in (*pair.split("-"), "", "")[:2])
        if start is not None and end is not None:
            found.append([start, end])
    return found


@bp.post("/<int:id>/confirm/")
@decided_inside
def confirm(id: int) -> ResponseReturnValue:  # noqa: A002
    """Seen, all of it."""
    viewing, form = _going_on(id), ButtonForm()
    if form.accepts():
        actions.confirm_seen(viewing, actor=actor())
        flash(_("已记下：你确认看完了这个文件。"), "done")
        return back_to("watching.show", id=id)
    return _seeing(viewing, form)
