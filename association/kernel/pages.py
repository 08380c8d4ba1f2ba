"""A page that is one form: most forms need nothing but a heading, a sentence, their fields and one button."""

from collections.abc import Sequence
from typing import Any

from flask import render_template

from association.kernel.forms import Form

Crumb = tuple[object, str | None]
Link = tuple[object, object, str]


def form_page(
    form: Form,
    *,
    heading: object,
    button: object,
    back: str | None = None,
    lede: object = "",
    crumbs: Sequence[Crumb] = (),
    danger: bool = False,
    asks: bool = False,
    links: Sequence[Link] = (),
    **context: Any,
) -> str:
    """Draw it. `asks` for the form “please change these fields”; `links` are (question, words, address) under the form."""
    return render_template(
        "components/form_page.html", form=form, heading=heading, button=button, back=back, lede=lede,
        crumbs=list(crumbs), danger=danger, asks=asks, links=list(links), **context,
    )  # fmt: skip
