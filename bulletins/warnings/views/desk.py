"""Staff: the warnings, one with its reviews, whom it reached, who has not confirmed."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from association import drafting
from association.consultations import citing
from association.kernel import history, steps
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from bulletins.warnings import actions, labels, queries
from bulletins.warnings.forms import EditForm, ReduceForm, WarningForm
from bulletins.warnings.models import Level, ReceiptState, RiskWarning, WarningReceipt, WarningState
from bulletins.warnings.policy import P
from bulletins.warnings.views.public import COLUMNS, ORDERS, filters
from bulletins.warnings.workflow import WARNING

bp = Blueprint("warning_desk", __name__, url_prefix="/desk/warnings")


def page_of(warning: RiskWarning) -> str:
    return url_for("warning_desk.show", id=warning.id)


steps.add_steps(bp, RiskWarning, WARNING, see=P.READ_FILE, page_of=page_of, title_of=lambda w: str(w.title))


def _crumbs(warning: RiskWarning | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("预警的办理"), url_for("warning_desk.index")),
    ]
    return trail if warning is None else [*trail, (warning.title, page_of(warning))]


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All warnings, drafts and withdrawn ones too."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, url_of=page_of, filters=filters(tuple(WarningState)),
        orders={"newest": (_l("最近起草"), (RiskWarning.id.desc(),)), **ORDERS},
    )  # fmt: skip
    return listing.answer("bulletins/warnings/all.html", may_draft=can(actor(), P.DRAFT))


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.DRAFT)
def new() -> ResponseReturnValue:
    """Begin one."""
    form = WarningForm(confirm_days=3)
    if form.accepts():
        warning = actions.draft(**form.values, actor=actor())
        flash(_("已存为草稿，可以送初审。"), "done")
        return back_to("warning_desk.show", id=warning.id)
    return form_page(
        form, heading=_("起草预警"), button=_("存为草稿"), back=url_for("warning_desk.index"), crumbs=_crumbs(),
        lede=_("经初审、复审、终审，由三个人办理后发布。"),
    )  # fmt: skip


@bp.route("/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write a draft anew. Whoever saves over somebody else's newer one is shown both."""
    warning = find(RiskWarning, id, P.DRAFT)
    _only_drafts(warning)
    newest = drafting.latest(warning)
    form = EditForm(data=_typed(warning) | {"base": newest.number if newest else 0})
    beside: dict[str, Any] = {"theirs": None, "mine": None, "differs": []}
    if form.accepts():
        saved = actions.change(warning, base=form.over, **form.facts, actor=actor())
        if not saved.is_aside:
            flash(_("已保存。"), "done")
            return back_to("warning_desk.show", id=id)
        theirs = drafting.latest(warning)
        assert theirs is not None  # noqa: S101 - a text is laid aside because there is a newer one
        form.base.data = str(theirs.number)
        beside = {"theirs": theirs, "mine": saved, "differs": _differs(_typed(warning), form.facts)}
    page = render_template(
        "bulletins/warnings/edit.html", form=form, warning=warning, back=page_of(warning), crumbs=_crumbs(warning), **beside
    )  # fmt: skip
    return (page, 409) if beside["mine"] else page


def _differs(theirs: dict[str, Any], mine: dict[str, Any]) -> list[tuple[object, str, str]]:
    """Facts that are not the same: what they are called, theirs, mine."""
    theirs = theirs | {"level": Level(theirs["level"])}
    rows = [
        (label, labels.words_of(name, theirs[name]), labels.words_of(name, mine[name]))
        for name, label in labels.FACTS.items()
    ]
    return [row for row in rows if row[1] != row[2]]


def _only_drafts(warning: RiskWarning) -> None:
    if opening() and warning.state is not WarningState.DRAFT:
        raise Refused(_("已经送审，不能再改；要改请先退回。"))


def _typed(warning: RiskWarning) -> dict[str, Any]:
    """The warning as its form shows it."""
    same = (
        "title", "topic", "happens", "todo", "act_by", "valid_from", "valid_to", "kinds", "provinces", "only_named", "must_read",
        "wants_statement", "confirm_days", "publish_at",
    )  # fmt: skip
    codes = session.scalars(
        select(Organisation.uscc).where(Organisation.id.in_(warning.named)).order_by(Organisation.uscc)
    )
    return {name: getattr(warning, name) for name in same} | {
        "level": warning.level.value, "named": "\n".join(codes), "contents": "\n".join(warning.contents),
        "platforms": "\n".join(warning.platforms),
    }  # fmt: skip


STATES = (*((state.value, state.label) for state in ReceiptState), ("late", _l("逾期未确认")))


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The warning with its reviews, and everybody it reached with what they did."""
    warning = find(RiskWarning, id, P.READ_FILE)
    listing = Listing(
        queries.receipts_of(warning), per_page=50,
        columns=(
            Column("organisation", _l("单位"), lambda r: r.organisation.name),
            Column("uscc", _l("统一社会信用代码"), lambda r: r.organisation.uscc),
            Column("state", _l("状态"), lambda r: str(r.state.label)),
            Column("due_on", _l("确认期限"), lambda r: r.due_on),
            Column("confirmed_at", _l("确认时间"), lambda r: r.confirmed_at),
            Column("confirmed_by", _l("确认人"), lambda r: r.confirmed_by),
            Column("escalated_at", _l("提请时间"), lambda r: r.escalated_at),
        ),
        url_of=lambda r: url_for("own_warnings.show", id=r.id),
        orders={"name": (_l("单位名称"), (Organisation.name_key, WarningReceipt.id)),
                "due": (_l("期限"), (WarningReceipt.due_on, WarningReceipt.id))},
        filters=[Choice("state", _l("状态"), queries.unconfirmed, pairs=STATES, as_links=True),
                 Words("q", _l("单位名称"), lambda rows, word: rows.where(Organisation.name.contains(word, autoescape=True)))],
    )  # fmt: skip
    is_draft = warning.state is WarningState.DRAFT and can(actor(), P.DRAFT, warning)
    return listing.answer(
        "bulletins/warnings/work.html", warning=warning, whom=organisations.whom(warning), is_draft=is_draft,
        rate=queries.rate(warning), concerned=queries.how_many(warning), named=_named(warning),
        buttons=steps.buttons(
            WARNING, warning, endpoint="warning_desk.step_warning",
            own_pages={"reduce": url_for("warning_desk.reduce", id=id)},
        ),
        versions=drafting.versions(warning) if is_draft else [], lines=history.panel(warning),
    )  # fmt: skip


def _named(warning: RiskWarning) -> list[str]:
    names = (
        select(Organisation.name).where(Organisation.id.in_(warning.named)).order_by(Organisation.name_key)
    )
    return list(session.scalars(names)) if warning.named else []


@bp.route("/<int:id>/clauses/", methods=["GET", "POST"])
@decided_inside
def clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Note a clause it rests on."""
    warning = find(RiskWarning, id, P.DRAFT)
    _only_drafts(warning)
    return citing.note_clause(
        partial(actions.add_clause, warning, actor=actor()), page_of=page_of(warning), heading=_("登记所依条款"), button=_("登记"), crumbs=_crumbs(warning),
    )  # fmt: skip


@bp.route("/<int:id>/clauses/remove/", methods=["GET", "POST"])
@decided_inside
def remove_clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin the list of clauses anew."""
    warning = find(RiskWarning, id, P.DRAFT)
    _only_drafts(warning)
    return citing.empty_list(
        partial(actions.remove_clauses, warning, actor=actor()), page_of=page_of(warning), heading=_("清空所依条款"), button=_("清空"), crumbs=_crumbs(warning),
    )  # fmt: skip


@bp.route("/<int:id>/reduce/", methods=["GET", "POST"])
@decided_inside
def reduce(id: int) -> ResponseReturnValue:  # noqa: A002
    """The risk is less; the level may go down with it."""
    warning = find(RiskWarning, id, P.CLOSE)
    steps.ready(WARNING, "reduce", warning)
    form = ReduceForm(data={"level": warning.level.value})
    if form.accepts():
        WARNING.take("reduce", warning, actor=actor(), **form.values)
        flash(_("已登记，公开页已更新。"), "done")
        return back_to("warning_desk.show", id=id)
    return form_page(
        form, heading=_("登记风险降低"), button=_("登记"), back=page_of(warning), crumbs=_crumbs(warning),
        lede=_("级别只能降低或不变。说明公开，收到过的单位会得到通知；没有确认的仍须确认。"),
    )  # fmt: skip
