"""Looking over titles: a form without memory."""

from typing import Any

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import dated
from association.kernel.web import public
from association.kernel.words import _
from association.works import titling
from association.works.faults import TitleFault
from association.works.titling import TitleHit, TitleWords

bp = Blueprint("titling", __name__, url_prefix="/works/titles")

MOST = 20
"""Titles looked over at once."""


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """One title or alias a line. `?format=json` answers the same."""
    typed = request.args.get("titles", "")[: MOST * (titling.LONGEST + 1)]
    titles = [line.strip() for line in typed.splitlines() if line.strip()]
    words = TitleWords.of_today()
    looked = [(title[: titling.LONGEST], titling.look_over(title, words)) for title in titles[:MOST]]
    cut = [title for title in titles[:MOST] if len(title) > titling.LONGEST]
    if request.args.get("format") == "json":
        return jsonify(
            {"notice": _("提示，不是决定"), "titles": [_plain(title, hits) for title, hits in looked],
             "cannot_see": [str(sentence) for sentence in titling.BLIND]}
        )  # fmt: skip
    return render_template(
        "association/works/titles.html", typed=typed, looked=looked, faults=list(TitleFault), words=words, blind=titling.BLIND,
        too_many=len(titles) > MOST, most=MOST, cut=cut, longest=titling.LONGEST, pieces=pieces,
        rows={fault: next(iter(dated.history(fault.setting)), None) for fault in TitleFault},
        bases={fault: dated.definition(fault.setting).basis for fault in TitleFault}, json_url=_json_url(),
    )  # fmt: skip


def _json_url() -> str:
    query = request.query_string.decode("utf-8", "replace")
    return f"{request.path}?{query + '&' if query else ''}format=json"


def pieces(title: str, hits: list[TitleHit]) -> list[tuple[str, bool]]:
    """The title cut where something was found: (words, whether found). Hits over the whole title mark nothing."""
    found = [False] * len(title)
    for hit in hits:
        if (hit.start, hit.end) != (0, len(title)) or hit.pattern:
            found[hit.start : hit.end] = [True] * (hit.end - hit.start)
    cut: list[tuple[str, bool]] = []
    for sign, is_found in zip(title, found, strict=True):
        if cut and cut[-1][1] == is_found:
            cut[-1] = (cut[-1][0] + sign, is_found)
        else:
            cut.append((sign, is_found))
    return cut


def _plain(title: str, hits: list[TitleHit]) -> dict[str, Any]:
    return {
        "title": title,
        "hints": [
            {
                "label": hit.fault.value, "words": str(hit.fault.label), "found": hit.found, "start": hit.start, "end": hit.end,
                "pattern": hit.pattern or None, "why": str(hit.reason or hit.fault.why),
            }
            for hit in hits
        ],
    }  # fmt: skip
