"""What fills the blanks of the API's addresses: those of the page each list belongs to."""

from front.api.resources import RESOURCES

_SLUGS = {
    "consultations": "consultation_slug", "pledges": "pledge_slug", "bulletins": "appeal_slug", "commendations": "commendation_slug",
}  # fmt: skip


def _blank(path: str, blank: str) -> str:
    return {
        "slug": _SLUGS.get(path.split("/", maxsplit=1)[0], ""), "number": "pledge_roster_number", "period": "figure_period",
    }[blank]  # fmt: skip


BLANKS = {
    (f"api.{resource.name}{tail}", blank): "api_item" if blank == "id" else _blank(resource.path, blank)
    for resource in RESOURCES
    for tail in ("", "_item")
    for blank in (*resource.blanks, *(("id",) if tail else ()))
}


def subjects() -> dict[str, dict[str, object]]:
    return {"api_item": {"item 1": 1}}
