"""What becomes of a signature in force: a yearly statement is owed, a publicity runs, it lapses and is restored, its organisation is removed. Who decides so
stands above (association.fulfilment); here it is written down."""

from datetime import date

from association.kernel import certificates, clock
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.pledges import papers, queries, signing, spells
from association.pledges.models import Signature, Standing


def fell_overdue(signature: Signature, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The yearly statement was not handed in: seen by everybody, and bound as before."""
    signature.overdue_since = clock.today()
    with spoken_in("zh_Hans"):
        spells.settle(signature, because=_("年度履约说明逾期未报"))


def caught_up(signature: Signature, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Handed in late, or not asked for any more."""
    signature.overdue_since = None
    spells.settle(signature, because=reason)


def lapsed(signature: Signature, *, actor: Actor, reason: str) -> None:
    """Bound no longer, for want of a statement; a statement or the office brings it back."""
    signature.overdue_since = signature.publicised_until = None
    signing.leave(signature, Standing.LAPSED, on=clock.today(), because=reason, actor=actor)


def not_restorable(signature: Signature) -> object | None:
    """The sentence when a lapse cannot be taken back; the organisation then signs anew."""
    version = queries.version_in_force(signature.pledge)
    if version is None:
        return _("这份公约现在没有可以签署的文本。")
    if version.id != signature.version_id:
        return _("公约已有新的版本，不能恢复原来的签署；请单位按新版重新签署。")
    if not signature.organisation.is_verified:
        return _("%(name)s现在不是已核验状态，不能恢复。", name=signature.organisation.name)
    if queries.in_force(signature.pledge_id, signature.organisation_id) is not None:
        return _("%(name)s已经重新签署。", name=signature.organisation.name)
    return None


def restored(signature: Signature, *, actor: Actor, reason: str) -> None:
    """The lapse is taken back: certificate, badge and register say so, and the spell of the lapse stays."""
    signature.ended_because = ""
    certificate = papers.of(signature)
    if certificate is not None:
        certificates.restore(certificate, because=reason, actor=actor)
    spells.settle(signature, because=reason)


def publicised(signature: Signature, *, actor: Actor, reason: str, until: date) -> None:  # noqa: ARG001
    """A decision is shown for a term; the organisation is bound as before."""
    signature.publicised_until = until
    spells.settle(signature, because=reason)


def publicity_over(signature: Signature, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    signature.publicised_until = None
    spells.settle(signature)


def removed(signature: Signature, *, actor: Actor, reason: str) -> None:
    """By a decision, after everything before it: the certificate is revoked."""
    signature.publicised_until = signature.overdue_since = None
    signing.leave(signature, Standing.REMOVED, on=clock.today(), because=reason, actor=actor)
