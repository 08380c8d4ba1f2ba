"""Notices of the association: 行业通报, 公告, and what authorities have published, forwarded under the authority's own number.

Drafted at the writing desk, reviewed three times – and by the legal office in between when somebody is named –, numbered and frozen when they
are issued, told to those they are for, corrected or withdrawn only in public.

models the tables · settings dated words and numbers · policy who may · effects what the steps do · workflow the lives · telling letters to
many, batch by batch · queries · actions · forms · waiting · views.
"""

from flask import Flask

from association.kernel import scheduled
from bulletins.notices import happenings, telling, views
from bulletins.notices.models import Notice
from bulletins.notices.workflow import NOTICE


def init_app(app: Flask) -> None:
    scheduled.issues(Notice, NOTICE)
    telling.listen()
    happenings.init_app()
    views.init_app(app)
