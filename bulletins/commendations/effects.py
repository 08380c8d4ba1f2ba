"""What the steps of rounds, nominations and objections do beyond moving a state; most of it is rows of standing."""

from datetime import timedelta

from association import standing
from association.kernel import clock, working_days
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.standing import StandingKind, StandingState
from association.standing import queries as rows
from bulletins.commendations import gates, queries
from bulletins.commendations.models import Nomination, NominationState, Objection, Round, RoundState, Stage
from bulletins.commendations.settings import how_many

S = NominationState


def entry_address(nomination: Nomination) -> str:
    return f"/commendations/entries/{nomination.id}/"


def round_text(round_: Round) -> str:
    """What the public log commits to."""
    return f"{round_.slug}:{round_.title}:{round_.state.value}"


def nomination_text(nomination: Nomination) -> str:
    return (
        f"{nomination.round.slug}:{nomination.organisation.uscc}:{nomination.called}:{nomination.state.value}"
    )


# Rounds


def opened(round_: Round, *, actor: Actor, reason: str, slug: str) -> None:  # noqa: ARG001
    """The call is issued: nominations come in."""
    round_.slug, round_.opened_on = slug, clock.today()
    keep_in_search(round_)


def keep_in_search(round_: Round) -> None:
    key = f"commendation_round:{round_.id}"
    if round_.slug is None or round_.state is RoundState.STOPPED:
        records.withdraw(key)
        return
    records.publish(
        key=key, kind="commendation", title=round_.title, body=round_.purpose, url=f"/commendations/{round_.slug}/",
        dated_on=round_.opened_on or clock.today(),
    )  # fmt: skip


def still_nominating(round_: Round) -> object | None:
    return _("征集还没有截止。") if clock.today() <= round_.nominate_by else None


def still_laid_out(round_: Round) -> object | None:
    is_over = round_.publicity_to is not None and round_.publicity_to < clock.today()
    return None if is_over else _("公示期还没有满。")


def laid_out(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What is proposed is public, each entry on its organisation's record."""
    round_.publicity_from = clock.today()
    round_.publicity_to = working_days.add(clock.today(), how_many("publicity_days")).on
    for nomination in queries.entries(round_, S.PROPOSED):
        for row in _nomination_rows(nomination):
            standing.make_public(row, actor=actor)


def not_laid_out(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The paper was withdrawn: what is proposed is not public any more."""
    round_.publicity_from = round_.publicity_to = None
    with spoken_in("zh_Hans"):
        because = _("公示已撤回")
    for nomination in queries.entries(round_, S.PROPOSED):
        for row in _nomination_rows(nomination):
            standing.take_out_of_public(row, because=because, actor=actor)


def announced(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    round_.announced_on = clock.today()


def not_announced(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    round_.announced_on = None


def stopped(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    round_.stopped_on, round_.stopped_because = clock.today(), reason
    keep_in_search(round_)


# Nominations


def _nomination_rows(nomination: Nomination) -> list[standing.Standing]:
    return [
        r for r in rows.of_source(nomination, StandingKind.NOMINATION) if r.state is StandingState.ON_RECORD
    ]


def _entry_title(nomination: Nomination) -> str:
    return f"《{nomination.called}》（{nomination.round.title}）"


def agreed(nomination: Nomination, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """It stands as a nomination, seen by staff and the two organisations."""
    standing.record(
        kind=StandingKind.NOMINATION, about=nomination.organisation, title=_entry_title(nomination), basis=nomination.round.basis,
        source=nomination, url=entry_address(nomination), actor=actor,
    )  # fmt: skip


def _end_nomination(nomination: Nomination, because: str, actor: Actor) -> None:
    """Whoever is not listed carries no public trace of having been put forward."""
    for row in _nomination_rows(nomination):
        standing.take_out_of_public(row, because=because, actor=actor)
        standing.end(row, because=because, actor=actor)


def closed(nomination: Nomination, *, actor: Actor, reason: str) -> None:
    nomination.closed_because = reason
    with spoken_in("zh_Hans"):
        _end_nomination(nomination, reason or str(nomination.state.label), actor)


def not_fit(nomination: Nomination) -> object | None:
    sentence = gates.unfit(nomination.organisation)
    return _("不符合条件：%(what)s。", what=sentence) if sentence else None


def not_decided_now(nomination: Nomination) -> object | None:
    """Decided between the end of the call and the publicity, of those that are fit on the day."""
    if nomination.round.state is not RoundState.SELECTING:
        return _("征集截止以后、公示以前才能审议。")
    return not_fit(nomination)


def not_selecting(nomination: Nomination) -> object | None:
    if nomination.round.state is not RoundState.SELECTING:
        return _("征集截止以后、公示以前才能审议。")
    return None


def round_is_over(nomination: Nomination) -> object | None:
    over = nomination.round.state in (RoundState.ANNOUNCED, RoundState.STOPPED)
    return _("这次推优已经结束。") if over else None


def listed(nomination: Nomination, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """In the final list: the nomination is over, the commendation stands for its term."""
    nomination.listed_on = clock.today()
    with spoken_in("zh_Hans"):
        _end_nomination(nomination, _("已公布名单"), actor)
    standing.record(
        kind=StandingKind.COMMENDATION, about=nomination.organisation, title=_entry_title(nomination), basis=nomination.round.basis, source=nomination,
        url=entry_address(nomination), to_on=clock.today() + timedelta(days=how_many("term_days")), is_public=True, actor=actor,
    )  # fmt: skip


def _annul(nomination: Nomination, because: str, actor: Actor) -> None:
    for row in rows.of_source(nomination, StandingKind.COMMENDATION):
        if row.state in (StandingState.ON_RECORD, StandingState.EXPIRED):
            standing.withdraw(row, because=because, actor=actor)


def revoked(nomination: Nomination, *, actor: Actor, reason: str) -> None:
    nomination.closed_because = reason
    _annul(nomination, reason, actor)


def unlisted(nomination: Nomination, *, actor: Actor, reason: str) -> None:
    """The list was withdrawn: the entry is proposed again, and stands as a nomination."""
    _annul(nomination, reason, actor)
    nomination.listed_on = None
    agreed(nomination, actor=actor, reason="")


# Objections


def answered(objection: Objection, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The answer is read under the code of the receipt."""
    objection.answer, objection.answered_at = reason, clock.now()


def missing_of(round_: Round, stage: Stage) -> object | None:
    """What is still to be done before a paper of this stage is reviewed or issued."""
    return {Stage.CALL: _before_call, Stage.PUBLICITY: _before_publicity, Stage.RESULT: _before_result}[stage](round_)  # fmt: skip


def _before_call(round_: Round) -> object | None:
    if round_.state is not RoundState.CLEARED:
        return _("依据还没有核对，或征集已经开始。")
    if (round_.nominate_by - clock.today()).days < how_many("call_days"):
        return _("征集至少须有%(n)d天，请先改截止日期。", n=how_many("call_days"))
    return None


def _before_publicity(round_: Round) -> object | None:
    if round_.state is not RoundState.SELECTING:
        return _("征集截止以后才能公示。")
    if waiting := queries.count_in(round_, S.SUBMITTED, S.ADMITTED):
        return _("还有%(n)d件提名没有核对或审议。", n=waiting)
    return _entries_fit(round_)


def _before_result(round_: Round) -> object | None:
    if round_.state is not RoundState.CLOSED:
        return _("公示期满以后才能公布名单。")
    if waiting := len(queries.unanswered(round_)):
        return _("还有%(n)d件异议没有答复。", n=waiting)
    return _entries_fit(round_)


def _entries_fit(round_: Round) -> object | None:
    proposed = queries.entries(round_, S.PROPOSED)
    if not proposed:
        return _("没有拟推荐的提名。")
    unfit = [n.organisation.name for n in proposed if gates.unfit(n.organisation)]
    if unfit:
        return _("这些单位现在不符合条件，请先移出：%(names)s。", names=_("、").join(dict.fromkeys(unfit)))
    return None
