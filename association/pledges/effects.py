"""What the steps of a version do beyond moving its state."""

from datetime import date, datetime, timedelta

from association import drafting
from association.consultations import actions as consultations
from association.consultations import queries as consulted
from association.kernel import clock, dated
from association.kernel.audit import kind_of
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.pledges import gates
from association.pledges.models import PledgeVersion, VersionState
from association.pledges.settings import how_many
from association.rules import actions as rules
from association.rules import queries as texts
from association.rules.reading.render import as_markdown


def public_text(version: PledgeVersion) -> str:
    """What the public log commits to: which pledge, which version, in which state, with which text."""
    words = version.edition.text_hash if version.edition is not None else ""
    return f"{version.pledge.document.slug}:{version.number}:{version.state.value}:{words}"


def started_from(version: PledgeVersion, before: PledgeVersion) -> None:
    """A revision begins from the text in force."""
    if before.edition is not None:
        drafting.save(version, as_markdown(texts.read_of(before.edition)), base=0, actor=SYSTEM)


def laid_out(
    version: PledgeVersion,
    *,
    actor: Actor,
    reason: str,  # noqa: ARG001
    title: str,
    closes_on: date,
    note: str,
    opens_on: date | None = None,
) -> None:
    """The text as it stands becomes a draft edition, and everybody – the members first – may comment on it."""
    edition = rules.set_down(
        gates.read_draft(version), document=version.pledge.document, keeper=kind_of(version), actor=actor
    )
    version.laid_out_id = edition.id
    consultations.open(
        version, edition=edition, title=title, closes_on=closes_on, note=note, actor=actor, opens_on=opens_on
    )


def before_answers(version: PledgeVersion) -> object | None:
    """A text is not drawn back while somebody waits for an answer."""
    if any(not consultation.is_over for consultation in consulted.of(version)):
        return _("征求意见还没有公布答复，请先答复完毕。")
    return None


def ended(version: PledgeVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Stopped before its issue; an open consultation ends with it."""
    version.ended_on, version.ended_because = clock.today(), reason
    for consultation in consulted.of(version):
        if not consultation.is_over:
            consultations.end(consultation, reason=reason)


def carried(version: PledgeVersion, *, actor: Actor, reason: str, text_hash: str) -> None:  # noqa: ARG001
    """Those who have signed agree: to this text, and from now on to no other."""
    version.voted_on, version.voted_hash = clock.today(), text_hash


def redrafted(version: PledgeVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Another text will be another vote."""
    version.voted_on, version.voted_hash = None, ""


def adopted(
    version: PledgeVersion,
    *,
    actor: Actor,
    reason: str,  # noqa: ARG001
    adopted_by: str,
    adopted_on: date,
    effective_on: date,
    trial_until: date | None,
    note: str,
    publish_at: datetime | None = None,
) -> None:
    """The body's decision, or the vote of those who have signed: the text is fixed and has its days."""
    if version.voted_on is not None:
        adopted_by, adopted_on = dated.value("pledges.by_vote"), version.voted_on
    elif adopted_by not in dated.value("pledges.bodies"):
        raise Refused(_("请选择通过的机构。"), field="adopted_by")
    if adopted_on > clock.today():
        raise Refused(_("通过日期不能在今天之后。"), field="adopted_on")
    if effective_on < clock.today():
        raise Refused(_("施行日期不能在今天之前：公约先发布，后施行。"), field="effective_on")
    if trial_until is not None:
        longest = effective_on + timedelta(days=how_many("trial_days"))
        if not effective_on < trial_until <= longest:
            raise Refused(
                _("试行的最后一天须在施行日期之后、%(day)s之前。", day=day_words(longest)),
                field="trial_until",
            )
    version.adopted_by, version.adopted_on, version.effective_on = adopted_by, adopted_on, effective_on
    version.trial_until, version.note, version.publish_at = trial_until, note, publish_at
    edition = rules.approve(
        gates.read_draft(version), document=version.pledge.document, number="", approved_on=adopted_on,
        effective_on=effective_on, keeper=kind_of(version), actor=actor,
    )  # fmt: skip
    if version.voted_hash and edition.text_hash != version.voted_hash:
        raise Refused(_("正文与表决通过的文本不一致，请撤回后重新表决。"))
    version.edition, version.edition_id = edition, edition.id


def adoption_taken_back(version: PledgeVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The text may be edited again; what was carried by a vote stays as it was carried."""
    if version.voted_on is not None:
        version.state = VersionState.VOTED
    if version.edition is not None:
        rules.take_back(version.edition, actor=actor)
    version.edition = version.edition_id = None
    version.publish_at, version.legal_reason = None, ""


def to_the_legal_office_first(version: PledgeVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What speaks of price or boycott is read by the legal office, which writes down its reason (CAUTIONS, No boycott machine)."""
    version.legal_reason = ""
    if gates.risky(version):
        version.state = VersionState.LEGAL


def cleared(version: PledgeVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    version.legal_reason = reason


def issued(version: PledgeVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Public: in force from its day; those who signed the version before have the set days to sign it anew."""
    if version.edition is None or version.effective_on is None:
        raise LookupError(version.id)
    if (sentence := next(gates.before_issue(version), None)) is not None:
        raise Refused(sentence)
    with spoken_in("zh_Hans"):
        source = _("%(body)s%(day)s通过", body=version.adopted_by, day=f"{version.adopted_on:%Y-%m-%d}")
    rules.issue(
        version.edition, source=source, checked_by=actor.name, binds=version.pledge.kinds, note=version.note
    )
    version.resign_until = version.effective_on + timedelta(days=how_many("resign_days"))
    keep_in_search(version)


def keep_in_search(version: PledgeVersion) -> None:
    """The pledge is found while a version of it is issued; the text itself is found as every text is."""
    key = f"pledge:{version.pledge_id}"
    if version.state is not VersionState.PUBLISHED or version.effective_on is None:
        records.withdraw(key)
        return
    records.publish(
        key=key, kind="pledge", title=version.title, body=f"{version.pledge.code} {version.adopted_by}",
        url=f"/pledges/{version.pledge.document.slug}/", dated_on=version.effective_on,
    )  # fmt: skip


def withdrawn(version: PledgeVersion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    if version.edition is not None:
        rules.withdraw(version.edition, because=reason)
    keep_in_search(version)


def without_signatures(version: PledgeVersion) -> object | None:
    """What somebody has signed is not withdrawn as if it had never been; it is repealed."""
    if version.effective_on is not None and version.effective_on <= clock.today():
        return _("公约已经施行，不能撤回；不再适用的请登记废止。")
    return None


def repealed(version: PledgeVersion, *, actor: Actor, reason: str, on: date) -> None:  # noqa: ARG001
    """No longer in force from this day; who signed it is bound no longer, and the clock writes that down for each."""
    if on < clock.today():
        raise Refused(_("废止的日期不能在今天之前。"), field="on")
    if version.edition is not None:
        rules.repeal(version.edition, on=on)
    version.ended_on, version.ended_because = on, reason
    keep_in_search(version)
