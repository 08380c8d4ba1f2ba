"""Public consultation on a text: laid out for some days, commented on clause by clause by anybody, every comment looked at and
answered with a reason, and the later clause remembers which comments changed it. Standards and pledges use it.

models the tables · policy who may · workflow the lives of a consultation and of a comment · texts an edition as clauses to
comment on · limits how often one may · queries named reads · actions verbs · events what upper features hear, and life the lives that follow a consultation · effects, letters
what follows · naming how a clause is named in a form, and citing the two pages of everything that rests on clauses, for features above ·
workbook the 意见汇总处理表 · views pages.
"""

from flask import Flask

from association.consultations import forgetting, happenings, letters, life, views


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    forgetting.init_app()
    life.listen()
    views.init_app(app)
