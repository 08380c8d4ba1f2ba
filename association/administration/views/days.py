"""The working calendar: a month at a time, and the correction of a day."""

from datetime import date

from babel.dates import format_date
from flask import flash, render_template, request
from flask.typing import ResponseReturnValue

from association.administration import actions, queries
from association.administration.forms import DayForm
from association.administration.policy import P
from association.administration.views import bp
from association.kernel import clock, working_days
from association.kernel.day_words import day_words, is_english
from association.kernel.errors import Unknown
from association.kernel.web import actor, back_to, needs
from association.kernel.words import _


@bp.get("/calendar/")
@needs(P.OVERSEE)
def calendar() -> ResponseReturnValue:
    """A month (`?month=2026-11`; this one) as a table of weeks."""
    first = _month(request.args.get("month", ""))
    before, after = queries.months_around(first)
    return render_template(
        "association/administration/calendar.html",
        first=first,
        before=before,
        after=after,
        weeks=queries.month(first),
        announced_through=working_days.checked_through(),
        month_words=_month_words,
    )


@bp.route("/calendar/<day>/", methods=["GET", "POST"])
@needs(P.CORRECT_CALENDAR)
def calendar_day(day: str) -> ResponseReturnValue:
    """Say of one day to come whether people work."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError as error:
        raise Unknown from error
    form = DayForm(data={"working": "no" if working_days.is_working(wanted) else "yes"})
    if form.accepts():
        actions.correct_day(wanted, **form.values, actor=actor())
        flash(_("%(day)s已更正。以后算出的期限按新的日历。", day=day_words(wanted)), "done")
        return back_to("administration.calendar", month=wanted.isoformat()[:7])
    return render_template(
        "association/administration/calendar_day.html",
        form=form,
        day=wanted,
        is_working=working_days.is_working(wanted),
        correction=working_days.corrections(wanted, wanted).get(wanted),
    )


def _month_words(first: date) -> str:
    return format_date(first, "MMMM y", locale="en") if is_english() else f"{first.year}年{first.month}月"


def _month(typed: str) -> date:
    """The first day of the month asked for; this month when it cannot be read."""
    try:
        first = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return clock.today().replace(day=1)
    # Beyond these the table of weeks would leave the calendar's range.
    return first if 2000 <= first.year <= 2100 else clock.today().replace(day=1)
