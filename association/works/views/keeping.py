"""Staff keep the periods of the rule: one proposes, another confirms, somebody compares with the official text."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.day_words import day_words
from association.kernel.lists import Choice, Column, Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.proposals import Proposal
from association.kernel.web import actor, back_to, find, needs
from association.kernel.words import _, _l
from association.works import actions, queries
from association.works.forms import RuleForm
from association.works.models import ClassRule, DramaClass
from association.works.policy import P
from association.works.workflow import CLASS_RULE

bp = Blueprint("class_rules", __name__, url_prefix="/desk/class-rules")

COLUMNS = (
    Column("in_force_from", _l("起用"), lambda r: r.in_force_from),
    Column("makings", _l("制作方式"), lambda r: [str(m.label) for m in r.kinds_of_making]),
    Column("key_from", _l("重点的起点（万元）"), lambda r: r.key_from),
    Column("ordinary_from", _l("普通的起点（万元）"), lambda r: r.ordinary_from),
    Column("basis", _l("依据"), lambda r: r.basis),
    Column("state", _l("状态"), lambda r: r.state.label),
    Column("checked_by", _l("核对人"), lambda r: r.checked_by),
    Column("checked_on", _l("核对日期"), lambda r: r.checked_on),
)
ORDERS = {"day": (_l("起用日期"), [ClassRule.in_force_from.desc(), ClassRule.id.desc()])}


def called(rule: ClassRule) -> str:
    return _("分类规则，自%(day)s起", day=day_words(rule.in_force_from))


steps.add_steps(
    bp, ClassRule, CLASS_RULE, see=P.SEE_RULES, page_of=lambda r: url_for("class_rules.show", id=r.id), title_of=called
)  # fmt: skip


@bp.get("/")
@needs(P.SEE_RULES)
def index() -> ResponseReturnValue:
    """All periods, proposed and struck ones too."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, orders=ORDERS, url_of=lambda r: url_for("class_rules.show", id=r.id),
        filters=[
            Choice("state", _l("状态"), lambda rows, wanted: rows.where(ClassRule.state == Proposal(wanted)),
                   pairs=[(state.value, state.label) for state in Proposal])
        ],
    )  # fmt: skip
    return listing.answer("association/works/rules.html", may_propose=can(actor(), P.PROPOSE_RULE))


@bp.get("/<int:id>/")
@needs(P.SEE_RULES)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One period with its trail."""
    rule = find(ClassRule, id, P.SEE_RULES)
    return render_template(
        "association/works/rule.html", rule=rule, buttons=steps.buttons(CLASS_RULE, rule, endpoint="class_rules.step_class_rule"),
        lines=history.panel(rule), classes=list(DramaClass)[::-1],
    )  # fmt: skip


@bp.route("/propose/", methods=["GET", "POST"])
@needs(P.PROPOSE_RULE)
def propose() -> ResponseReturnValue:
    """A period for somebody else to confirm, beginning from the latest one's words."""
    newest = next(iter(queries.periods()[::-1]), None)
    form = RuleForm(data=_copied(newest) if newest else None)
    if form.accepts():
        rule = actions.propose(**form.values, actor=actor())
        flash(_("已提出，等待另一人与依据核对后确认。"), "done")
        return back_to("class_rules.show", id=rule.id)
    return form_page(
        form, heading=_("提出一个时期的分类规则"), button=_("提出"), back=url_for("class_rules.index"),
        lede=_("由另一人确认后采用；采用后不能改，只能另提一份或者撤下。已按最近一份填好，改动不同的地方即可。"),
        crumbs=[(_("工作台"), url_for("desk.index")), (_("分类规则"), url_for("class_rules.index"))],
    )  # fmt: skip


def _copied(rule: ClassRule) -> dict[str, object]:
    """What usually stays the same; the day and the basis never do."""
    names = (
        "makings",
        "key_from",
        "ordinary_from",
        "triggers",
        "handled_key",
        "handled_ordinary",
        "handled_other",
        "numbers",
        "deadlines",
    )
    return {name: getattr(rule, name) for name in names} | {"subjects": "\n".join(rule.subjects)}
