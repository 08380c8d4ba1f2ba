"""What the steps of a self-check do. None of them writes what was answered anywhere."""

from sqlalchemy import delete

from association.kernel import attachments, clock, documents
from association.kernel.audit import kind_of
from association.kernel.db import session
from association.kernel.documents import RenderedDocument
from association.kernel.policy import Actor
from association.kernel.words import _
from association.selfcheck import queries
from association.selfcheck.models import RoundState, SelfCheck


def unanswered(check: SelfCheck) -> object | None:
    """Every question wants an answer before it is finished."""
    answered = {answer.question_id for answer in check.answers}
    left = [n for n, question in enumerate(check.questions, 1) if question.id not in answered]
    if not left:
        return None
    return _("还有%(n)d题没有回答，第一题是第%(first)d题。", n=len(left), first=left[0])


def finished(check: SelfCheck, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The private list of gaps is ready, and so is its print; the round hears the day and nothing else."""
    check.finished_at = clock.now()
    _tell_round(check)
    _promise_print(check)


def _promise_print(check: SelfCheck) -> None:
    if check.finished_at is not None:
        documents.render_later(
            "print/association/selfcheck.html", subject=check, kind="self_check", title=_("自查记录"),
            version=str(int(check.finished_at.timestamp())), address=f"/my/selfcheck/{check.id}/",
        )  # fmt: skip


def _destroy_print(check: SelfCheck) -> None:
    session.execute(
        delete(RenderedDocument).where(
            RenderedDocument.subject_kind == kind_of(check), RenderedDocument.subject_id == check.id
        )
    )


def print_anew(check: SelfCheck) -> None:
    """What it says has changed under it: somebody named in it was forgotten."""
    _destroy_print(check)
    _promise_print(check)


def not_to_be_reopened(check: SelfCheck) -> object | None:
    if check.is_shared:
        return _("已共享给协会，请先收回共享。")
    if check.round is not None and check.round.state is not RoundState.OPEN:
        return _("这一轮专项自查已经结束。")
    return None if queries.checks.is_newest(check) else _("后面已有新的自查，这一次不能再改。")


def reopened(check: SelfCheck, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Its print is no longer what it says."""
    check.finished_at = None
    _tell_round(check)
    _destroy_print(check)


def _tell_round(check: SelfCheck) -> None:
    if check.round_id is not None:
        part = queries.rounds.part_of(check.round_id, check.organisation_id)
        if part is not None:
            part.finished_at = check.finished_at


def is_shared(check: SelfCheck) -> object | None:
    return _("已经共享给协会。") if check.is_shared else None


def is_not_shared(check: SelfCheck) -> object | None:
    return None if check.is_shared else _("没有共享给协会。")


def shared(check: SelfCheck, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    check.shared_at = clock.now()


def unshared(check: SelfCheck, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    check.shared_at = None


def dropped(check: SelfCheck, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What was answered goes with it, files too."""
    for papers in attachments.of_many(check.answers).values():
        for paper in papers:
            attachments.remove(paper)
    check.answers = []
