"""推优: good works and good practice are put forward with grounds, looked at by people apart from each other, laid out for objections, and listed.

No marks, no levels, no places: an entry is listed or it is not, and lists go by pinyin. Nothing is called for before the legal office has looked at
what it rests on. A round speaks in public through three notices – call, publicity, list –, each reviewed, numbered, printed, corrected and withdrawn
like any notice; nominations and commendations are rows of standing.

models the tables · settings dated words and numbers · policy who may · queries · gates who is fit · effects what steps do · papers the words around
the three notices · workflow the lives · letters · clockwork what calendar and papers do · actions verbs · waiting · forms, views pages.
"""

from flask import Flask

from association.kernel import attachments
from bulletins.commendations import clockwork, letters, papers, settings, views
from bulletins.commendations.models import Nomination
from bulletins.commendations.policy import P
from bulletins.commendations.views import desk, public
from bulletins.notices import companions
from bulletins.notices.models import NoticeKind

# Imported for its settings.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    companions.register(
        NoticeKind.COMMENDATION,
        companions.Companion(
            missing=papers.missing, before=papers.opening_lines, after=papers.closing_lines,
            public="bulletins/commendations/_public.html", public_facts=public.part,
            desk="bulletins/commendations/_desk.html", desk_facts=desk.part, is_begun_elsewhere=True,
        ),
    )  # fmt: skip
    letters.init_app()
    clockwork.listen()
    attachments.owned_by("nomination", attachments.who_may(Nomination, P.SEE_EVIDENCE))
    views.init_app(app)
