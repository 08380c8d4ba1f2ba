"""Becoming a candidate, and what a candidate or expert says of themselves."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from association.accounts import queries as accounts
from association.experts import effects, letters, papers, queries
from association.experts.models import OPEN, SERVING, Expert, ExpertCall, ExpertState, Route
from association.experts.policy import P
from association.experts.workflow import EXPERT
from association.kernel import audit, dated, mail_address
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Organisation
from association.ties import actions as ties


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What somebody says of themselves."""

    employer: str
    employer_code: str
    title: str
    level: str
    field_names: Sequence[str]
    profile: str
    load_limit: int


def recommend(
    *,
    name: str,
    email: str,
    employer: str,
    title: str,
    because: str,
    organisation: Organisation | None,
    actor: Actor,
) -> Expert:
    """An officer for their verified organisation, or the secretary. Nothing is done before the person agrees."""
    require(actor, P.RECOMMEND)
    if organisation is not None and organisation.id not in actor.ids("organisation", "clerk", "signer"):
        raise Refused(_("你不能代表这家单位推荐。"), field="organisation")
    if organisation is None and "experts" not in actor.roles:
        raise Refused(_("请选择代表哪家单位推荐。"), field="organisation")
    if organisation is not None and not organisation.is_verified:
        raise Refused(_("单位通过核验后才能推荐专家。"), field="organisation")
    account = accounts.by_email(email)
    if account is not None and account.person_id == actor.person_id:
        raise Refused(_("不能推荐自己；请在征集期间应征。"), field="email")
    key = mail_address.key(email)
    if (account is not None and queries.living_of(account.person_id)) or queries.recommended_to(key):
        raise Refused(_("对方已是专家、候选人，或已被推荐。"), field="email")
    expert = Expert(
        route=Route.STAFF if organisation is None else Route.ORGANISATION, recommender_id=organisation.id if organisation else None,
        person_id=account.person_id if account else None, invited_name=name, invited_email=key, employer=employer, title=title,
        because=because,
    )  # fmt: skip
    session.add(expert)
    audit.record("recommend", expert, actor=actor, recommender=organisation.id if organisation else None)
    letters.recommended(expert, language=account.language if account else "zh")
    return expert


def apply(call: ExpertCall, data: Data, *, actor: Actor) -> Expert:
    """Somebody answers a call for themselves."""
    require(actor, P.APPLY)
    lock(call)
    if not call.is_open:
        raise Refused(_("这次征集不在应征期内。"))
    if actor.person_id is None or queries.living_of(actor.person_id) is not None:
        raise Refused(_("你已是专家或候选人。"))
    expert = Expert(route=Route.CALL, call_id=call.id, person_id=actor.person_id, state=ExpertState.SUBMITTED)
    session.add(expert)
    session.flush()
    _write(expert, data, actor)
    expert.submitted_at = expert.made_at
    audit.record("apply_expert", expert, actor=actor, call=call.id)
    letters.submitted(expert)
    return expert


def accept(expert: Expert, data: Data, *, actor: Actor) -> None:
    """The recommended person agrees and says who they are."""
    EXPERT.take("accept", expert, actor=actor)
    _write(expert, data, actor)


def resubmit(expert: Expert, data: Data, *, actor: Actor) -> None:
    EXPERT.take("resubmit", expert, actor=actor)
    _write(expert, data, actor)


def change_data(expert: Expert, data: Data, *, actor: Actor) -> None:
    """The expert keeps their data true; a new employer on record here is a tie from today on."""
    lock(expert)
    require(actor, P.OWN, expert)
    check_living(expert)
    _write(expert, data, actor)


def check_living(expert: Expert) -> None:
    """Refused once it is over, and before the person has agreed."""
    if expert.state not in (*OPEN[1:], *SERVING):
        raise Refused(_("现在没有可以修改的专家资料。"))


def _write(expert: Expert, data: Data, actor: Actor) -> None:
    known = dated.value("experts.fields")
    if not data.field_names or not set(data.field_names) <= set(known):
        raise Refused(_("请至少选择一个专业领域。"), field="field_names")
    if data.level not in dated.value("experts.levels"):
        raise Refused(_("没有这一级别。"), field="level")
    limit = int(dated.value("experts.load"))
    if not 0 < data.load_limit <= limit:
        raise Refused(_("同时承担的件数请填1到%(n)d。", n=limit), field="load_limit")
    organisation = ties.employer_called(data.employer, data.employer_code)
    wanted = {k: v for k, v in asdict(data).items() if k not in ("employer_code", "field_names")}
    changed = {f: (getattr(expert, f), v) for f, v in wanted.items() if getattr(expert, f) != v}
    personal = {f: f"{old} → {new}" for f, (old, new) in changed.items() if f != "load_limit"}
    plain = [(f, old, new) for f, (old, new) in changed.items() if f == "load_limit"]
    if sorted(data.field_names) != expert.fields:
        plain.append(("fields", expert.fields, sorted(data.field_names)))
    for field, (_old, new) in changed.items():
        setattr(expert, field, new)
    expert.fields = list(data.field_names)
    if changed or plain:
        audit.record(
            "edit_expert", expert, actor=actor, changes=plain, personal=personal, person_id=expert.person_id
        )
    if expert.person_id is not None:
        ties.employed(expert.person_id, said=data.employer, organisation=organisation, actor=actor)
    refresh(expert)


def refresh(expert: Expert) -> None:
    """List, search and check page follow what is shown now."""
    session.flush()
    if expert.state is ExpertState.APPOINTED:
        effects.show_in_search(expert)
    papers.rename(expert)
