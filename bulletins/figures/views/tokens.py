"""For signers: tokens of their organisation's programs. A token is shown once, in the answer to its making."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.forms import StepForm
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find
from association.kernel.words import _
from association.organisations.models import Organisation
from bulletins.figures import actions, queries
from bulletins.figures.forms import TokenForm
from bulletins.figures.models import Token
from bulletins.figures.policy import P

bp = Blueprint("figure_tokens", __name__, url_prefix="/my/figures/tokens")


def _crumbs(organisation: Organisation) -> list[tuple[object, str | None]]:
    return [
        (_("报送行业数据"), url_for("own_figures.index")),
        (_("令牌"), url_for("figure_tokens.index", id=organisation.id)),
    ]


@bp.get("/<int:id>/")
@decided_inside
def index(id: int) -> ResponseReturnValue:  # noqa: A002
    """Living and past ones, without the tokens themselves."""
    organisation = find(Organisation, id, P.KEEP_TOKENS)
    return render_template(
        "bulletins/figures/tokens.html", organisation=organisation, tokens=queries.tokens_of(id), secret=""
    )


@bp.route("/<int:id>/make/", methods=["GET", "POST"])
@decided_inside
def make(id: int) -> ResponseReturnValue:  # noqa: A002
    organisation = find(Organisation, id, P.KEEP_TOKENS)
    form = TokenForm()
    if form.accepts():
        _token, secret = actions.make_token(organisation, **form.values, actor=actor())
        return render_template(
            "bulletins/figures/tokens.html",
            organisation=organisation,
            tokens=queries.tokens_of(id),
            secret=secret,
        )
    return form_page(
        form, heading=_("生成令牌"), button=_("生成"), back=url_for("figure_tokens.index", id=id), crumbs=_crumbs(organisation),
        lede=_("程序用令牌报送本单位的行业数据，报送的内容仍由授权签署人确认。令牌只显示一次。"),
    )  # fmt: skip


@bp.route("/revoke/<int:id>/", methods=["GET", "POST"])
@decided_inside
def revoke(id: int) -> ResponseReturnValue:  # noqa: A002
    token, form = find(Token, id, P.KEEP_TOKENS), StepForm()
    del form.reason
    if form.accepts():
        actions.revoke_token(token, actor=actor())
        flash(_("已撤销，从现在起不能再用。"), "done")
        return back_to("figure_tokens.index", id=token.organisation_id)
    return form_page(
        form, heading=_("撤销令牌：%(name)s", name=token.name), button=_("撤销"), back=url_for("figure_tokens.index", id=token.organisation_id),
        crumbs=_crumbs(token.organisation), danger=True,
    )  # fmt: skip
