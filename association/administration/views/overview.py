"""The state of the site at a glance: what needs an administrator, what was given up, whether the logs
hold."""

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue

from association.administration import actions, queries
from association.administration.policy import P
from association.administration.views import bp
from association.kernel import jobs, letters
from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.policy import can
from association.kernel.web import actor, back_to, needs
from association.kernel.words import _, _l

_FAULTS = {
    "missing": _l("这一条不见了"),
    "the hash before it is another": _l("它所接的前一条换过"),
    "its content was changed": _l("内容被改过"),
    "the content kept for it was changed": _l("留存的内容被换过"),
    "its hash in the tree is another": _l("树上的散列与它不符"),
    "a hash above it in the tree is another": _l("它上方的散列被换过"),
    "rewritten after a checkpoint was signed over it": _l("从这一条起的记录在签署检查点之后被改写"),
    "the checkpoint over it is not signed by the log's key": _l("包括它的检查点不是本会的密钥签署的"),
    "missing, although a checkpoint was signed over it": _l("已签署检查点的记录不见了"),
}


@bp.get("/")
@needs(P.OVERSEE)
def index() -> ResponseReturnValue:
    """What needs an administrator."""
    return render_template(
        "association/administration/index.html", overview=queries.overview(), code_points=_code_points
    )


def _code_points(characters: str) -> str:
    """A character no face can draw may not show here either, so its number stands beside it."""
    return "、".join(f"{c} U+{ord(c):04X}" for c in characters)


@bp.get("/work/")
@needs(P.OVERSEE)
def work() -> ResponseReturnValue:
    """Letters and jobs nobody will try again unless told to."""
    may_try = can(actor(), P.TRY_AGAIN)
    return render_template(
        "association/administration/work.html",
        letters=letters.given_up(),
        jobs=jobs.given_up(),
        again_form=ButtonForm if may_try else None,
    )


@bp.post("/work/letters/<int:id>/")
@needs(P.TRY_AGAIN)
def send_again(id: int) -> ResponseReturnValue:  # noqa: A002
    letter = session.get(letters.Letter, id)
    if letter is None:
        raise Unknown
    if ButtonForm().accepts():
        actions.send_again(letter, actor=actor())
        flash(_("这封信将重新发送。"), "done")
    return back_to("administration.work")


@bp.post("/work/jobs/<int:id>/")
@needs(P.TRY_AGAIN)
def run_again(id: int) -> ResponseReturnValue:  # noqa: A002
    job = session.get(jobs.Job, id)
    if job is None:
        raise Unknown
    if ButtonForm().accepts():
        actions.run_again(job, actor=actor())
        flash(_("这项任务将重新执行。"), "done")
    return back_to("administration.work")


@bp.get("/logs/")
@needs(P.OVERSEE)
def logs() -> ResponseReturnValue:
    """Where the two chains stand; `?check=1` walks them entry by entry."""
    walk = request.args.get("check") == "1"
    return render_template(
        "association/administration/logs.html", chains=queries.chains(walk=walk), fault_words=_FAULTS
    )
