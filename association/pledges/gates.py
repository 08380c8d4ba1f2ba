"""What is missing before a version can go on. The same sentences stop the step and stand on the page."""

from collections.abc import Iterator, Sequence

from association import drafting
from association.consultations import queries as consultations
from association.kernel import clock, dated
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.words import _
from association.pledges import queries
from association.pledges.models import PledgeVersion, VersionState
from association.rules.queries import read_of
from association.rules.reading.render import written_nodes
from association.rules.reading.tree import ReadDocument

S = VersionState


def read_draft(version: PledgeVersion) -> ReadDocument:
    """The text as it stands at the writing desk."""
    draft = drafting.latest(version)
    if draft is None or not draft.text.strip():
        raise Refused(_("还没有正文。"))
    return drafting.read(draft.text, title=version.title)


def text_of(version: PledgeVersion) -> ReadDocument:
    """The adopted text, or what is being written."""
    return read_of(version.edition) if version.edition is not None else read_draft(version)


def found_in(read: ReadDocument, words: Sequence[str]) -> list[tuple[str, str]]:
    """(path, word) for each of these words in each clause, in the order of the text."""
    return [
        (node.path, word)
        for node, written in written_nodes(read.tree)
        for word in words
        if word and word in written
    ]


def risky(version: PledgeVersion) -> list[tuple[str, str]]:
    """Where the text speaks of price, fees, split, quota, exclusivity or boycott (guide for associations, 2024-01-10)."""
    return found_in(text_of(version), dated.value("pledges.risky_words"))


def missing(version: PledgeVersion) -> list[str]:
    """Everything that keeps it where it is."""
    return list(_BY_STATE.get(version.state, _nothing)(version))


def first(version: PledgeVersion) -> str | None:
    return next(iter(missing(version)), None)


def _nothing(_version: PledgeVersion) -> Iterator[str]:
    return iter(())


def _text(version: PledgeVersion) -> Iterator[str]:
    try:
        read = read_draft(version)
    except Refused as refusal:
        yield str(refusal.sentence)
        return
    if not any(node.path for node in read.tree):
        yield _("正文里没有条款。")
    elif not found_in(read, dated.value("pledges.esign_words")):
        yield _("正文里没有约定电子签署的条款。请写一条，例如：各方同意在本平台以电子方式签署本公约。")


def while_consulted(version: PledgeVersion) -> Iterator[str]:
    consultation = next(iter(consultations.of(version)), None)
    if consultation is not None and not consultation.is_over:
        yield _("征求意见到%(day)s截止。", day=day_words(consultation.closes_on))


def wants_a_vote(version: PledgeVersion) -> bool:
    """Whether somebody stands by an earlier version: then those who do decide about a new one, not a body alone (DOMAIN 2.1)."""
    return version.number > 1 and bool(queries.bound_counts([version.pledge]))


def before_adoption(version: PledgeVersion) -> Iterator[str]:
    """Adopted by a body, unless those who have signed are to decide."""
    yield from before_vote(version)
    if wants_a_vote(version):
        yield _("这份公约有单位签署，修订须由签署单位表决通过，不能只由机构通过。")


def before_vote(version: PledgeVersion) -> Iterator[str]:
    """Every comment is answered, and the answers are public."""
    consultation = next(iter(consultations.of(version)), None)
    if consultation is not None and not consultation.is_finished:
        waiting = consultations.unanswered(consultation)
        yield _("还有%(n)d条意见没有答复。", n=waiting) if waiting else _("答复都写好了，还没有公布。")
    yield from _text(version)


def vote_first(version: PledgeVersion) -> str | None:
    """What keeps it from being put to the vote."""
    if not wants_a_vote(version):
        return _("还没有单位签署这份公约，修订不需要表决。")
    return next(before_vote(version), None)


def before_issue(version: PledgeVersion) -> Iterator[str]:
    """It is not in force before it is public, and the legal office has read what is risky."""
    issued = max(clock.today(), clock.day_of(version.publish_at)) if version.publish_at else clock.today()
    if version.effective_on is not None and version.effective_on < issued:
        yield _(
            "施行日期%(day)s早于发布的日子，请撤回通过的登记后重新登记。",
            day=day_words(version.effective_on),
        )
    if not version.legal_reason and (found := risky(version)):
        yield _(
            "正文里有须经法务审的词语：%(words)s。",
            words=_("、").join(dict.fromkeys(word for _path, word in found)),
        )


_BY_STATE = {
    S.DRAFTING: _text,
    S.CONSULTING: while_consulted,
    S.ANSWERING: before_adoption,
    S.THIRD: before_issue,
    S.SCHEDULED: before_issue,
}
