"""Rosters of a pledge: a numbered snapshot of joiners and leavers, taken by the clock at the set interval and never changed again; and the list of a ceremony
at which many sign (集体签署).

models the tables · settings the interval · policy who may · queries · effects what a snapshot holds · workflow its life · papers lists on paper · happenings
what followers hear · clockwork when it is taken · actions ceremonies · forms, views pages.
"""

from flask import Flask

from association.rosters import clockwork, happenings, views

# Imported for its regular work.
_PRESENT = (clockwork,)


def init_app(app: Flask) -> None:
    happenings.init_app()
    views.init_app(app)
