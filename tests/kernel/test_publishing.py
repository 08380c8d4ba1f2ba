"""The life of what is published: three reviews by three people, at once or at a moment to come, and withdrawn with its reason."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from association.kernel import audit, clock, scheduled
from association.kernel.db import UtcDateTime, db, session
from association.kernel.errors import Forbidden, Refused
from association.kernel.lifecycles import HasPublishing, Publishing, PublishingPermissions, publishing
from association.kernel.policy import Actor, Permission
from association.kernel.transactions import writing
from association.kernel.workflow import Workflow
from association.rules.policy import P as RulesP
from tests import cast

S = Publishing


class Base(DeclarativeBase):
    """Tables of this test alone: the site's models and migrations know nothing of them."""

    type_annotation_map: ClassVar = {datetime: UtcDateTime()}


class Leaflet(HasPublishing, Base):
    __tablename__ = "leaflet"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None]


def _issue(leaflet: Leaflet, *, actor: Actor, reason: str) -> None:
    leaflet.number = "样例第1号"


@pytest.fixture
def life(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workflow]:
    """The rows as a feature gets them, with permissions that editors and reviewers have already."""
    from association.kernel import workflow as lives

    known = dict(lives._workflows)
    may: Permission = RulesP.SEE
    rows = publishing(
        PublishingPermissions(draft=may, first=may, second=may, third=may, withdraw=may), issue=_issue
    )
    found = Workflow(
        name="leaflet",
        title="样例",
        states=Publishing,
        initial=S.DRAFT,
        steps=rows,
        public_text=lambda leaflet: str(leaflet.number),
    )
    monkeypatch.setattr(scheduled, "_lives", [(Leaflet, found)])
    Base.metadata.create_all(db.engine)
    yield found
    session.rollback()
    Base.metadata.drop_all(db.engine)
    lives._workflows.clear()
    lives._workflows.update(known)


@pytest.fixture
def people(app: Flask) -> list[Actor]:
    return [cast.staff("editor") for _ in range(3)]


def drafted(by: Actor, *, publish_at: datetime | None = None) -> Leaflet:
    with writing():
        leaflet = Leaflet(publish_at=publish_at)
        session.add(leaflet)
        session.flush()
        audit.record("draft", leaflet, actor=by)  # type: ignore[arg-type]
    return leaflet


def take(life: Workflow, leaflet: Leaflet, *deeds: tuple[str, Actor], reason: str = "") -> None:
    for deed, actor in deeds:
        with writing():
            life.take(deed, session.get_one(Leaflet, leaflet.id), actor=actor, reason=reason)


def test_three_people_make_a_text_public_and_the_drafter_may_be_the_first(life, people):
    one, two, three = people
    leaflet = drafted(one)
    take(
        life, leaflet, ("submit", one), ("first_review", one), ("second_review", two), ("third_review", three)
    )
    assert leaflet.state is S.PUBLISHED
    assert (leaflet.number, leaflet.published_at is not None) == ("样例第1号", True)


def test_nobody_reviews_a_second_time_what_they_have_reviewed_or_drafted(life, people):
    one, two, _three = people
    leaflet = drafted(one)
    take(life, leaflet, ("submit", one), ("first_review", two))
    for actor in (one, two):
        with pytest.raises(Refused, match="须由另一人"):
            take(life, leaflet, ("second_review", actor))
    assert leaflet.state is S.SECOND


def test_the_third_is_somebody_else_than_the_second(life, people):
    one, two, three = people
    leaflet = drafted(one)
    take(life, leaflet, ("submit", one), ("first_review", one), ("second_review", two))
    with pytest.raises(Refused, match="须由另一人"):
        take(life, leaflet, ("third_review", two))
    take(life, leaflet, ("third_review", three))
    assert leaflet.state is S.PUBLISHED


def test_a_text_sent_back_needs_a_reason_and_is_a_draft_again(life, people):
    one, two, _three = people
    leaflet = drafted(one)
    take(life, leaflet, ("submit", one))
    with pytest.raises(Refused):
        take(life, leaflet, ("return_first", two))
    take(life, leaflet, ("return_first", two), reason="日期写错")
    assert leaflet.state is S.DRAFT


def test_a_text_for_a_later_moment_waits_for_the_clock_and_for_nobody_else(life, people):
    one, two, three = people
    leaflet = drafted(one, publish_at=clock.now() + timedelta(hours=5))
    take(
        life, leaflet, ("submit", one), ("first_review", one), ("second_review", two), ("third_review", three)
    )
    assert (leaflet.state, leaflet.number) == (S.SCHEDULED, None)
    with pytest.raises(Refused):
        take(life, leaflet, ("second_review", three))
    assert [s.deed for s in life.open_to(three, leaflet)] == ["return_third"]
    with writing():
        assert scheduled.issue_due() == 0
    with time_machine.travel(clock.now() + timedelta(hours=5, minutes=1)), writing():
        assert scheduled.issue_due() == 1
        assert scheduled.issue_due() == 0
    assert (leaflet.state, leaflet.number) == (S.PUBLISHED, "样例第1号")


def test_a_text_that_cannot_be_issued_stays_scheduled_and_does_not_hold_up_the_others(
    life, people, monkeypatch
):
    one, two, three = people
    leaflets = [drafted(one, publish_at=clock.now() + timedelta(hours=1)) for _ in range(2)]
    for leaflet in leaflets:
        take(
            life,
            leaflet,
            ("submit", one),
            ("first_review", one),
            ("second_review", two),
            ("third_review", three),
        )
    take_step = life.take

    def first_fails(deed, subject, **how):
        if subject.id == leaflets[0].id:
            raise Refused("样例")
        return take_step(deed, subject, **how)

    monkeypatch.setattr(
        Workflow, "take", lambda _self, deed, subject, **how: first_fails(deed, subject, **how)
    )
    with time_machine.travel(clock.now() + timedelta(hours=2)), writing():
        assert scheduled.issue_due() == 1
    assert [leaflet.state for leaflet in leaflets] == [S.SCHEDULED, S.PUBLISHED]


def test_a_public_text_is_withdrawn_with_its_reason(life, people):
    one, two, three = people
    leaflet = drafted(one)
    take(
        life, leaflet, ("submit", one), ("first_review", one), ("second_review", two), ("third_review", three)
    )
    take(life, leaflet, ("withdraw", two), reason="事实有误")
    assert (leaflet.state, leaflet.withdrawn_because) == (S.WITHDRAWN, "事实有误")


def test_who_has_not_the_permission_takes_no_step(life, people):
    leaflet = drafted(people[0])
    with pytest.raises(Forbidden):
        take(life, leaflet, ("submit", cast.actor(cast.somebody())))
