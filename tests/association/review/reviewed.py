"""Works handed in, assigned, watched and reported on, through the real actions. All wording is ours."""

import io
from datetime import date

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.experts.models import Expert, ExpertState
from association.footage import actions as footage
from association.footage import queries as files
from association.footage.models import FileKind, WorkVersion
from association.kernel.attachments import Named
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.panels import actions as panels
from association.panels.models import PanelSeat
from association.review import actions, queries
from association.review.models import Conclusion, Gate, Genre, ReviewRound, Severity, WorkReview
from association.review.opinions import Noted
from association.review.workflow import REVIEW
from association.works.models import Making, Work, WorkState
from tests import cast, stages
from tests.association.footage.reels import WEBM

CLEAR = {gate.value: ("clear", "") for gate in Gate}


def review(id_: int) -> WorkReview:
    """As it is now; what this transaction has changed is written first."""
    session.flush()
    session.expire_all()
    return session.get_one(WorkReview, id_)


def round_of(id_: int) -> ReviewRound:
    found = queries.current_round(review(id_))
    assert found is not None
    return found


def work(firm: cast.Firm, title: str = "小城表匠样例") -> int:
    """On the register, with a first version that holds two episodes."""
    with writing():
        made = Work(
            organisation_id=firm.organisation.id, title=title, state=WorkState.KEPT, day=date(2026, 11, 1), making=Making.LIVE, episodes=3, seconds=90
        )  # fmt: skip
        session.add(made)
        session.flush()
        version(made, firm.clerk)
        return int(made.id)


def version(made: Work, actor: Actor) -> WorkVersion:
    """With two short episodes."""
    new = footage.begin_version(made, note="", actor=actor)
    for episode in (1, 2):
        footage.add(
            new, kind=FileKind.EPISODE, episode=episode, file=Named(f"第{episode}集.webm", io.BytesIO(WEBM + bytes([episode]))), actor=actor
        )  # fmt: skip
    return new


def expert(*fields: str, limit: int = 4) -> Account:
    """In the pool, with an account."""
    account = cast.somebody("expert")
    with writing():
        made = Expert(
            person_id=account.person_id, route="staff", employer="示例大学", load_limit=limit, state=ExpertState.APPOINTED,
            number=f"ZJ-{account.id}", from_on=date(2026, 1, 1), to_on=date(2028, 12, 31),
        )  # fmt: skip
        made.fields = list(fields)
        session.add(made)
    return account


def submitted(firm: cast.Firm, title: str = "小城表匠样例") -> int:
    id_ = work(firm, title)
    with writing():
        return int(
            actions.submit(
                session.get_one(Work, id_), genre=Genre.DRAMA, wish="请看第一集的节奏。", actor=firm.clerk
            ).id
        )


def accepted(firm: cast.Firm, *, wants: tuple[str, ...] = (), title: str = "小城表匠样例") -> int:
    id_ = submitted(firm, title)
    with writing():
        actions.accept(review(id_), genre=Genre.DRAMA, wants=wants, actor=cast.staff("experts"))
    return id_


def seat_of(id_: int, account: Account) -> PanelSeat:
    found = round_of(id_).panel.seat_of(account.person_id)
    assert found is not None
    return found


def assigned(firm: cast.Firm, people: list[Account]) -> int:
    id_ = accepted(firm)
    seated(id_, people)
    return id_


def seated(id_: int, people: list[Account]) -> None:
    with writing():
        actions.assign(
            review(id_), people=[a.person_id for a in people], reason="演示", actor=cast.staff("experts")
        )
    for account in people:
        with writing():
            panels.declare_clear(seat_of(id_, account), actor=actor_of(account))


def seen_whole(id_: int, account: Account) -> None:
    with writing():
        for file in files.files_of(round_of(id_).version):
            if file.kind in queries.WHOLE:
                footage.confirm_seen(
                    footage.open_file(file, actor=actor_of(account)), actor=actor_of(account)
                )


def noted(id_: int, account: Account, fact: str, **changes: object) -> Noted:
    facts = {
        "gate": "content", "severity": "ordinary", "where": "第1集", "at": 190, "fact": fact, "cause": "改稿时没有核对。", "proposal": "剪去这一处。",
    } | changes  # fmt: skip
    with writing():
        return actions.keep_noted(seat_of(id_, account), Noted(**facts), actor=actor_of(account))  # type: ignore[arg-type]


def given(
    id_: int,
    account: Account,
    conclusion: Conclusion = Conclusion.AFTER_CHANGES,
    *,
    checks: dict[int, str] | None = None,
) -> None:
    """Watched to the end, written and handed in."""
    seen_whole(id_, account)
    who = actor_of(account)
    with writing():
        actions.save(
            seat_of(id_, account), gates=CLEAR, merits="手艺拍得清楚。", checks=checks or {}, word=conclusion.value,
            summary=f"{account.name}：总体可看。", actor=who,
        )  # fmt: skip
        actions.hand_in(seat_of(id_, account), actor=who)


def conferred(firm: cast.Firm, people: list[Account], *, dissenting: Account | None = None) -> int:
    """All opinions in; each noted one thing."""
    id_ = assigned(firm, people)
    for account in people:
        noted(id_, account, f"第一集的争吵过长（{account.name}）。")
        given(id_, account, Conclusion.DOES_NOT if account is dissenting else Conclusion.AFTER_CHANGES)
    return id_


def confirmed(id_: int, people: list[Account]) -> None:
    """One point, summed up, confirmed by everybody."""
    secretary = cast.staff("experts")
    with writing():
        round_ = round_of(id_)
        open_ = [f for f in queries.findings_of(round_) if not f.is_settled]
        if open_:
            actions.make_point(
                round_, open_, gate=Gate.CONTENT, severity=Severity.ORDINARY, fact="第一集的争吵过长。", cause="剪辑为了留人。", proposal="剪短。",
                actor=secretary,
            )  # fmt: skip
    with writing():
        actions.write_report(
            round_of(id_), conclusion=Conclusion.AFTER_CHANGES, summary="总体可看，第一集宜修改。", merits="手艺清楚。", actor=secretary
        )  # fmt: skip
    for account in people:
        with writing():
            panels.confirm(seat_of(id_, account), agrees=True, note="", actor=actor_of(account))


def reported(firm: cast.Firm, people: list[Account], *, dissenting: Account | None = None) -> int:
    id_ = conferred(firm, people, dissenting=dissenting)
    confirmed(id_, people)
    issued(id_)
    return id_


def issued(id_: int) -> None:
    for deed, role in (("compile", "experts"), ("issue", "issuer")):
        with writing():
            REVIEW.take(deed, review(id_), actor=cast.staff(role))


stages.remember(__name__)
