"""The writing desk: any text that is drafted here before it is published – standards, notices, pledges.

A feature whose subject is being written calls `drafting.page(subject, …)` from a view of its own, which decides who may write and when;
`drafting.latest(subject)` is what stands now. Every save is a version, and no save is ever lost: who saves over somebody else's newer
text has it laid aside and is shown both.

models the table · texts reading what is typed · queries named reads · actions saving · forms, views the page.
"""

from flask import Flask

from association.drafting.actions import save
from association.drafting.models import Draft
from association.drafting.queries import latest, versions
from association.drafting.texts import preview, read
from association.drafting.views import describe, page


def init_app(app: Flask) -> None:  # noqa: ARG001
    describe()


__all__ = ["Draft", "init_app", "latest", "page", "preview", "read", "save", "versions"]
