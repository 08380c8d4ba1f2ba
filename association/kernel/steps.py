"""One route for all steps of a life.

GET draws the step's own small page: what it means, the reason asked for, one button (it works without script, and a
dangerous step asks once there). POST takes it. A feature calls `add_steps` once per workflow.
"""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import subjects
from association.kernel.db import Model
from association.kernel.errors import Unknown
from association.kernel.forms import Form, Required, StepForm
from association.kernel.pages import Crumb, form_page
from association.kernel.policy import Permission
from association.kernel.web import actor, decided_inside, find, opening
from association.kernel.words import _
from association.kernel.workflow import Step, Workflow


def add_steps(
    bp: Blueprint,
    model: type[Model],
    workflow: Workflow,
    *,
    see: Permission,
    page_of: Callable[[Any], str],
    title_of: Callable[[Any], str],
) -> None:
    """Serve `/<workflow>/<id>/<deed>/` in the blueprint as endpoint `<bp>.step_<workflow>`.

    `see` is needed to find the subject at all; `page_of` is where its page is; `title_of` what it is called.
    """
    subjects.known(model, see=see, title_of=title_of, page_of=page_of)

    @decided_inside
    def step(id: int, deed: str) -> ResponseReturnValue:  # noqa: A002
        subject = find(model, id, see)
        row = workflow.by_deed.get(deed)
        if row is None or row.by_clock or row.own_page:
            raise Unknown
        ready(workflow, deed, subject)
        form = StepForm()
        if row.reason is None:
            del form.reason
        else:
            form.reason.label.text = str(row.reason)
            form.reason.validators = [Required()] if row.reason_required else []
            form.reason.flags.required = row.reason_required
        if form.accepts():
            workflow.take(deed, subject, actor=actor(), **form.values)
            flash(_("已办：%(step)s。", step=str(row.label)), "done")
            return redirect(page_of(subject), 303)
        return render_template(
            "components/step_page.html", form=form, step=row, title=title_of(subject), back=page_of(subject)
        )

    bp.add_url_rule(
        f"/{workflow.name}/<int:id>/<deed>/",
        endpoint=f"step_{workflow.name}",
        view_func=step,
        methods=["GET", "POST"],
    )


def ready(workflow: Workflow, deed: str, subject: Any) -> None:
    """For the page of a step: whoever may not take it now is told why, instead of being shown a form that leads nowhere.

    Only when the page is opened; a posted form keeps what was typed and hears the same from the step itself.
    """
    if opening():
        workflow.check(deed, subject, actor=actor())


def form_page_of(
    workflow: Workflow, deed: str, form: Form, *, back: str, crumbs: Sequence[Crumb], lede: object = ""
) -> str:
    """The page of a step that asks for more than a press: called, explained and warned of as its row in the table says."""
    row = workflow.by_deed[deed]
    return form_page(
        form, heading=row.label, button=row.label, lede=lede or row.consequence, danger=row.is_dangerous, back=back, crumbs=crumbs
    )  # fmt: skip


def buttons(
    workflow: Workflow, subject: Any, *, endpoint: str, own_pages: dict[str, str] | None = None
) -> list[tuple[Step, str]]:
    """The steps open to the actor with their addresses; `own_pages` maps deeds with a page of their own to it."""
    pages = own_pages or {}
    return [
        (row, pages[row.deed] if row.own_page else url_for(endpoint, id=subject.id, deed=row.deed))
        for row in workflow.open_to(actor(), subject)
        if not row.own_page or row.deed in pages
    ]
