"""An organisation's public record on sealed paper: what the page says on one day, for anybody who asks.

sections what is printed · papers the kind, drawn up once for a day and a state, and let go · views the page it is asked for on.
"""

from flask import Flask

from association.kernel.dated import name_group
from association.kernel.words import _l
from front.record_paper import papers, views


def init_app(app: Flask) -> None:
    name_group("record_papers", _l("公开记录的文件"))
    papers.init_app()
    app.register_blueprint(views.bp)
