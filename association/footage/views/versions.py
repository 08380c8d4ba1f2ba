"""A maker's versions of a work: what is in them, adding and removing while they are open, taking one's own files away."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.footage import actions, queries
from association.footage.forms import FileForm, VersionForm
from association.footage.models import FileKind, WorkFile, WorkVersion
from association.footage.policy import P
from association.kernel import history, subjects, uploads
from association.kernel.attachments import size_words
from association.kernel.attachments.sending import sent_away
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, signed_in
from association.kernel.words import _
from association.works.models import Work

bp = Blueprint("footage", __name__, url_prefix="/my/works")


def page_of(version: WorkVersion) -> str:
    return url_for("footage.index", id=version.work_id) + f"#v{version.number}"


def called(version: WorkVersion) -> str:
    return _("%(title)s 第%(n)d版", title=version.work.title, n=version.number)


subjects.known(WorkVersion, see=P.SEE_FILES, title_of=called, page_of=page_of)


def crumbs(work: Work) -> list[tuple[object, str | None]]:
    return [
        (_("我单位的作品"), url_for("own_works.index")),
        (work.title, url_for("own_works.show", id=work.id)),
        (_("版本和文件"), url_for("footage.index", id=work.id)),
    ]


@bp.get("/<int:id>/files/")
@decided_inside
def index(id: int) -> ResponseReturnValue:  # noqa: A002
    """All versions, the newest first, each with its files and how often they were opened."""
    work = find(Work, id, P.SEE_FILES)
    versions = queries.versions_of(work)
    by_version = queries.files_of_many(versions)
    all_files = [file for found in by_version.values() for file in found]
    return render_template(
        "association/footage/index.html", work=work, versions=versions, files=by_version, counted=queries.views_counted(all_files),
        on_the_way={v.id: uploads.uploads_to(v, account_id=actor().account_id) for v in versions if v.is_open},
        size_words=size_words, new_form=ButtonForm, may_add=work.is_live and can(actor(), P.ADD_FILES, work),
        lines=history.panel(*versions) if versions else [], crumbs=crumbs(work),
    )  # fmt: skip


@bp.route("/<int:id>/files/begin/", methods=["GET", "POST"])
@decided_inside
def begin(id: int) -> ResponseReturnValue:  # noqa: A002
    """A new version."""
    work = find(Work, id, P.ADD_FILES)
    form = VersionForm()
    if form.accepts():
        version = actions.begin_version(work, **form.values, actor=actor())
        flash(_("已开第%(n)d版，可以上传文件。", n=version.number), "done")
        return back_to("footage.add", id=version.id)
    back = url_for("footage.index", id=id)
    return form_page(form, heading=_("新开一版"), button=_("新开一版"), back=back, crumbs=crumbs(work))


@bp.route("/versions/<int:id>/add/", methods=["GET", "POST"])
@decided_inside
def add(id: int) -> ResponseReturnValue:  # noqa: A002
    """A file for a version: in one piece with the form, or by our script in pieces that survive a cut."""
    version = find(WorkVersion, id, P.ADD_FILES)
    form = FileForm()
    if form.accepts():
        file = actions.add(version, **form.values, actor=actor())
        flash(_("已收下：%(name)s。", name=file.name), "done")
        return back_to("footage.index", id=version.work_id)
    return render_template(
        "association/footage/add.html", form=form, version=version, kinds=list(FileKind), crumbs=crumbs(version.work),
        back=url_for("footage.index", id=version.work_id),
    )  # fmt: skip


@bp.route("/files/<int:id>/remove/", methods=["GET", "POST"])
@decided_inside
def remove(id: int) -> ResponseReturnValue:  # noqa: A002
    """Out of an open version."""
    file = find(WorkFile, id, P.ADD_FILES)
    version, form = file.version, ButtonForm()
    if form.accepts():
        actions.remove(file, actor=actor())
        flash(_("已移除：%(name)s。", name=file.name), "done")
        return back_to("footage.index", id=version.work_id)
    return form_page(
        form, heading=_("移除文件"), button=_("移除"), danger=True, back=page_of(version), crumbs=crumbs(version.work),
        lede=_("从第%(n)d版移除“%(name)s”。移除以后要用就得重新上传。", n=version.number, name=file.name),
    )  # fmt: skip


@bp.get("/files/<int:id>/download")
@decided_inside
def download(id: int) -> ResponseReturnValue:  # noqa: A002
    """One's own file."""
    file = find(WorkFile, id, P.TAKE_AWAY)
    return sent_away(file.sha256, media_type=file.file_type.media_type, name=file.name, size=file.size)


@bp.post("/uploads/<token>/end/")
@signed_in
def end_upload(token: str) -> ResponseReturnValue:
    """Let go of an upload: one that was not taken, or that nobody goes on with."""
    upload = uploads.resumed(token, actor())
    version = find(WorkVersion, upload.subject_id, P.SEE_FILES)
    if ButtonForm().accepts():
        uploads.end(upload)
    # A page that lay open too long changes nothing; the list it leads back to has fresh buttons.
    return back_to("footage.index", id=version.work_id)
