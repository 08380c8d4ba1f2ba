"""What fills the blanks of figures."""

from collections.abc import Callable
from typing import Any

from bulletins.figures.models import Edition, EditionState, Fault, Report, ReportState, Token

ID_OF = {
    "own_figures": "figure_report",
    "own_figures.write": "organisation",
    "figure_faults": "figure_fault",
    "figure_tokens": "organisation",
    "figure_workbooks": "organisation",
    "figure_tokens.revoke": "figure_token",
}
BLANKS = {
    **{(f"figures.{view}", "period"): "figure_period" for view in ("show", "edition")},
    **{(f"figure_workbooks.{view}", "period"): "collected_period" for view in ("template", "upload")},
    **{(f"figure_desk.{view}", "period"): "figure_period" for view in ("show", "reports", "draft")},
    **{(f"api.figures_totals{tail}", "period"): "figure_period" for tail in ("", "_item")},
    ("api_figures.report", "period"): "figure_period",
    ("own_figures.write", "period"): "collected_period", ("figures.edition", "number"): "edition_number",
}  # fmt: skip


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "figure_period": {"a period issued": first(Edition, state=EditionState.REPLACED).period.code},
        "collected_period": {
            "the period being collected": first(Report, state=ReportState.PREPARED).period.code
        },
        "edition_number": {"the first edition": 1},
        "figure_report": {
            "platform's report": first(Report, state=ReportState.PREPARED).id,
            "a report replaced": first(Report, state=ReportState.REPLACED).id,
        },
        "figure_edition": {"an edition issued": first(Edition, state=EditionState.ISSUED).id},
        "figure_token": {"platform's token": first(Token).id},
        "figure_fault": {"a counted figure": first(Fault).id},
    }
