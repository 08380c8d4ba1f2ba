"""What in a text tells of a person: identity numbers, telephone numbers, bank cards, addresses, accounts, names that are not masked.

A scanner for people who are about to make a text public, not a judge: it points at places, with what they seem to be. It reads figures
however they are written – apart, full width, as 一三八…, circled – and forms, not meaning. What it misses and where it is wrong is
measured by tests/kernel/test_exposure.py and told in docs/privacy.md.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from association.kernel import exposed_names
from association.kernel.state import State
from association.kernel.words import _l


class Exposure(State):
    IDENTITY = "identity", _l("证件号码"), "cinnabar", "person-vcard"
    PHONE = "phone", _l("电话号码"), "cinnabar", "telephone"
    BANK = "bank", _l("银行卡号"), "cinnabar", "credit-card"
    EMAIL = "email", _l("邮箱"), "cinnabar", "envelope"
    ACCOUNT = "account", _l("个人账号"), "ochre", "at"
    ADDRESS = "address", _l("住址"), "ochre", "geo-alt"
    NAME = "name", _l("未遮盖的姓名"), "ochre", "person"


NUMBERS = frozenset({Exposure.IDENTITY, Exposure.PHONE, Exposure.BANK, Exposure.EMAIL})
"""Kinds told by their form alone: what is found is hardly ever anything else."""


@dataclass(frozen=True, slots=True)
class Exposed:
    """One place in a text: `text[start:end]` is `words`."""

    kind: Exposure
    start: int
    end: int
    words: str


def found_in(text: str, *, names: Collection[str] = ()) -> list[Exposed]:
    """Every place, in the order of the text; where two overlap, the surer kind. `names` are people known to be concerned: found anywhere."""
    plain = "".join(map(_plain, text))
    taken: list[Exposed] = []
    for kind, find in _FINDERS:
        for start, end in find(plain):
            if all(end <= other.start or other.end <= start for other in taken):
                taken.append(Exposed(kind, start, end, text[start:end]))
    for start, end in exposed_names.found_in(text, known=names):
        if all(end <= other.start or other.end <= start for other in taken):
            taken.append(Exposed(Exposure.NAME, start, end, text[start:end]))
    return sorted(taken, key=lambda one: one.start)


def numbers_in(text: str) -> list[Exposed]:
    """Those of the kinds that are told by their form alone: enough to stop a text that we write ourselves."""
    return [one for one in found_in(text) if one.kind in NUMBERS]


_FIGURES = dict(zip("〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "001234567891123456789", strict=True))


def _plain(character: str) -> str:
    """One character for each: figures of every kind as 0–9, full width as half, what is not seen as a blank."""
    if character in _FIGURES:
        return _FIGURES[character]
    if unicodedata.category(character) in ("Cf", "Mn"):
        return " "
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


Places = Iterator[tuple[int, int]]
_GAP = r"[\s\-–—_.·•,，、/|()]{0,2}"
_NOT_AFTER, _NOT_BEFORE = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"


def _apart(*counts: tuple[str, int]) -> str:
    """A pattern for so many of each class of figures, with gaps between all of them."""
    return _GAP.join(part for figures, n in counts for part in [figures] * n)


_D = "[0-9]"
_EIGHTEEN = re.compile(_NOT_AFTER + _apart((_D, 17), ("[0-9Xx]", 1)) + _NOT_BEFORE)
_FIFTEEN = re.compile(_NOT_AFTER + _apart((_D, 15)) + _NOT_BEFORE)
_PASSPORT = re.compile(
    rf"{_NOT_AFTER}(?:[EG]{_GAP}{_apart((_D, 8))}|E[A-Z]{_apart((_D, 7))}|[HMCW]{_apart((_D, 8))}){_NOT_BEFORE}"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _identities(plain: str) -> Places:
    for match in _EIGHTEEN.finditer(plain):
        figures = _figures(match.group())
        if _is_day(figures[6:14]) or _has_check(figures):
            yield match.span()
    for match in _FIFTEEN.finditer(plain):
        if _is_day("19" + _figures(match.group())[6:12]):
            yield match.span()
    yield from (match.span() for match in _PASSPORT.finditer(plain))


def _figures(written: str) -> str:
    return "".join(c for c in written.upper() if c.isascii() and c.isalnum())


def _is_day(figures: str) -> bool:
    return figures[:2] in ("19", "20") and 1 <= int(figures[4:6]) <= 12 and 1 <= int(figures[6:8]) <= 31


def _has_check(figures: str) -> bool:
    rest = sum(int(figure) * weight for figure, weight in zip(figures, _WEIGHTS, strict=False)) % 11
    return figures[17] == "10X98765432"[rest]


_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z.])(?:\+?{_apart(('8', 1), ('6', 1))}{_GAP})?1{_GAP}[3-9]{_GAP}{_apart((_D, 9))}{_NOT_BEFORE}"
)
_LANDLINE = re.compile(
    rf"(?<![0-9A-Za-z])\(?0(?:10|2[0-9]|[3-9][0-9]{{2}})\)?{_GAP}[2-9]{_GAP}{_apart((_D, 6))}(?:{_GAP}{_D})?{_NOT_BEFORE}"
)
_CALLED = re.compile(
    rf"(?:电话|手机|座机|来电|拨打)(?:号码?)?[是为:\s]{{0,3}}({_apart((_D, 7))}(?:{_GAP}{_D})?){_NOT_BEFORE}"
)


def _phones(plain: str) -> Places:
    for pattern in (_MOBILE, _LANDLINE):
        yield from (match.span() for match in pattern.finditer(plain))
    yield from (match.span(1) for match in _CALLED.finditer(plain))


_CARD = re.compile(_NOT_AFTER + _apart((_D, 16)) + rf"(?:{_GAP}{_D}){{0,3}}" + _NOT_BEFORE)
_CARD_NAMED = re.compile(r"卡号|账号|帐号|账户|帐户|银行|转账|汇款|打款|收款")


def _cards(plain: str) -> Places:
    for match in _CARD.finditer(plain):
        before = plain[max(match.start() - 12, 0) : match.start()]
        if _passes_luhn(_figures(match.group())) or _CARD_NAMED.search(before):
            yield match.span()


def _passes_luhn(figures: str) -> bool:
    doubled = [int(f) * (2 if place % 2 else 1) for place, f in enumerate(reversed(figures))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


_EMAIL = re.compile(
    r"[A-Za-z0-9][\w.+-]*\s?(?:@|\(at\)|\[at\]| at |#at#|艾特)\s?[A-Za-z0-9-]+(?:\s?(?:\.|。|点| dot )\s?[A-Za-z]{2,})+", re.ASCII | re.IGNORECASE
)  # fmt: skip


def _emails(plain: str) -> Places:
    yield from (match.span() for match in _EMAIL.finditer(plain))


_ACCOUNT = re.compile(
    r"(?:微\s?信|薇信|威信|[vV]信|(?<![A-Za-z])(?:vx|wx|wechat|weixin|QQ|uid|ins|telegram|tg)|扣扣|企鹅|抖音|快手|微博|小红书|[bB]站|知乎|支付宝|账号|帐号|用户)"
    r"(?:号码?|账号|帐号|名|[iI][dD])?\s*[是为叫:加\"“]{0,3}\s*(@?[A-Za-z0-9][A-Za-z0-9_.-]{4,29})",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"(?:微信|QQ|抖音|快手|微博|小红书|[bB]站|知乎)(?:昵称|用户|网名|名|号)\s*[是为叫:]?\s*([\"“][^\"”]{2,20}[\"”]|(?<=[是为叫:])[\u4e00-\u9fff]{2,12})"
)
_HANDLE = re.compile(r"(?<![A-Za-z0-9])@[A-Za-z0-9_\u4e00-\u9fff][\w\u4e00-\u9fff-]{1,19}")


def _accounts(plain: str) -> Places:
    yield from (match.span(1) for match in _ACCOUNT.finditer(plain))
    yield from (match.span(1) for match in _NICKNAME.finditer(plain))
    yield from (match.span() for match in _HANDLE.finditer(plain))


_HAN = "[\u4e00-\u9fff]"
_NUMBER = r"\s?[A-Z甲乙丙丁]?[0-9十百]{1,6}(?:\s?[-–—]\s?[0-9]{1,4})?\s?"
_STREET = re.compile(
    rf"{_HAN}{{2,12}}?(?:路|街|大道|大街|巷|弄|胡同)(?:[东西南北中]段)?{_NUMBER}(?:号|弄|附)(?:院|楼)?"
    rf"(?:{_NUMBER}(?:号楼|幢|栋|座|单元|室|层|号|楼))*"
)
_HOUSE = re.compile(
    rf"{_HAN}{{2,10}}(?:小区|花园|苑|公寓|家园|新村|大厦|广场|园)(?:[A-Z]座)?{_NUMBER}(?:号楼|幢|栋|座|单元|期|号|楼|层|室)?(?:{_NUMBER}(?:单元|室|层|号|楼))*"
)
_ROOM = re.compile(rf"{_NUMBER}(?:号楼|幢|栋)(?:{_NUMBER}单元)?{_NUMBER}(?:室|号|房)?")
_VILLAGE = re.compile(
    rf"{_HAN}{{1,8}}(?:村|屯|寨|社区){_HAN}{{0,4}}?{_NUMBER}(?:组|队|社|号)(?:{_NUMBER}号)?"
)


def _addresses(plain: str) -> Places:
    for pattern in (_STREET, _HOUSE, _VILLAGE, _ROOM):
        yield from (match.span() for match in pattern.finditer(plain))


_FINDERS: tuple[tuple[Exposure, Callable[[str], Places]], ...] = (
    (Exposure.IDENTITY, _identities),
    (Exposure.EMAIL, _emails),
    (Exposure.BANK, _cards),
    (Exposure.PHONE, _phones),
    (Exposure.ACCOUNT, _accounts),
    (Exposure.ADDRESS, _addresses),
)
