"""What one follows, following something, and the link in letters that stops it."""

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.following import actions, links, queries, targets, telling
from association.following.forms import STOP, FollowForm, PaceForm, stop_form
from association.following.models import Follow, Follower, Pace
from association.following.policy import P, officer_ids
from association.kernel.errors import Forbidden, Unknown
from association.kernel.forms import ButtonForm, Form
from association.kernel.pagecache import uncached
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, public, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation

own = Blueprint("own_following", __name__, url_prefix="/my/following")
stopping = Blueprint("following", __name__, url_prefix="/following")


def _crumbs() -> list[tuple[object, str | None]]:
    return [(_("我的关注"), url_for("own_following.index"))]


@own.get("/")
@needs(P.FOLLOW)
def index() -> ResponseReturnValue:
    """What I and my organisations follow, and what has happened there lately."""
    who = actor()
    follows = queries.followed_by(who.account_id, officer_ids(who))
    happenings = queries.newest_for(follows) if follows else []
    of_organisations = [f.follower for f in follows if f.follower.organisation_id is not None]
    names = organisations.named([f.organisation_id for f in of_organisations if f.organisation_id])
    silent = {
        follower
        for follower, account in queries.muted({f.id for f in of_organisations})
        if account == who.account_id
    }
    return render_template(
        "association/following/index.html", follows=follows, called=targets.described({f.key for f in follows}), names=names,
        happenings=[(h, telling.kinds()[h.kind].label, telling.word_of(h)) for h in happenings], kinds=telling.kinds().values(),
        hearing=[(f, f.id not in silent) for f in {f.id: f for f in of_organisations}.values()],
    )  # fmt: skip


@own.route("/new/", methods=["GET", "POST"])
@needs(P.FOLLOW)
def follow() -> ResponseReturnValue:
    """Follow what `what` names, for oneself or for an organisation one acts for."""
    key = request.args.get("what", "")
    target = targets.one(key)
    if target is None:
        raise Unknown
    who = actor()
    mine = [o for o in organisations.mine(who) if can(who, P.FOLLOW_FOR, o)]
    form = FollowForm()
    form.whom.choices = [("me", _("我自己")), *[(str(o.id), o.name) for o in mine]]
    if not mine:
        del form.whom
    if form.accepts():
        values = form.values
        for_whom = next((o for o in mine if str(o.id) == values.get("whom")), None)
        actions.follow(key, pace=Pace(values["pace"]), actor=who, organisation=for_whom)
        flash(_("已关注：%(what)s", what=target.title))
        return back_to("own_following.index")
    return form_page(
        form, heading=_("关注：%(what)s", what=target.title), button=_("关注"), back=target.url, crumbs=_crumbs(),
        lede=_("有新的公开内容时写信告诉你；任何时候都可以停止，信末有一按即停的链接。"),
    )  # fmt: skip


@own.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def change(id: int) -> ResponseReturnValue:  # noqa: A002
    """Another pace, or no more."""
    followed = find(Follow, id, P.CHANGE)
    target = targets.one(followed.key)
    title = target.title if target else _("已不再公开的内容")
    form = PaceForm(pace=STOP if followed.stopped_at else followed.pace.value)
    if form.accepts():
        if form.values["pace"] == STOP:
            actions.stop(followed, actor=actor())
            flash(_("已停止关注：%(what)s", what=title))
        elif followed.stopped_at is not None:
            _follow_again(followed, Pace(form.values["pace"]))
        else:
            actions.change(followed, pace=Pace(form.values["pace"]), actor=actor())
            flash(_("已保存。"))
        return back_to("own_following.index")
    return form_page(
        form, heading=title, button=_("保存"), back=url_for("own_following.index"), crumbs=_crumbs()
    )


def _follow_again(followed: Follow, pace: Pace) -> None:
    organisation_id = followed.follower.organisation_id
    named = organisations.named([organisation_id]) if organisation_id else {}
    actions.follow(followed.key, pace=pace, actor=actor(), organisation=named.get(organisation_id or 0))
    flash(_("已重新关注。"))


@own.route("/letters/<int:id>/", methods=["GET", "POST"])
@signed_in
def letters(id: int) -> ResponseReturnValue:  # noqa: A002
    """An officer's own switch for the letters of what an organisation follows."""
    organisation = organisations.named([id]).get(id)
    follower = queries.follower_of(organisation_id=id) if organisation else None
    if organisation is None or follower is None:
        raise Unknown
    if id not in officer_ids(actor()):
        raise Forbidden(P.CHANGE.sentence)
    account_id = actor().account_id or 0
    hears = (follower.id, account_id) not in queries.muted([follower.id])
    form = ButtonForm()
    if form.accepts():
        (actions.mute if hears else actions.hear_again)(follower, account_id=account_id)
        flash(_("已保存。"))
        return back_to("own_following.index")
    return form_page(
        form, heading=_("%(name)s的关注信函", name=organisation.name), back=url_for("own_following.index"), crumbs=_crumbs(),
        button=_("我不再收这些信") if hears else _("我要收这些信"),
        lede=_("只影响你本人；单位的关注不变，其他经办人和签署人照常收信。"),
    )  # fmt: skip


def _stop(token: str) -> links.Stop:
    found = links.read(token)
    if found is None:
        raise Unknown
    return found


def _organisation_of(follower: Follower) -> Organisation | None:
    id_ = follower.organisation_id
    return organisations.named([id_]).get(id_) if id_ is not None else None


@stopping.route("/stop/<token>/", methods=["GET", "POST"])
@uncached
@public
def stop(token: str) -> ResponseReturnValue:
    """The link in a letter: opening it changes nothing (mail programs open links), its one button stops. POST answers without a
    redirect, as RFC 8058 asks."""
    found, form = _stop(token), stop_form()
    done = form.accepts()
    if done:
        actions.stop_by_link(found.follower, found.follows, account_id=found.account_id)
    return _stop_page(found, ButtonForm(formdata=None) if done else form, done=done)


@stopping.post("/resume/<token>/")
@public
def resume(token: str) -> ResponseReturnValue:
    """It was a slip."""
    found, form = _stop(token), stop_form()
    if form.accepts():
        actions.resume_by_link(found.follower, found.follows, account_id=found.account_id)
        return render_template("association/following/resumed.html")
    return _stop_page(found, form, done=False)


def _stop_page(found: links.Stop, form: Form, *, done: bool) -> str:
    called = targets.described({f.key for f in found.follows})
    return render_template(
        "association/following/stop.html", form=form, done=done, organisation=_organisation_of(found.follower),
        stopped=[called[f.key] for f in found.follows if f.key in called], token=request.view_args["token"] if request.view_args else "",
    )  # fmt: skip
