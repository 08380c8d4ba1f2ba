"""Papers of a case: printed in the house's form, sent on the site."""

from association.kernel import clock, documents
from association.kernel.words import _, spoken_in
from bulletins.cases import ladder
from bulletins.cases.models import CaseDelivery, CaseFile, Channel, Paper
from bulletins.cases.settings import how_many


def print_paper(case: CaseFile, paper: Paper, *, version: int = 0) -> None:
    """In the house's form; a new round has a new paper, the old one stays."""
    with spoken_in("zh_Hans"):
        title = str(paper.label)
        proposed, decided = (
            in_words(case.proposed_measure, case.proposed_months),
            in_words(case.measure, case.months),
        )
        ruled = in_words(case.appeal.measure, case.appeal.months) if case.appeal is not None else ""
    documents.render_later(
        "print/bulletins/case.html", subject=case, kind=f"case_{paper.value}", title=title, version=str(version or case.round + 1),
        address=f"/my/cases/{case.id}/", paper=paper.value,
        proposed=proposed, decided=decided, ruled=ruled, appeal_days=how_many("appeal_days"),
    )  # fmt: skip


def in_words(measure: str, months: int) -> str:
    """As it is called on the day the paper is made: the table may change."""
    chosen = ladder.rung(measure)
    if chosen is None:
        return _("不采取措施")
    return _("%(measure)s，期限%(n)d个月", measure=chosen.name, n=months) if months else chosen.name


def send_on_site(case: CaseFile, paper: Paper) -> None:
    case.deliveries.append(
        CaseDelivery(paper=paper, round=case.round, channel=Channel.SITE, sent_on=clock.today())
    )
