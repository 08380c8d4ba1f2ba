"""The door to the case file, which a feature above opens: without one, no complaint offers to go there."""

from collections.abc import Callable

from bulletins.complaints.models import Complaint

CasePage = Callable[[Complaint], str]
_doors: list[CasePage] = []


def leads_to(page: CasePage) -> None:
    """Say where a case is opened from a complaint (its address); the deed there calls `actions.bring_into_case`."""
    _doors[:] = [page]


def case_pages(complaint: Complaint) -> dict[str, str]:
    """For `steps.buttons`: the page of the step `bring`."""
    return {"bring": _doors[0](complaint)} if _doors else {}
