"""The pool as the public sees it: who serves, who is in public notice. Names only where they have consented."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.experts import actions, queries
from association.experts.forms import ObjectForm, RecommendForm
from association.experts.models import ConsentKind, Expert
from association.experts.papers import of as certificate_of
from association.experts.policy import P
from association.kernel import clock, dated
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, find_by, needs, opening, public, signed_in
from association.kernel.words import _, _l
from association.organisations import queries as organisations

bp = Blueprint("experts", __name__, url_prefix="/experts")

COLUMNS = (
    Column("number", _l("专家编号"), lambda e: e.number),
    Column("name", _l("姓名"), lambda e: e.shown_name),
    Column("fields", _l("专业领域"), lambda e: "、".join(e.fields)),
    Column("employer", _l("工作单位"), lambda e: e.shown_employer),
    Column("title", _l("职务、职称"), lambda e: e.shown_title),
    Column("from_on", _l("聘期自"), lambda e: e.from_on),
    Column("to_on", _l("聘期至"), lambda e: e.to_on),
)
NOTICE_COLUMNS = (
    Column("name", _l("姓名"), lambda e: e.noticed_name),
    Column("fields", _l("专业领域"), lambda e: "、".join(e.fields)),
    Column("route", _l("来源"), lambda e: str(e.route.label)),
    Column("notice_from", _l("公示自"), lambda e: e.notice_from),
    Column("notice_to", _l("公示至"), lambda e: e.notice_to),
)
FEED = Feed(
    title=_l("专家"), newest=(Expert.from_on.desc(), Expert.id.desc()), at=lambda e: e.from_on,
    called=lambda e: f"{e.shown_name} {e.number}", says=lambda e: "、".join(e.fields),
)  # fmt: skip
NOTICE_FEED = Feed(
    title=_l("专家公示"), newest=(Expert.notice_from.desc(), Expert.id.desc()), at=lambda e: e.notice_from,
    called=lambda e: e.noticed_name, says=lambda e: "、".join(e.fields),
)  # fmt: skip


def _in_field() -> Choice:
    return Choice(
        "field",
        _l("专业领域"),
        queries.in_field,
        pairs=lambda: [(f, f) for f in dated.value("experts.fields")],
    )


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Who serves today, by number."""
    listing = Listing(
        queries.pool(clock.today()), columns=COLUMNS, url_of=lambda e: url_for("experts.show", number=e.number), feed=FEED,
        filters=[Words("q", _l("公开的姓名、单位或编号"), queries.shown_with), _in_field()],
        orders={"number": (_l("编号"), (Expert.number, Expert.id))},
    )  # fmt: skip
    return listing.answer("association/experts/index.html", may_recommend=can(actor(), P.RECOMMEND))


@bp.get("/<number>/")
@public
def show(number: str) -> ResponseReturnValue:
    """One expert, as far as they consent. Whoever serves no longer has no page."""
    expert = find_by(queries.by_number(number), P.LIST)
    if not can(actor(), P.SEE_SHOWN, expert):
        raise Unknown
    return render_template(
        "association/experts/show.html", expert=expert, certificate=certificate_of(expert), may_see_file=can(actor(), P.SEE_FILE, expert)
    )  # fmt: skip


@bp.get("/notices/")
@public
def notices() -> ResponseReturnValue:
    """Whose public notice runs today."""
    listing = Listing(
        queries.on_notice(clock.today()), columns=NOTICE_COLUMNS, url_of=lambda e: url_for("experts.notice", id=e.id), feed=NOTICE_FEED,
        filters=[_in_field()], orders={"ends": (_l("最早截止"), (Expert.notice_to, Expert.id))},
    )  # fmt: skip
    return listing.answer("association/experts/notices.html", days=dated.value("experts.notice_days"))


def _noticed(id_: int) -> Expert:
    return find_by(queries.on_notice(clock.today()).where(Expert.id == id_), P.LIST)


@bp.get("/notices/<int:id>/")
@public
def notice(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody in public notice, with what they let be seen meanwhile."""
    expert = _noticed(id)
    return render_template(
        "association/experts/notice.html", expert=expert, shows=expert.consents_to(ConsentKind.NOTICE)
    )


@bp.route("/notices/<int:id>/object/", methods=["GET", "POST"])
@signed_in
def object_to(id: int) -> ResponseReturnValue:  # noqa: A002
    """Say what speaks against somebody."""
    expert = _noticed(id)
    if opening():
        actions.serving.check_on_notice(expert)
    form = ObjectForm()
    if form.accepts():
        actions.object_to(expert, text=form.text.data or "", actor=actor())
        flash(_("已收到。答复会写信给你。"), "done")
        return back_to("experts.notice", id=id)
    return form_page(
        form, heading=_("提出异议"), button=_("提交"), back=url_for("experts.notice", id=id),
        crumbs=[(_("专家名册"), url_for("experts.index")), (_("公示名单"), url_for("experts.notices")), (expert.noticed_name, url_for("experts.notice", id=id))],
    )  # fmt: skip


@bp.route("/recommend/", methods=["GET", "POST"])
@needs(P.RECOMMEND)
def recommend() -> ResponseReturnValue:
    """For an organisation, or for the secretariat."""
    mine = {
        o.id: o
        for o in organisations.mine(actor())
        if o.is_verified and o.id in actor().ids("organisation", "clerk", "signer")
    }
    form = RecommendForm()
    form.organisation.choices = [(o.id, o.name) for o in mine.values()]
    if "experts" in actor().roles:
        form.organisation.choices = [(0, _("秘书处")), *form.organisation.choices]
    if form.accepts():
        values = form.values
        actions.recommend(**values | {"organisation": mine.get(values["organisation"])}, actor=actor())
        flash(_("已写信给被推荐人，请本人答复。"), "done")
        return back_to("experts.index")
    return form_page(
        form, heading=_("推荐专家"), button=_("推荐"), back=url_for("experts.index"), crumbs=[(_("专家名册"), url_for("experts.index"))],
        lede=_("本人同意以后，秘书处审核、公示，再由协会聘任。"),
    )  # fmt: skip
