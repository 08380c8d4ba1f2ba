"""A small picture for the holder's own site: what is true of a certificate today, and grey when it is no longer valid."""

from unicodedata import east_asian_width

from markupsafe import Markup, escape

from association.kernel import clock
from association.kernel.certificates.kinds import kind_of, remark_of
from association.kernel.certificates.models import Certificate, CertificateState
from association.kernel.day_words import day_words
from association.kernel.words import _

HEIGHT = 44
_WIDE, _NARROW = 13.0, 7.4
"""Pixels a character takes at 13 px, at most."""


def _width(words: str) -> float:
    return sum(_WIDE if east_asian_width(c) in "WF" else _NARROW for c in words)


def badge(certificate: Certificate) -> Markup:
    """SVG. The day is in it, so that a copy kept somewhere says of which day it speaks."""
    state = certificate.state
    valid = state is CertificateState.VALID
    first = f"{kind_of(certificate).label} · {certificate.number}"
    remark = remark_of(certificate)
    said = _("%(state)s，%(remark)s", state=state.label, remark=remark) if remark else str(state.label)
    second = _("%(state)s（%(day)s）", state=said, day=day_words(clock.today()))
    width = round(max(_width(first), _width(second)) + 30)
    edge, ground, ink = ("#8a8680", "#f1efea", "#5b5853")
    if valid:
        edge, ground, ink = ("#9a6200" if remark else "#0f6e4f"), "#ffffff", "#1c1b1a"
    title = _("%(holder)s，%(what)s，%(state)s", holder=certificate.holder, what=first, state=said)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img">'
        '<title>{title}</title><rect x=".5" y=".5" width="{inner}" height="{tall}" rx="3" fill="{ground}" stroke="{edge}"/>'
        '<rect width="6" height="{h}" fill="{edge}"/>'
        '<g font-family="system-ui, \'PingFang SC\', \'Noto Sans CJK SC\', \'Microsoft YaHei\', sans-serif" font-size="13" fill="{ink}">'
        '<text x="16" y="18">{first}</text><text x="16" y="36" font-weight="700">{second}</text></g></svg>'
    ).format(
        w=width, h=HEIGHT, inner=width - 1, tall=HEIGHT - 1, ground=ground, edge=edge, ink=ink, title=escape(title),
        first=escape(first), second=escape(second),
    )  # fmt: skip
