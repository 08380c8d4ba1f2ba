"""Where somebody goes whom a page could not answer. The feature that takes questions is named from above (front), so that every page below
may lead there without knowing it; where there is none, pages name the secretariat.
"""

from flask import Flask, current_app, url_for

EXTENSION = "questions_go_to"


def questions_go_to(app: Flask, endpoint: str) -> None:
    """Name the page on which questions are asked."""
    app.extensions[EXTENSION] = endpoint


def ask_url() -> str | None:
    """Its address, if this site has one."""
    endpoint = current_app.extensions.get(EXTENSION)
    return url_for(endpoint) if endpoint in current_app.view_functions else None
