"""典型案例: the public article made from a case file, told in a fixed order, reviewed three times, without names of people.

The respondent's name is in no text, index or file of it: pages, lists, feeds, data sets and the API look it up in the case while its publicity
runs, so that it leaves everywhere on the same day. When the decision is annulled the article is gone, and its address says why.

models the tables · settings dated words and numbers · labels what the parts are called · naming the name, while it may be said · scanning what
tells of people · policy who may · queries · effects what the steps do · workflow the lives · letters · happenings what followers hear · tracking the
case's events · actions verbs · clockwork forgetting · forms, waiting, views.
"""

from flask import Flask

from association.kernel import scheduled
from bulletins.articles import clockwork, happenings, letters, tracking, views
from bulletins.articles.models import CaseArticle
from bulletins.articles.workflow import ARTICLE

_PRESENT = (clockwork,)


def init_app(app: Flask) -> None:
    scheduled.issues(CaseArticle, ARTICLE)
    letters.init_app()
    tracking.init_app()
    happenings.init_app()
    views.init_app(app)
