"""Certificates at the desk: issued for a session, listed, revoked."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.forms import ButtonForm
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.training import actions, queries
from association.training.forms import RevokeForm
from association.training.models import CourseSession, Enrolment
from association.training.policy import P
from association.training.views.courses import crumbs
from association.training.views.own import page_of as enrolment_page

bp = Blueprint("training_certifying", __name__, url_prefix="/desk/training")

COLUMNS = (
    Column("number", _l("编号"), lambda e: e.certificate.number),
    Column("name", _l("姓名"), lambda e: e.name),
    Column("organisation", _l("单位"), lambda e: e.organisation.name if e.organisation else ""),
    Column("session", _l("培训"), lambda e: e.session.called),
    Column("valid_from", _l("有效期自"), lambda e: e.certificate.valid_from),
    Column("valid_until", _l("有效期至"), lambda e: e.certificate.valid_until),
    Column("state", _l("状态"), lambda e: str(e.certificate.state.label)),
)


@bp.get("/certificates/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """Every certificate of training."""
    valid = Choice(
        "state", _l("状态"), lambda rows, _v: queries.valid_on(rows, clock.today()), pairs=[("valid", _l("有效"))], as_links=True,
    )  # fmt: skip
    listing = Listing(
        queries.certified(), columns=COLUMNS, url_of=enrolment_page, filters=[Words("q", _l("编号"), queries.numbered), valid],
        orders={"newest": (_l("最新签发在前"), (Enrolment.certificate_id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/training/certificates.html")


@bp.route("/<int:id>/certify/", methods=["GET", "POST"])
@decided_inside
def certify(id: int) -> ResponseReturnValue:  # noqa: A002
    """To everybody of a session who was there often enough."""
    row, form = find(CourseSession, id, P.CERTIFY), ButtonForm()
    if opening():
        actions.check_certifiable(row)
    if form.accepts():
        count = actions.issue_certificates(row, actor=actor())
        flash(_("已签发%(n)d份证书，并写信告知。", n=count), "done")
        return back_to("training_attendance.attendance", id=id)
    names = _("、").join(e.name for e in queries.entitled(row))
    return form_page(
        form, heading=_("签发证书"), button=_("签发证书"), back=url_for("training_attendance.attendance", id=id), crumbs=crumbs(row.course),
        lede=_("签发给到场达到要求的：%(names)s。", names=names),
    )  # fmt: skip


@bp.route("/places/<int:id>/revoke/", methods=["GET", "POST"])
@decided_inside
def revoke(id: int) -> ResponseReturnValue:  # noqa: A002
    """One certificate, with a reason."""
    enrolment, form = find(Enrolment, id, P.CERTIFY), RevokeForm()
    if opening():
        actions.check_revocable(enrolment)
    if form.accepts():
        actions.revoke_certificate(enrolment, **form.values, actor=actor())
        flash(_("已撤销，核验页从今天起显示已被撤销。"), "done")
        return back_to("own_training.show", id=id)
    return form_page(
        form,
        heading=_("撤销证书"),
        button=_("撤销证书"),
        back=enrolment_page(enrolment),
        crumbs=crumbs(enrolment.session.course),
        danger=True,
    )
