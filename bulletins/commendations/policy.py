"""Who may do what with commendations. Four pairs of hands at least: one runs it, one clears the basis, one checks conditions, one decides."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import KIND
from bulletins.commendations.models import Nomination, Objection, Round

STAFF = ("editor", "reviewer", "issuer", "legal", "registrar", "auditor")


class P(Permission):
    READ = _l("查看推优的征集、公示和名单")
    READ_FILE = _l("查看推优的全部办理材料（异议除外）")
    RUN = _l("筹备推优、起草推优的文件")
    CLEAR = _l("核对推优的依据")
    STOP = _l("终止一次推优")
    NOMINATE = _l("提名作品或做法")
    SEE_NOMINATION = _l("查看一件提名")
    SEE_EVIDENCE = _l("查看提名的证明材料")
    AGREE = _l("代表被提名单位同意或不同意提名")
    TAKE_BACK = _l("撤回提名")
    CHECK = _l("核对提名是否符合条件")
    DECIDE = _l("审议提名，列入或不列入拟推荐名单")
    REMOVE = _l("把拟推荐的移出名单")
    REVOKE = _l("撤销已公布的推荐")
    OBJECT = _l("对公示提出异议")
    READ_OBJECTIONS = _l("查看和答复公示的异议")
    SEE_OBJECTOR = _l("写明理由后查看异议的提出人")


def is_in_public(_actor: Actor, subject: Any) -> bool:
    """A round once its call is issued; a nomination while it is laid out and once it is listed."""
    if isinstance(subject, Round):
        return subject.is_in_public
    return isinstance(subject, Nomination) and subject.is_shown


def _acts(actor: Actor, *ids: int | None, posts: tuple[str, ...] = ("clerk", "signer")) -> bool:
    return not set(ids).isdisjoint(actor.ids(KIND, *posts))


def acts_for_somebody(actor: Actor, _subject: Any) -> bool:
    """Clerk or signer of any organisation."""
    return bool(actor.ids(KIND, "clerk", "signer"))


def is_of_either_side(actor: Actor, subject: Any) -> bool:
    """Clerk or signer of the organisation that nominates, or of the one whose work it is."""
    return isinstance(subject, Nomination) and _acts(
        actor, subject.organisation_id, subject.by_organisation_id
    )


def signs_for_the_nominated(actor: Actor, subject: Any) -> bool:
    """The authorised signer of the organisation whose work it is."""
    return isinstance(subject, Nomination) and _acts(actor, subject.organisation_id, posts=("signer",))


def signs_on_either_side(actor: Actor, subject: Any) -> bool:
    """The authorised signer of the organisation that nominates, or of the one whose work it is."""
    return isinstance(subject, Nomination) and _acts(
        actor, subject.organisation_id, subject.by_organisation_id, posts=("signer",)
    )


def _free(*roles: str) -> Any:
    """Somebody with one of the roles who is nothing to either organisation."""
    holds = has_role(*roles)

    def is_free(actor: Actor, subject: Any) -> bool:
        if not holds(actor, subject):
            return False
        it = subject.nomination if isinstance(subject, Objection) else subject
        return not isinstance(it, Nomination) or set(actor.ids(KIND)).isdisjoint(
            {it.organisation_id, it.by_organisation_id}
        )

    is_free.__doc__ = f"{'、'.join(roles)} who is nothing to either organisation"
    return is_free


def nominated_for_the_house(actor: Actor, subject: Any) -> bool:
    """The editor, of what the secretariat has put forward."""
    return isinstance(subject, Nomination) and subject.by_organisation_id is None and "editor" in actor.roles


def _sides(nomination: Nomination) -> list[walls.Thing]:
    return [
        (KIND, id_) for id_ in (nomination.organisation_id, nomination.by_organisation_id) if id_ is not None
    ]


def _nominations_among(things: Collection[walls.Thing]) -> ColumnElement[bool]:
    columns = (Nomination.organisation_id, Nomination.by_organisation_id)
    return or_(*(walls.by_column(KIND, column)(things) for column in columns))


def _objections_among(things: Collection[walls.Thing]) -> ColumnElement[bool]:
    return Objection.nomination_id.in_(select(Nomination.id).where(_nominations_among(things)))


walls.concerns(Nomination, of=_sides, among=_nominations_among)
walls.concerns(Objection, of=lambda o: _sides(o.nomination), among=_objections_among)

grant(P.READ, is_in_public, has_role(*STAFF))
grant(P.READ_FILE, has_role(*STAFF))
grant(P.RUN, has_role("editor"))
grant(P.CLEAR, has_role("legal"))
grant(P.STOP, has_role("issuer"))
grant(P.NOMINATE, acts_for_somebody, has_role("editor"))
grant(P.SEE_NOMINATION, is_in_public, is_of_either_side, has_role(*STAFF))
grant(P.SEE_EVIDENCE, is_of_either_side, has_role(*STAFF))
grant(P.AGREE, signs_for_the_nominated)
grant(P.TAKE_BACK, signs_on_either_side, nominated_for_the_house)
grant(P.CHECK, _free("registrar"))
grant(P.DECIDE, _free("reviewer"))
grant(P.REMOVE, _free("legal"))
grant(P.REVOKE, has_role("issuer"))
grant(P.OBJECT, anyone)
grant(P.READ_OBJECTIONS, _free("legal"))
grant(P.SEE_OBJECTOR, _free("legal"))
