"""Preparing, signing, confirming, leaving."""

from datetime import date

from association.kernel import audit, clock
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Forbidden, Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _, spoken_in
from association.organisations.actions import check_signer
from association.organisations.models import Organisation
from association.pledges import letters, queries, signing
from association.pledges.models import Pledge, PledgeVersion, Signature, SignatureState, Standing
from association.pledges.policy import FOR_SOMEBODY, P
from association.pledges.workflow import SIGNATURE


def check_preparable(pledge: Pledge, organisation: Organisation) -> PledgeVersion:
    """The version this organisation may sign now. Refused with the sentence that says why not."""
    version = queries.version_in_force(pledge)
    if version is None or version.edition is None:
        raise Refused(_("这份公约现在没有可以签署的文本。"))
    if (sentence := signing.why_not(pledge, organisation)) is not None:
        raise Refused(sentence)
    if queries.under_way(pledge.id, organisation.id) is not None:
        raise Refused(_("%(name)s已有一份签署在办理中。", name=organisation.name))
    bound = queries.in_force(pledge.id, organisation.id)
    if bound is not None and bound.version_id == version.id:
        raise Refused(_("%(name)s已经签署现行版本。", name=organisation.name))
    spell = queries.living_spell(pledge.id, organisation.id)
    if spell is not None and spell.standing is Standing.LEFT and spell.from_on > clock.today():
        raise Refused(
            _("%(name)s已通知自%(day)s起退出，生效以后可以重新签署。", name=organisation.name, day=day_words(spell.from_on))
        )  # fmt: skip
    return version


def prepare(pledge: Pledge, organisation: Organisation, *, actor: Actor) -> Signature:
    """A clerk fills it in for the signer: which organisation, which text. A natural person in business is one person and prepares alone."""
    require(actor, P.PREPARE)
    lock(pledge)
    if organisation.id not in actor.ids("organisation", *FOR_SOMEBODY):
        raise Forbidden(P.PREPARE.sentence)
    version = check_preparable(pledge, organisation)  # says so, too, where the organisation is not verified
    signature = Signature(
        pledge=pledge, pledge_id=pledge.id, version=version, version_id=version.id, organisation=organisation,
        organisation_id=organisation.id, name=organisation.name, name_key=organisation.name_key,
        text_hash=version.edition.text_hash if version.edition else "", prepared_by=actor.name,
        as_it_was=signing.as_it_is(organisation),
    )  # fmt: skip
    session.add(signature)
    deed = "prepare_signature_alone" if organisation.is_natural_person else "prepare_signature"
    audit.record(deed, signature, actor=actor, organisation=organisation.name, text=signature.text_hash)
    letters.prepared(signature)
    return signature


def consent_of(signature: Signature) -> str:
    """The sentence above the button, kept with the signature: in the pledge's own language."""
    with spoken_in("zh_Hans"):
        return consent_read(signature)


def consent_read(signature: Signature) -> str:
    """The same in the reader's language."""
    return _(
        "我是%(name)s的授权签署人，已阅读《%(title)s》（%(version)s）全文，代表本单位签署；同意按公约的约定以本页的电子方式签署，"
        "并同意公开单位名称、签署日期和状态。",
        name=signature.organisation.name, title=signature.pledge.title,
        version=signature.version.edition.name if signature.version.edition else "",
    )  # fmt: skip


def sign(signature: Signature, *, seen: str, method: str, actor: Actor) -> None:
    """The authorised signer signs, having confirmed by `method` (one of papers.METHODS); `seen` is the hash of the text on the page."""
    if signature.state is SignatureState.SIGNED:
        raise Refused(_("%(name)s已经签署，正等待协会确认。", name=signature.organisation.name))
    officer = check_signer(signature.organisation, actor=actor)
    SIGNATURE.take(
        "sign",
        signature,
        actor=actor,
        officer=officer,
        seen=seen,
        consent=consent_of(signature),
        method=method,
    )


def put_in_batch(signature: Signature, *, batch: str, actor: Actor) -> None:
    """Into the batch of a ceremony, or out of it (an empty name), before the association has confirmed it."""
    require(actor, P.CONFIRM)
    lock(signature)
    if signature.state not in (SignatureState.PREPARED, SignatureState.SIGNED):
        raise Refused(_("%(name)s的签署已经办完，批次不能再改。", name=signature.name))
    changes = [("batch", signature.batch, batch)]
    signature.batch = batch
    audit.record("put_in_batch", signature, actor=actor, changes=changes)


def confirm(signature: Signature, *, batch: str, actor: Actor) -> None:
    """The association's side: number, certificate, register."""
    SIGNATURE.take("confirm", signature, actor=actor, batch=batch)


def leave(signature: Signature, *, on: date | None, reason: str, actor: Actor) -> None:
    SIGNATURE.take("leave", signature, actor=actor, on=on, reason=reason)
