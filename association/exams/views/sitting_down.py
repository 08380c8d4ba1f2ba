"""The paper itself: answering while there is time, reading it once it is marked."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.exams import actions, gates, queries
from association.exams.forms import PaperForm, paper_form
from association.exams.models import OVER, Item, Sitting, SittingState
from association.exams.policy import P
from association.exams.views.own import crumbs
from association.exams.workflow import SITTING
from association.kernel import clock, steps
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _

bp = Blueprint("own_sitting", __name__, url_prefix="/my/exams")


def page_of(sitting: Sitting) -> str:
    return url_for("own_sitting.paper", id=sitting.id)


steps.add_steps(bp, Sitting, SITTING, see=P.SEE, page_of=page_of, title_of=lambda s: s.called)


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def paper(id: int) -> ResponseReturnValue:  # noqa: A002
    """To answer, while it is open; else to read."""
    sitting = find(Sitting, id, P.SEE)
    if not opening() or (sitting.state is SittingState.OPEN and can(actor(), P.SIT, sitting)):
        return _answering(find(Sitting, id, P.SIT))
    is_over = sitting.state in OVER
    may_sit = can(actor(), P.SIT, sitting)
    return render_template(
        "association/exams/result.html", sitting=sitting, row=sitting.enrolment.session, may_sit=may_sit,
        items=queries.items_of(sitting) if is_over or may_sit else [], is_over=is_over, appeal_until=gates.appeal_ends_on(sitting),
        buttons=steps.buttons(SITTING, sitting, endpoint="own_sitting.step_exam_sitting"), crumbs_=crumbs(sitting.enrolment),
        again=gates.not_yet(sitting.enrolment, queries.sittings_of([sitting.enrolment_id])[sitting.enrolment_id]) is None,
    )  # fmt: skip


def _answering(sitting: Sitting) -> ResponseReturnValue:
    """`do=auto` is the page's own saving; `do=save:3` the button under question 3; `do=next` goes on to handing in. `use` takes up an answer kept aside."""
    items = queries.items_of(sitting)
    form = paper_form(items)
    do = request.form.get("do", "")
    if form.accepts():
        saved = _taken(sitting, form)
        if do == "auto":
            return jsonify(_state_of(sitting, saved))
        if saved.aside:
            flash(_say_aside(saved.aside), "info")
        elif do != "next":
            flash(_("已保存。"), "done")
        if do == "next":
            return back_to("own_sitting.hand_in", id=sitting.id)
        return redirect(url_for("own_sitting.paper", id=sitting.id) + _anchor(do, saved), 303)
    if do == "auto":
        return jsonify(refused=[sentence for _field, sentence in form.faults])
    aside = {
        item.id: [a for a in saves if a.is_aside and a.number > item.version]
        for item, saves in zip(items, queries.answers_of(items).values(), strict=True)
    }
    return render_template(
        "association/exams/paper.html", sitting=sitting, row=sitting.enrolment.session, items=items, form=form, aside=aside, left=left(sitting),
        answered=sum(item.is_answered for item in items), is_open=sitting.state is SittingState.OPEN and sitting.is_in_time,
        crumbs_=crumbs(sitting.enrolment),
    )  # fmt: skip


def _taken(sitting: Sitting, form: PaperForm) -> actions.Saved:
    chosen = request.form.get("use", "")
    if chosen.isascii() and chosen.isdecimal() and len(chosen) < 16:
        return actions.Saved(taken=[actions.use_answer(sitting, int(chosen), actor=actor())])
    return actions.save(sitting, form.sent, actor=actor())


def _say_aside(positions: list[int]) -> str:
    return _(
        "第%(n)s题在另一个窗口已经存过更新的答案。你这里的也存下了，没有丢：两份都列在题下，请选用一份。", n=_("、").join(str(n) for n in positions),
    )  # fmt: skip


def _anchor(do: str, saved: actions.Saved) -> str:
    place = str(saved.aside[0]) if saved.aside else do.partition(":")[2]
    if not place and request.form.get("use") and saved.taken:
        place = str(saved.taken[0])
    return f"#t{place}" if place.isascii() and place.isdecimal() else ""


def _state_of(sitting: Sitting, saved: actions.Saved) -> dict[str, object]:
    items = queries.items_of(sitting)
    here = clock.now().astimezone(clock.CHINA)
    return {
        "said": _say_aside(saved.aside) if saved.aside else _("已自动保存（%(at)s）", at=f"{here:%H:%M:%S}"),
        "versions": {item.position: item.version for item in items}, "aside": saved.aside, "left": left(sitting),
        "answered": sum(item.is_answered for item in items),
    }  # fmt: skip


def left(sitting: Sitting) -> int:
    """Seconds until the time is over, by our clock."""
    return max(int((sitting.due_at - clock.now()).total_seconds()), 0)


@bp.get("/<int:id>/answers/<int:position>/")
@decided_inside
def answers(id: int, position: int) -> ResponseReturnValue:  # noqa: A002
    """Every save of one question, the newest first: nothing that was written is lost."""
    sitting = find(Sitting, id, P.SIT)
    item: Item | None = next((i for i in queries.items_of(sitting) if i.position == position), None)
    if item is None:
        raise Unknown
    saves = list(reversed(queries.answers_of([item])[item.id]))
    return render_template(
        "association/exams/answers.html",
        sitting=sitting,
        item=item,
        saves=saves,
        crumbs_=crumbs(sitting.enrolment),
    )


@bp.route("/<int:id>/hand-in/", methods=["GET", "POST"])
@decided_inside
def hand_in(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was saved is the paper."""
    sitting, form = find(Sitting, id, P.SIT), ButtonForm()
    steps.ready(SITTING, "hand_in", sitting)
    if form.accepts():
        SITTING.take("hand_in", sitting, actor=actor())
        flash(_("已交卷。"), "done")
        return back_to("own_sitting.paper", id=id)
    empty = [str(item.position) for item in queries.items_of(sitting) if not item.is_answered]
    return form_page(
        form, heading=_("交卷"), button=_("交卷"), back=page_of(sitting), crumbs=[*crumbs(sitting.enrolment), (sitting.called, page_of(sitting))],
        lede=_("还有没答的题：第%(which)s题。交卷以后不能再改。", which=_("、").join(empty)) if empty else _("全部答过了。交卷以后不能再改。"),
    )  # fmt: skip
