"""What waits for whom: drafts and rounds for staff; rounds, unfinished self-checks and what has to be put right for officers."""

from collections.abc import Iterable
from datetime import timedelta

from association.kernel import clock, dated
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.selfcheck import queries
from association.selfcheck.models import CheckAnswer, CheckState, Round, RoundState, VersionState
from association.selfcheck.policy import P
from association.selfcheck.workflow import ROUND, VERSION

AREA = "selfcheck"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.READ_FILE):
        yield from _for_staff(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        yield from _rounds(ids)
        yield from _unfinished(ids)
        yield from _gaps(ids)


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for version in VERSION.turns_of(actor, queries.questionnaires.versions_at_work()):
        draft = version.state is VersionState.DRAFT
        yield Waiting(
            title=_("自查问卷：%(title)s，第%(n)d版", title=version.title, n=version.number), what=_("自查"), area=AREA,
            ask=_("请写好后送另一人发布。") if draft else _("请核对各题和依据，发布或退回。"),
            endpoint="selfcheck_desk.show", values={"id": version.id}, button=_("办理"),
        )  # fmt: skip
    due = [r for r in queries.rounds.at_work() if r.state is not RoundState.OPEN or r.is_over_due]
    for round_ in ROUND.turns_of(actor, [*due, *queries.rounds.to_publish()]):
        yield Waiting(
            title=_("专项自查：%(title)s", title=round_.title), ask=_ask(round_), what=_("自查"), area=AREA,
            endpoint="selfcheck_rounds.show", values={"id": round_.id}, button=_("办理"),
            due_on=round_.due_on if round_.state is RoundState.OPEN else None,
        )  # fmt: skip


def _ask(round_: Round) -> str:
    return {
        RoundState.DRAFT: _("请写好后送另一人发起。"), RoundState.PROPOSED: _("请核对范围和题目，发起或退回。"),
        RoundState.OPEN: _("已过截止日，请看还有谁没有完成，写明情况后结束。"), RoundState.CLOSED: _("已经结束，请决定是否公布结果。"),
    }[round_.state]  # fmt: skip


def _rounds(ids: list[int]) -> Iterable[Waiting]:
    for part in queries.rounds.own_parts(ids, only_owed=True):
        yield Waiting(
            title=_("专项自查：%(title)s", title=part.round.title), what=_("自查"), area=AREA,
            ask=_("请代表%(name)s完成这一轮自查。", name=part.organisation.name), endpoint="own_selfcheck.part",
            values={"id": part.id}, button=_("去自查"), due_on=part.round.due_on,
        )  # fmt: skip


def _unfinished(ids: list[int]) -> Iterable[Waiting]:
    for check in queries.checks.checks_of(ids):
        if check.state is CheckState.OPEN and check.round_id is None:
            yield Waiting(
                title=_("自查：%(title)s", title=check.version.title), what=_("自查"), area=AREA,
                ask=_("%(name)s的自查还没有填完，可以接着填。", name=check.organisation.name), endpoint="own_selfcheck.show",
                values={"id": check.id}, button=_("接着填"),
            )  # fmt: skip


def _gaps(ids: list[int]) -> Iterable[Waiting]:
    """One item for each self-check with something due soon: what it is stands on its page."""
    horizon = clock.today() + timedelta(days=max(dated.value("selfcheck.gap_reminders"), default=0))
    soon: dict[int, list[CheckAnswer]] = {}
    for answer in queries.checks.gaps_of(ids):
        if answer.due_on is not None and answer.due_on <= horizon:
            soon.setdefault(answer.check_id, []).append(answer)
    for answers in soon.values():
        check = answers[0].check
        yield Waiting(
            title=_("自查整改：%(name)s", name=check.organisation.name), what=_("自查"), area=AREA,
            ask=_("《%(title)s》有%(n)d项到期或将到期，请登记整改。", title=check.version.title, n=len(answers)),
            endpoint="own_selfcheck.show", values={"id": check.id}, button=_("看缺项"), due_on=answers[0].due_on,
        )  # fmt: skip
