"""Works for the tests, entered through the real actions."""

from datetime import date

from flask import Flask

from association.kernel.transactions import writing
from association.works import actions
from association.works.models import Making, Work
from association.works.workflow import WORK
from tests import cast, stages
from tests.page import Page


def facts(**changes: object) -> dict[str, object]:
    return {
        "title": "样例河灯", "aliases": "", "synopsis": "一盏样例河灯顺流而下，经过三座桥。", "day": date(2026, 7, 1), "making": Making.AI,
        "yuan": 800_000, "subjects": [], "triggers": [], "episodes": 3, "seconds": 90, "child_actors": 1,
        "number_kind": "", "number": "", "number_issuer": "",
    } | changes  # fmt: skip


def draft(firm: cast.Firm, **changes: object) -> Work:
    with writing():
        return actions.enter(firm.organisation, facts=facts(**changes), actor=firm.clerk)


def kept(firm: cast.Firm, **changes: object) -> Work:
    work = draft(firm, **changes)
    with writing():
        WORK.take("keep_work", work, actor=firm.clerk)
    return work


def clerk(app: Flask, firm: cast.Firm) -> Page:
    return cast.signed_in(app, firm.clerk_account.email)


stages.remember(__name__)
