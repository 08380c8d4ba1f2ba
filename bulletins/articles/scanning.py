"""Before an article is public: every place that tells of a person or names the respondent is removed, or passed with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from association.kernel import exposure
from association.kernel.exposure import Exposure
from association.kernel.personal import keyed_hmac, mask_name
from association.kernel.words import _
from association.organisations import queries as organisations
from bulletins.articles.labels import TEXTS
from bulletins.articles.models import CaseArticle
from bulletins.cases.models import CaseFile

AROUND = 12
"""Characters of the text shown on each side of a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """`is_respondent`: it names the organisation or who acts for it, which the page does by itself while it may; no reason passes it."""

    field: str
    kind: Exposure
    words: str
    before: str
    after: str
    mark: str
    is_respondent: bool

    @property
    def label(self) -> object:
        return TEXTS[self.field]


def places(article: CaseArticle) -> list[Place]:
    """Every place, passed or not, in the order of telling; a thing said twice in one part is one place."""
    firm, people = _known(article.case)
    found: dict[tuple[str, str], Place] = {}
    for field in TEXTS:
        text = getattr(article, field)
        for one in exposure.found_in(text, names=[*firm, *people]):
            mark = keyed_hmac(f"{field}:{one.kind.value}:{_tidy(one.words)}")
            found.setdefault((field, mark), Place(
                field, one.kind, one.words, text[max(one.start - AROUND, 0) : one.start], text[one.end : one.end + AROUND], mark,
                one.kind is Exposure.NAME and _tidy(one.words) in {_tidy(name) for name in (*firm, *people)},
            ))  # fmt: skip
    return list(found.values())


def unresolved(article: CaseArticle) -> list[Place]:
    """What stops the issue."""
    passed = {(one.field, one.mark) for one in article.passes}
    return [
        place for place in places(article) if place.is_respondent or (place.field, place.mark) not in passed
    ]


def sentence(article: CaseArticle) -> object | None:
    """Why it cannot be sent on yet; None when nothing stands in the way."""
    left = unresolved(article)
    if not left:
        return None
    where = _("、").join(dict.fromkeys(str(place.label) for place in left))
    return _(
        "有%(n)d处个人信息或者单位名称没有处理（%(where)s），请去掉，或者写明可以保留的理由。",
        n=len(left),
        where=where,
    )


def of_text(case: CaseFile, text: str) -> bool:
    """Whether the scanner points at anything in a text of this case."""
    firm, people = _known(case)
    return bool(exposure.found_in(text, names=[*firm, *people]))


def _known(case: CaseFile) -> tuple[list[str], list[str]]:
    """Names of the organisation, and of people who act for it; those of its masked form are none."""
    organisation = case.organisation
    firm = _said(
        [
            organisation.name,
            organisation.short_name,
            organisation.uscc,
            *(f.name for f in organisation.former_names),
        ]
    )
    officers = organisations.officers_of(organisation)
    people = _said([organisation.legal_representative, *(officer.name for officer in officers)])
    return firm, [name for name in people if mask_name(name) != name]


def _said(names: Iterable[str | None]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name and len(name) >= 2]


def _tidy(words: str) -> str:
    return "".join(words.split()).lower()
