"""公益倡议书: an appeal is a notice – drafted, reviewed, numbered, printed, corrected like one – with an occasion, organisations that make it with
the association, and organisations that join it with a click of their authorised signer.

models the tables · policy who may · queries · effects what is asked before the issue and the words around the points · workflow the two lives ·
letters · happenings what followers hear · actions verbs · waiting · forms, views pages.
"""

from flask import Flask

from bulletins.appeals import effects, happenings, letters, views
from bulletins.appeals.views import desk, public
from bulletins.notices import companions
from bulletins.notices.models import NoticeKind


def init_app(app: Flask) -> None:
    companions.register(
        NoticeKind.APPEAL,
        companions.Companion(
            missing=effects.missing, before=effects.opening_lines, after=effects.closing_lines,
            public="bulletins/appeals/_public.html", public_facts=public.part,
            desk="bulletins/appeals/_desk.html", desk_facts=desk.part,
        ),
    )  # fmt: skip
    letters.init_app()
    happenings.init_app()
    views.init_app(app)
