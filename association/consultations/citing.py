"""The two small pages of everything that rests on clauses: note one, or begin the list anew. Made to be used by features above."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from association.consultations.naming import NamedClauseForm
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.words import _
from association.rules import queries as rules


def note_clause(add: Callable[..., str], *, page_of: str, **page: Any) -> ResponseReturnValue:
    """`add(edition=, path=)` notes a clause and answers how it is called; `page_of` is where the list stands. What else `page` holds is
    for `form_page`."""
    form = NamedClauseForm()
    form.offer(rules.citable())
    if form.accepts():
        edition, path = form.named()
        flash(_("已登记：%(clause)s。", clause=add(edition=edition, path=path)), "done")
        return redirect(page_of, 303)
    return form_page(form, back=page_of, **page)


def empty_list(remove: Callable[[], object], *, page_of: str, **page: Any) -> ResponseReturnValue:
    """`remove()` takes all clauses off the list; otherwise as above."""
    form = ButtonForm()
    if form.accepts():
        remove()
        return redirect(page_of, 303)
    return form_page(form, back=page_of, danger=True, **page)
