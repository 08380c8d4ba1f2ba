"""What everybody sees: the register, one agency's page, and who manages an account. No clients, no persons."""

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, pace
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Filter, Listing, Words
from association.kernel.pagecache import uncached
from association.kernel.policy import can
from association.kernel.web import actor, find_by, public
from association.kernel.words import _l
from association.membership import queries as membership
from association.organisations import queries as organisations
from association.organisations.models import PROVINCES
from association.permits import queries as permits
from association.pledges import queries as pledges
from association.standing import StandingKind
from association.standing import queries as entries
from mcn.agencies import checks, papers, queries
from mcn.agencies.forms import AccountForm
from mcn.agencies.models import Agency, AgencyState
from mcn.agencies.policy import P
from mcn.agencies.sections import rows_of

bp = Blueprint("agencies", __name__, url_prefix="/mcn")

PUBLIC_STATES = (AgencyState.REGISTERED, AgencyState.ABNORMAL, AgencyState.SUSPENDED, AgencyState.ENDED)
COLUMNS = (
    Column("number", _l("登记编号"), lambda a: a.number),
    Column("name", _l("机构"), lambda a: a.name),
    Column("uscc", _l("统一社会信用代码"), lambda a: a.organisation.uscc),
    Column("province", _l("所在地"), lambda a: a.organisation.province_name),
    Column("registered_on", _l("登记日期"), lambda a: a.registered_on),
    Column("state", _l("状态"), lambda a: str(a.state.label)),
    Column("state_since", _l("状态自"), lambda a: a.state_since),
)
ORDERS = {"name": (_l("名称"), (Agency.name_key, Agency.id))}
FEED = Feed(
    title=_l("机构登记"), newest=(Agency.registered_on.desc(), Agency.id.desc()), at=lambda a: a.registered_on,
    called=lambda a: a.name, says=lambda a: f"{a.number} {a.state.label}",
)  # fmt: skip
TRIES_A_MINUTE = 20
"""Questions about accounts from one machine: enough for a person, too few to go through a list of names."""


def address(agency: Agency) -> str:
    return url_for("agencies.show", number=agency.number)


def filters() -> list[Filter]:
    return [
        Words("q", _l("名称、曾用名、拼音、代码或编号"), queries.called),
        Choice(
            "province", _l("所在地"), lambda rows, code: rows.where(Agency.province == code), pairs=list(PROVINCES.items())
        ),
    ]  # fmt: skip


def _state() -> Choice:
    return Choice(
        "state", _l("状态"), lambda rows, value: rows.where(Agency.state == AgencyState(value)),
        pairs=[(s.value, s.label) for s in PUBLIC_STATES], as_links=True,
    )  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """The register, by name."""
    listing = Listing(
        queries.register(), columns=COLUMNS, url_of=address, orders=ORDERS, filters=[*filters(), _state()], feed=FEED
    )  # fmt: skip
    return listing.answer("mcn/agencies/index.html")


@bp.get("/<number>/")
@public
def show(number: str) -> ResponseReturnValue:
    """Everything public about one entry; who was looked for under another writing of the number is led on."""
    agency = find_by(queries.by_number(number), P.SEE)
    if agency.number is None:
        raise Unknown
    if agency.number != number:
        return redirect(url_for("agencies.show", number=agency.number), 301)
    return render_template("mcn/agencies/show.html", **_facts(agency))


def _facts(agency: Agency) -> dict[str, object]:
    organisation = agency.organisation
    came_from, went_into = organisations.successions_of(organisation)
    certificate = papers.of(agency)
    return {
        "agency": agency,
        "organisation": organisation,
        "former_names": organisation.former_names,
        "came_from": [s for s in came_from if s.predecessor.has_public_record],
        "went_into": [s for s in went_into if s.successor.has_public_record],
        "permits": permits.checked_of(organisation),
        "pledges": pledges.of_record(organisation.id, clock.today()),
        "entries": entries.of_organisations(
            [organisation.id], clock.today(), StandingKind.MEASURE, StandingKind.COMMENDATION, public=True
        )[organisation.id],
        "standing": membership.standing_on(organisation, clock.today()),
        "systems": [
            {"kind": "", "address": "", **row, "on": date.fromisoformat(row["published_on"])}
            for row in rows_of(queries.fact_of(agency, "systems"))
            if row.get("published_on") and row.get("title")
        ],
        "certificate": certificate,
        "other_stays": [
            a for a in queries.of_organisation(organisation.id) if a.id != agency.id and a.is_public
        ],
        "may_read_file": can(actor(), P.READ_FILE, agency),
    }


@bp.get("/accounts/")
@public
@uncached
def accounts() -> ResponseReturnValue:
    """Who manages this account? Answers an exact name only, and only where the account is the agency's own or its holder has consented; such
    accounts are in no list, export or suggestion."""
    form = AccountForm(request.args, meta={"csrf": False})
    asked = bool(request.args.get("platform") and request.args.get("account"))
    holders: list[Agency] = []
    if asked:
        pace.count("mcn.accounts", per_minute=TRIES_A_MINUTE)
        key = checks.account_key(form.platform.data or "", form.account.data or "")
        holders = [a for a in queries.holder_of_account(key, clock.today()) if a.is_public]
    return render_template(
        "mcn/agencies/accounts.html", form=form, asked=asked, holder=holders[0] if len(holders) == 1 else None
    )  # fmt: skip
