"""An expert's own opinion, saved as it is written and sealed with the panel."""

from collections.abc import Mapping

from association.kernel.errors import Refused, Unknown
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import PanelSeat
from association.panels.policy import P as PanelsP
from association.review import queries
from association.review.models import Conclusion
from association.review.opinions import Noted, Paper
from association.rules import queries as rules
from association.rules.models import Edition


def read(seat: PanelSeat, *, reader: Actor) -> tuple[Paper, str, str]:
    """Their paper, the conclusion's word and the summary, as they were saved last."""
    opinion = sittings.own_opinion(seat, reader=reader)
    if opinion is None:
        return Paper(), "", ""
    return Paper.read(opinion.facts), opinion.word, opinion.because


def save(
    seat: PanelSeat, *, gates: Mapping[str, tuple[str, str]], merits: str, checks: Mapping[int, str], word: str, summary: str, actor: Actor
) -> Paper:  # fmt: skip
    """All but the findings, which are saved one by one."""
    paper, _word, _summary = read(seat, reader=actor)
    paper.gates, paper.merits, paper.checks = dict(gates), merits, dict(checks)
    _keep(seat, paper, word, summary, actor)
    return paper


def keep_noted(
    seat: PanelSeat, noted: Noted, *, edition: Edition | None = None, path: str = "", actor: Actor
) -> Noted:
    """A new finding, or one written anew; under a clause where there is one."""
    noted.clause = rules.cited_words(edition, path) if edition is not None else ""
    if edition is not None and not noted.clause:
        raise Refused(_("这一版没有这一条：%(path)s。", path=path), field="path")
    noted.edition, noted.path = (edition.id, path) if edition is not None else (None, "")
    paper, word, summary = read(seat, reader=actor)
    at = next((n for n, old in enumerate(paper.findings) if old.id == noted.id), None)
    if at is None:
        paper.findings.append(noted)
    else:
        paper.findings[at] = noted
    _keep(seat, paper, word, summary, actor)
    return noted


def drop_noted(seat: PanelSeat, id_: str, *, actor: Actor) -> None:
    paper, word, summary = read(seat, reader=actor)
    if paper.noted(id_) is None:
        raise Unknown
    paper.findings = [noted for noted in paper.findings if noted.id != id_]
    _keep(seat, paper, word, summary, actor)


def _keep(seat: PanelSeat, paper: Paper, word: str, summary: str, actor: Actor) -> None:
    """A draft; what was handed in already is handed in anew, and so must stay whole."""
    if seat.voted_at is not None and seat.panel.is_sealed:
        _give(seat, paper, word, summary, actor)
        return
    panels.save_draft(seat, word=word, because=summary, facts=paper.facts(), actor=actor)


def check_open(seat: PanelSeat, *, actor: Actor) -> None:
    """Refused once the seals are broken; Forbidden for anybody else."""
    require(actor, PanelsP.VOTE, seat)
    if not seat.panel.is_sealed:
        raise Refused(_("意见已经开封，不能再改。"))


def check(seat: PanelSeat, *, actor: Actor) -> None:
    """Refused with what is still missing."""
    check_open(seat, actor=actor)
    _check_whole(seat, *read(seat, reader=actor), actor)


def _check_whole(seat: PanelSeat, paper: Paper, word: str, summary: str, actor: Actor) -> None:
    round_ = queries.round_of_panel(seat.panel)
    points = [point.id for point in queries.points_to_check(round_)] if round_ else []
    if sentence := paper.missing(points):
        raise Refused(sentence)
    if not summary:
        raise Refused(_("请写明总的看法。"))
    if word not in {c.value for c in Conclusion}:
        raise Refused(_("请选择结论。"))
    if sentence := queries.still_to_see(
        queries.unseen_files(round_.version, actor.account_id or 0) if round_ else []
    ):
        raise Refused(sentence)


def hand_in(seat: PanelSeat, *, actor: Actor) -> None:
    """What was saved becomes the opinion; the last one opens all."""
    check_open(seat, actor=actor)
    _give(seat, *read(seat, reader=actor), actor)


def _give(seat: PanelSeat, paper: Paper, word: str, summary: str, actor: Actor) -> None:
    _check_whole(seat, paper, word, summary, actor)
    panels.vote(seat, word=word, because=summary, facts=paper.facts(), actor=actor)
