"""What the steps of a signature do: kept evidence at the signing, a number and a certificate at the confirmation, and the spells of the register."""

from datetime import date, timedelta

from association.kernel import clock
from association.kernel.certificates import end as end_certificate
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.organisations.models import Officer, Organisation
from association.organisations.policy import acts_for
from association.pledges import papers, queries, spells
from association.pledges.models import Pledge, PledgeVersion, Signature, SignatureState, Standing
from association.pledges.settings import how_many


def public_text(signature: Signature) -> str:
    """What the public log commits to."""
    return f"{signature.pledge.document.slug}:{signature.as_it_was.get('uscc')}:{signature.number}:{signature.text_hash}:{signature.state.value}"


def why_not(pledge: Pledge, organisation: Organisation) -> str | None:
    """The sentence when this organisation cannot sign this pledge; None when it can."""
    if not organisation.is_verified:
        return _("%(name)s现在不是已核验状态，不能以它的名义签署。", name=organisation.name)
    if not organisation.has_public_record:
        return _("该经营者没有公开记录，不能列入公开名单。")
    if pledge.by_invitation and not queries.is_invited(pledge.id, organisation.id):
        return _("这份公约只由受邀的单位签署，%(name)s没有收到邀请。", name=organisation.name)
    if pledge.kinds and not {kind.value for kind in organisation.kinds} & set(pledge.kinds):
        return _("%(name)s不属于这份公约约定的单位类别。", name=organisation.name)
    return _not_yet_again(pledge, organisation)


def _not_yet_again(pledge: Pledge, organisation: Organisation) -> str | None:
    """Whoever was removed waits; whoever has lapsed hands in what is owed, as long as the text is the same."""
    spell = queries.living_spell(pledge.id, organisation.id)
    if spell is not None and spell.standing is Standing.REMOVED:
        again = spell.from_on + timedelta(days=how_many("reentry_days"))
        if clock.today() < again:
            return _(
                "%(name)s已被移出，自%(day)s起可以重新签署。", name=organisation.name, day=day_words(again)
            )
    if spell is not None and spell.standing is Standing.LAPSED:
        version = queries.version_in_force(pledge)
        if version is not None and version.id == spell.signature.version_id:
            return _(
                "%(name)s的签署因未报履约说明失效，补交说明即可恢复，不必重新签署。", name=organisation.name
            )
    return None


def same_text(signature: Signature) -> object | None:
    """What was prepared is signed only while it is the text in force."""
    version = queries.version_in_force(signature.pledge)
    if version is None:
        return _("这份公约现在没有可以签署的文本。")
    if version.id != signature.version_id:
        return _("填报之后发布了新的版本，请取消这一份，按新的版本重新填报。")
    return None


def signed(
    signature: Signature,
    *,
    actor: Actor,
    reason: str,  # noqa: ARG001
    officer: Officer,
    seen: str,
    consent: str,
    method: str,
) -> None:
    """Its signer, with authority, has read these words and says so: everything that proves it is written down."""
    if (sentence := why_not(signature.pledge, signature.organisation)) is not None:
        raise Refused(sentence)
    if seen != signature.text_hash:
        raise Refused(_("页面上的文本不是填报时的文本，请重新打开签署页，看过全文再签。"))
    organisation = signature.organisation
    signature.as_it_was = as_it_is(organisation)
    signature.name, signature.name_key = organisation.name, organisation.name_key
    signature.officer_id, signature.signed_by, signature.signed_post = (
        officer.id,
        actor.name,
        officer.post.value,
    )
    signature.authority_until, signature.consent, signature.method = officer.ends_on, consent, method
    signature.signed_at = clock.now()


def as_it_is(organisation: Organisation) -> dict[str, object]:
    """The organisation today, as a signature keeps it."""
    return {
        "name": organisation.name, "uscc": organisation.uscc, "province": organisation.province,
        "kinds": sorted(kind.value for kind in organisation.kinds), "state": organisation.state.value,
    }  # fmt: skip


def confirmed(signature: Signature, *, actor: Actor, reason: str, batch: str = "") -> None:  # noqa: ARG001
    """The association confirms: number, certificate, a place in the register – the old one's, where it was signed anew."""
    if acts_for(actor, signature):
        raise Refused(_("你代表这家单位，不能再由你代表协会确认，请由另一人办理。"))
    if (sentence := why_not(signature.pledge, signature.organisation)) is not None:
        raise Refused(sentence)
    today = clock.today()
    before = queries.in_force(signature.pledge_id, signature.organisation_id)
    unbroken = before is not None and before.since_on is not None
    signature.since_on = before.since_on if before is not None and unbroken else today
    signature.confirmed_by, signature.confirmed_at, signature.batch = actor.name, clock.now(), batch
    certificate = papers.issue(
        signature, actor=actor, supersedes=papers.of(before) if before is not None else None
    )
    signature.number = certificate.number
    if before is not None:
        before.state = SignatureState.REPLACED
        signature.overdue_since, signature.publicised_until = before.overdue_since, before.publicised_until
    spells.settle(signature)


def newer(signature: Signature) -> object | None:
    """Confirmed only while its version is in force."""
    version = queries.version_in_force(signature.pledge)
    if version is None or version.id != signature.version_id:
        return _("签署之后发布了新的版本，这一份不能再确认；请不予确认并写明理由，请单位按新版签署。")
    return None


def left(signature: Signature, *, actor: Actor, reason: str, on: date | None = None) -> None:
    """By notice, from its day on (today, if none was named)."""
    today = clock.today()
    day = on or today
    if not today <= day <= today + timedelta(days=how_many("leave_days")):
        raise Refused(_("退出的日期从今天起，最迟%(n)d天之内。", n=how_many("leave_days")), field="on")
    leave(signature, Standing.LEFT, on=day, because=reason, actor=actor)


def leave(signature: Signature, standing: Standing, *, on: date, because: str, actor: Actor) -> None:
    """Certificate and register follow: from this day on it is bound no longer."""
    signature.ended_because = because
    spells.begin(signature, standing, on=on, because=because)
    certificate = papers.of(signature)
    if certificate is not None:
        end_certificate(certificate, as_=papers.ENDS[standing.value], on=on, because=because, actor=actor)


def asked_to_resign(signature: Signature, version: PledgeVersion) -> None:
    """A new version is in force: bound by the old text until it signs the new one or the last day has passed."""
    signature.asked_for = version.number
    spells.settle(signature, on=max(version.effective_on or clock.today(), clock.today()))


def not_renewed(signature: Signature, *, actor: Actor, reason: str) -> None:
    leave(signature, Standing.NOT_RENEWED, on=clock.today(), because=reason, actor=actor)


def organisation_ended(signature: Signature, *, actor: Actor, reason: str) -> None:
    leave(signature, Standing.ENDED, on=clock.today(), because=reason, actor=actor)


def pledge_closed(signature: Signature, *, actor: Actor, reason: str) -> None:
    leave(signature, Standing.CLOSED, on=clock.today(), because=reason, actor=actor)
