"""The pool's and the ties' pages in English carry no Chinese of the site's own (the page client looks)."""

from flask import Flask

from association.accounts.actors import actor_of
from association.experts import actions
from association.kernel.transactions import writing
from tests import cast
from tests.association.experts import candidates as c
from tests.association.ties import tied
from tests.page import Page


def test_every_page_speaks_english_too(app: Flask) -> None:
    person, firm = cast.somebody(), cast.verified(101)
    expert, candidate = c.appointed(person), c.on_notice(cast.somebody())
    tie = tied.tie(person, firm)
    lift = tied.lifted(tie)
    with writing():
        objection = actions.object_to(c.the(candidate), text="不合适", actor=actor_of(cast.somebody())).id
    number = c.the(expert).number
    visitor = Page(app, language="en")
    for address in (
        "/experts/",
        f"/experts/{number}/",
        "/experts/notices/",
        f"/experts/notices/{candidate}/",
        "/experts/calls/",
        "/recusals/",
    ):
        assert visitor.get(address).status == 200
    own = (
        f"/review/expert/{expert}/",
        "/review/expert/",
        f"/review/expert/{expert}/consents/",
        "/my/ties/",
        "/my/ties/declare/",
    )
    desk = (
        "/desk/experts/", f"/desk/experts/{candidate}/", f"/desk/experts/objections/{objection}/", "/experts/recommend/", "/desk/ties/",
        "/desk/ties/enter/", f"/desk/ties/{tie}/", f"/desk/ties/lifts/{lift}/",
    )  # fmt: skip
    for email, addresses in ((person.email, own), (cast.somebody("experts").email, desk)):
        reader = cast.signed_in(app, email)
        reader.speak("en")
        for address in addresses:
            assert reader.get(address).status == 200
