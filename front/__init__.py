"""Pages that look across the whole house. They compose what features offer; nobody imports them."""

from flask import Flask

from association.kernel import contact, rendering
from association.kernel.log import exports
from association.kernel.settings import Settings
from association.kernel.words import _l
from front import (
    api,
    bulk,
    components,
    crawlers,
    desk,
    hints,
    home,
    log,
    log_lists,
    navigation,
    record,
    record_paper,
    search,
    verify,
)


def init_app(app: Flask) -> None:
    for blueprint in (
        home.bp,
        record.bp,
        desk.bp,
        desk.my,
        desk.review,
        search.bp,
        verify.bp,
        hints.bp,
        log.bp,
        bulk.bp,
    ):
        app.register_blueprint(blueprint)
    api.init_app(app)
    record_paper.init_app(app)
    crawlers.init_app(app)
    navigation.init_app()
    exports.of(log_lists.lists)
    app.jinja_env.globals["logged_lists"] = frozenset({*log_lists.LISTS, *log_lists.OF_EACH_PLEDGE})
    rendering.add_to_navigation(_l("自查提示"), "hints.index")
    contact.questions_go_to(app, "own_guidance.ask")
    settings: Settings = app.extensions["settings"]
    if settings.development:
        app.register_blueprint(components.bp)
