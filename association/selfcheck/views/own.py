"""An organisation's own self-checks: what it may answer and must, what is missing, what became better; and, shared, the same for staff."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, documents, exports, history, steps
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.lists import Column
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, allowed, back_to, decided_inside, find, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Kind, Organisation
from association.selfcheck import actions, labels, queries
from association.selfcheck.models import CheckAnswer, CheckQuestion, CheckState, Part, RoundState, SelfCheck
from association.selfcheck.policy import P
from association.selfcheck.workflow import SELF_CHECK

bp = Blueprint("own_selfcheck", __name__, url_prefix="/my/selfcheck")


def page_of(check: SelfCheck) -> str:
    return url_for("own_selfcheck.show", id=check.id)


steps.add_steps(
    bp,
    SelfCheck,
    SELF_CHECK,
    see=P.SEE_CHECK,
    page_of=page_of,
    title_of=lambda c: f"{c.version.title} {c.organisation.name}",
)


def crumbs(check: SelfCheck | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [(_("自查"), url_for("own_selfcheck.index"))]
    return trail if check is None else [*trail, (check.version.title, page_of(check))]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """For each of one's organisations: rounds it must take part in, questionnaires for its kinds, what has to be put right, what there was."""
    ids = actor().ids("organisation", "clerk", "signer")
    mine = [o for o in organisations.mine(actor()) if o.id in ids and can(actor(), P.START, o)]
    checks = queries.checks.checks_of(ids)
    return render_template(
        "association/selfcheck/own.html", mine=mine, parts=queries.rounds.own_parts(ids), checks=checks,
        answered=queries.checks.answered([c.id for c in checks]), gaps=queries.checks.gaps_of(ids),
        versions=queries.questionnaires.for_kinds({kind for o in mine for kind in o.kinds} or {Kind.STUDIO}),
        under_way={(c.organisation_id, c.questionnaire_id): c for c in checks if c.state is CheckState.OPEN and c.round_id is None},
    )  # fmt: skip


@bp.route("/start/<int:id>/<slug>/", methods=["GET", "POST"])
@decided_inside
def start(id: int, slug: str) -> ResponseReturnValue:  # noqa: A002
    """Begin with the version in use."""
    organisation = find(Organisation, id, P.START)
    questionnaire = queries.questionnaires.by_slug(slug)
    version = queries.questionnaires.version_in_use(questionnaire.id) if questionnaire else None
    if version is None:
        raise Unknown
    form = ButtonForm()
    if form.accepts():
        check = actions.start(organisation, version, actor=actor())
        return back_to("own_selfcheck.show", id=check.id)
    return form_page(
        form, heading=_("开始自查"), button=_("开始"), back=url_for("own_selfcheck.index"), crumbs=crumbs(),
        lede=_("%(name)s：%(title)s。一题一存，可以分几天、由几位同事填。回答只有本单位的经办人和授权签署人能看到，除非授权签署人共享给协会。",
               name=organisation.name, title=version.title),
    )  # fmt: skip


@bp.route("/rounds/<int:id>/", methods=["GET", "POST"])
@decided_inside
def part(id: int) -> ResponseReturnValue:  # noqa: A002
    """A round as this organisation has it: why, what, by when, and the button to begin."""
    own = find(Part, id, P.SEE_PART)
    form = ButtonForm()
    if form.accepts():
        check = actions.start(own.organisation, part=own, actor=actor())
        return back_to("own_selfcheck.show", id=check.id)
    return render_template(
        "association/selfcheck/part.html", part=own, round=own.round, form=form,
        why=organisations.why_it_concerns(own.round, own.organisation) or [_("发起时适用于你单位")],
        check=queries.checks.in_round(own.round_id, [own.organisation_id]).get(own.organisation_id),
        may_start=own.round.state is RoundState.OPEN and can(actor(), P.START, own.organisation),
    )  # fmt: skip


def whole(id_: int) -> SelfCheck:
    """The self-check with its answers, for whoever may see it."""
    return allowed(queries.checks.whole(id_), P.SEE_CHECK)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """How far it is; when it is finished, what is missing and what is otherwise than last time. `?format=csv` is the whole of it."""
    check = whole(id)
    if check.state is CheckState.DROPPED:
        raise Unknown
    earlier = queries.checks.before(check)
    # Of an earlier one only what is shared as well: sharing this one shares nothing else.
    if earlier is not None and not can(actor(), P.SEE_CHECK, earlier):
        earlier = None
    if request.args.get("format") == "csv":
        return exports.csv(check.questions, _columns(check, earlier))
    answers = {answer.question_id: answer for answer in check.answers}
    return render_template(
        "association/selfcheck/check.html", check=check, answers=answers, questions=check.questions,
        places=queries.places(check.questions), papers=attachments.of_many(check.answers, actions.EVIDENCE),
        comparison=queries.compared(check, earlier) if earlier is not None and check.state is CheckState.FINISHED else None,
        changes=labels.CHANGES, may_fill=can(actor(), P.FILL, check), may_share=can(actor(), P.SHARE, check),
        groups=_grouped(check.questions), first_open=_first_open(check.questions, answers),
        buttons=steps.buttons(SELF_CHECK, check, endpoint="own_selfcheck.step_self_check"), lines=history.panel(check),
        paper=documents.document_of(check, "self_check") if check.state is CheckState.FINISHED else None,
    )  # fmt: skip


def _first_open(questions: list[CheckQuestion], answers: dict[int, CheckAnswer]) -> CheckQuestion | None:
    return next((q for q in questions if q.id not in answers), None)


def _grouped(questions: list[CheckQuestion]) -> list[tuple[str, list[tuple[int, CheckQuestion]]]]:
    """(heading, [(place, question)]) in order."""
    found: dict[str, list[tuple[int, CheckQuestion]]] = {}
    for place, question in enumerate(questions, 1):
        found.setdefault(question.group, []).append((place, question))
    return list(found.items())


def _columns(check: SelfCheck, earlier: SelfCheck | None) -> list[Column]:
    """Of one question as a row; what it holds is read from the answers."""
    now = {answer.question_id: answer for answer in check.answers}
    then = {answer.question.key: answer for answer in earlier.answers} if earlier is not None else {}
    places = {question.id: place for place, question in enumerate(check.questions, 1)}

    def of_answer(name: str) -> Column:
        return Column(name, labels.ANSWERS[name], lambda q: getattr(now.get(q.id), name, None))

    return [
        Column("place", labels.ANSWERS["place"], lambda q: places[q.id]),
        Column("group", labels.ANSWERS["group"], lambda q: q.group),
        Column("words", labels.ANSWERS["words"], lambda q: q.words),
        Column("value", labels.ANSWERS["value"], lambda q: str(now[q.id].value.label) if q.id in now else ""),
        of_answer("note"),
        Column("basis", labels.ANSWERS["basis"], lambda q: q.cited),
        of_answer("owner"), of_answer("due_on"), of_answer("done_on"), of_answer("done_note"),
        Column("then", labels.ANSWERS["then"], lambda q: str(then[q.key].value.label) if q.key in then else ""),
    ]  # fmt: skip


@bp.get("/<int:id>/document.pdf")
@decided_inside
def pdf(id: int) -> ResponseReturnValue:  # noqa: A002
    """As it was when it was finished."""
    check = find(SelfCheck, id, P.SEE_CHECK)
    if check.state is not CheckState.FINISHED:
        raise Unknown
    return documents.answer(documents.document_of(check, "self_check"))
