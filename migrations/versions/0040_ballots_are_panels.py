"""The ballots of standards become panels: votes lie sealed and encrypted, names and minutes are the panel's."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from association.kernel.personal import decrypt, encrypt

revision = "0040"
down_revision = "0039"

SEALED = "sealed opinions"
"""The purpose of the key, as it was called on the day of this migration."""
OVER = ("refused", "published", "withdrawn", "terminated", "dropped")

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _table(name: str) -> sa.Table:
    return sa.Table(name, sa.MetaData(), autoload_with=op.get_bind(), resolve_fks=False)


def upgrade() -> None:
    with op.batch_alter_table("standard_review") as batch_op:
        batch_op.add_column(sa.Column("panel_id", _KEY, nullable=True))
    with op.batch_alter_table("standard_reviewer") as batch_op:
        batch_op.add_column(sa.Column("seat_id", _KEY, nullable=True))
    _move()
    kept = _taken_out(("id", "review_id", "seat_id", "unit", "post", "is_senior"))
    with op.batch_alter_table("standard_review") as batch_op:
        batch_op.alter_column("panel_id", existing_type=_KEY, nullable=False)
        batch_op.create_foreign_key(op.f("fk_standard_review_panel_id_panel"), "panel", ["panel_id"], ["id"])
        batch_op.create_unique_constraint(op.f("uq_standard_review_panel_id"), ["panel_id"])
        batch_op.drop_constraint(op.f("ck_standard_review_closed_says_how"), type_="check")
        batch_op.create_check_constraint(
            op.f("ck_standard_review_held_says_how"), "(held_on is null) = (passed is null)"
        )
        for column in ("votes_due_on", "minutes", "closed_at"):
            batch_op.drop_column(column)
    with op.batch_alter_table("standard_reviewer") as batch_op:
        batch_op.alter_column("seat_id", existing_type=_KEY, nullable=False)
        batch_op.create_foreign_key(
            op.f("fk_standard_reviewer_seat_id_panel_seat"), "panel_seat", ["seat_id"], ["id"]
        )
        batch_op.create_unique_constraint(op.f("uq_standard_reviewer_seat_id"), ["seat_id"])
        batch_op.drop_index("ix_standard_reviewer_account_id")
        batch_op.drop_constraint(op.f("uq_standard_reviewer_review_id_account_id"), type_="unique")
        batch_op.drop_constraint(op.f("ck_standard_reviewer_vote_has_moment"), type_="check")
        batch_op.drop_constraint(op.f("fk_standard_reviewer_account_id_account"), type_="foreignkey")
        for column in ("account_id", "name", "vote", "opinion", "voted_at", "on_paper"):
            batch_op.drop_column(column)
    _put_back(kept)


def _taken_out(columns: tuple[str, ...]) -> list[dict[str, object]]:
    """The reviewers leave their table while rounds are built anew: SQLite would not let go of rows that others point at."""
    bind, reviewer = op.get_bind(), _table("standard_reviewer")
    rows = [
        dict(row)
        for row in bind.execute(
            sa.select(*(reviewer.c[c] for c in columns)).order_by(reviewer.c.id)
        ).mappings()
    ]
    bind.execute(sa.delete(reviewer))
    return rows


def _put_back(rows: list[dict[str, object]]) -> None:
    if rows:
        op.get_bind().execute(sa.insert(_table("standard_reviewer")), rows)


def _move() -> None:
    bind = op.get_bind()
    review, project = _table("standard_review"), _table("standard_project")
    states = {row.id: row.state for row in bind.execute(sa.select(project.c.id, project.c.state))}
    for round_ in bind.execute(sa.select(review).order_by(review.c.id)).mappings().all():
        _move_round(round_, is_over=states[round_["project_id"]] in OVER)


def _move_round(round_: sa.RowMapping, *, is_over: bool) -> None:
    bind, review, panel = op.get_bind(), _table("standard_review"), _table("panel")
    sent = datetime.combine(round_["papers_sent_on"], datetime.min.time(), UTC)
    state = "concluded" if round_["closed_at"] else "dissolved" if is_over else "open"
    panel_id = bind.execute(
        sa.insert(panel).values(
            matter="standard",
            subject_kind="standard_project",
            subject_id=round_["project_id"],
            number=round_["number"],
            state=state,
            least=1,
            due_on=round_["votes_due_on"],
            convened_at=sent,
            closed_at=round_["closed_at"],
            ended_because="",
        )
    ).inserted_primary_key[0]
    bind.execute(sa.update(review).where(review.c.id == round_["id"]).values(panel_id=panel_id))
    if round_["closed_at"]:
        bind.execute(
            sa.insert(_table("panel_minutes")).values(
                panel_id=panel_id,
                number=1,
                conclusion="for" if round_["passed"] else "against",
                text=round_["minutes"],
                written_by_id=None,
                written_at=round_["closed_at"],
            )
        )
    reviewer = _table("standard_reviewer")
    rows = sa.select(reviewer).where(reviewer.c.review_id == round_["id"]).order_by(reviewer.c.id)
    for row in bind.execute(rows).mappings().all():
        seat_id = _move_reviewer(row, panel_id, sent, is_open=state == "open")
        bind.execute(sa.update(reviewer).where(reviewer.c.id == row["id"]).values(seat_id=seat_id))


def _move_reviewer(row: sa.RowMapping, panel_id: int, sent: datetime, *, is_open: bool) -> int:
    """Nobody declared before; who has voted, and whose round is over, need not. A guest's word is asked on paper."""
    bind, account = op.get_bind(), _table("account")
    person_id = (
        bind.scalar(sa.select(account.c.person_id).where(account.c.id == row["account_id"]))
        if row["account_id"]
        else None
    )
    is_guest = person_id is None
    clear = is_guest or not is_open or row["vote"] is not None
    seat_id = bind.execute(
        sa.insert(_table("panel_seat")).values(
            panel_id=panel_id,
            person_id=person_id,
            name=row["name"] if is_guest else "",
            unit=row["unit"] if is_guest else "",
            state="clear" if clear else "named",
            named_at=sent,
            declared_at=None,
            declared_words=encrypt(""),
            voted_at=row["voted_at"],
            left_because=encrypt(""),
        )
    ).inserted_primary_key[0]
    if row["vote"] is not None:
        bind.execute(
            sa.insert(_table("panel_opinion")).values(
                seat_id=seat_id,
                word=encrypt(row["vote"], purpose=SEALED),
                because=encrypt(row["opinion"], purpose=SEALED),
                facts=encrypt("{}", purpose=SEALED),
                saved_at=row["voted_at"],
            )
        )
    return int(seat_id)


def downgrade() -> None:
    with op.batch_alter_table("standard_review") as batch_op:
        batch_op.add_column(sa.Column("votes_due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("minutes", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("standard_reviewer") as batch_op:
        batch_op.add_column(sa.Column("account_id", _KEY, nullable=True))
        batch_op.add_column(sa.Column("name", sa.String(length=200), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("vote", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("opinion", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("voted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("on_paper", sa.Boolean(), nullable=False, server_default=sa.false()))
    _move_back()
    kept = _taken_out(
        (
            "id",
            "review_id",
            "account_id",
            "name",
            "unit",
            "post",
            "is_senior",
            "vote",
            "opinion",
            "voted_at",
            "on_paper",
        )
    )
    with op.batch_alter_table("standard_review") as batch_op:
        batch_op.drop_constraint(op.f("ck_standard_review_held_says_how"), type_="check")
        batch_op.drop_constraint(op.f("uq_standard_review_panel_id"), type_="unique")
        batch_op.drop_constraint(op.f("fk_standard_review_panel_id_panel"), type_="foreignkey")
        batch_op.drop_column("panel_id")
        batch_op.alter_column("votes_due_on", existing_type=sa.Date(), nullable=False)
        batch_op.alter_column(
            "minutes", existing_type=sa.Text(), existing_nullable=False, server_default=None
        )
        batch_op.create_check_constraint(
            op.f("ck_standard_review_closed_says_how"), "(closed_at is null) = (passed is null)"
        )
    with op.batch_alter_table("standard_reviewer") as batch_op:
        batch_op.drop_constraint(op.f("uq_standard_reviewer_seat_id"), type_="unique")
        batch_op.drop_constraint(op.f("fk_standard_reviewer_seat_id_panel_seat"), type_="foreignkey")
        batch_op.drop_column("seat_id")
        batch_op.alter_column(
            "name", existing_type=sa.String(length=200), existing_nullable=False, server_default=None
        )
        batch_op.alter_column(
            "opinion", existing_type=sa.Text(), existing_nullable=False, server_default=None
        )
        batch_op.alter_column(
            "on_paper", existing_type=sa.Boolean(), existing_nullable=False, server_default=None
        )
        batch_op.create_index("ix_standard_reviewer_account_id", ["account_id"])
        batch_op.create_unique_constraint(
            op.f("uq_standard_reviewer_review_id_account_id"), ["review_id", "account_id"]
        )
        batch_op.create_foreign_key(
            op.f("fk_standard_reviewer_account_id_account"), "account", ["account_id"], ["id"]
        )
        batch_op.create_check_constraint(
            op.f("ck_standard_reviewer_vote_has_moment"), "(vote is null) = (voted_at is null)"
        )
    _put_back(kept)
    _forget_panels()


def _move_back() -> None:
    bind, review, panel, minutes = (
        op.get_bind(),
        _table("standard_review"),
        _table("panel"),
        _table("panel_minutes"),
    )
    for row in (
        bind.execute(sa.select(review.c.id, panel).join(panel, panel.c.id == review.c.panel_id))
        .mappings()
        .all()
    ):
        words = bind.scalar(
            sa.select(minutes.c.text)
            .where(minutes.c.panel_id == row["id_1"])
            .order_by(minutes.c.number.desc())
            .limit(1)
        )
        bind.execute(
            sa.update(review)
            .where(review.c.id == row["id"])
            .values(
                votes_due_on=row["due_on"],
                closed_at=row["closed_at"],
                minutes=words or "",
            )
        )
    reviewer, seat, opinion = _table("standard_reviewer"), _table("panel_seat"), _table("panel_opinion")
    account, person = _table("account"), _table("person")
    rows = (
        sa.select(
            reviewer.c.id,
            seat.c.name,
            seat.c.person_id,
            seat.c.voted_at,
            opinion.c.word,
            opinion.c.because,
            account.c.id.label("account"),
            person.c.name.label("called"),
        )
        .join(seat, seat.c.id == reviewer.c.seat_id)
        .outerjoin(opinion, sa.and_(opinion.c.seat_id == seat.c.id, seat.c.voted_at.is_not(None)))
        .outerjoin(account, account.c.person_id == seat.c.person_id)
        .outerjoin(person, person.c.id == seat.c.person_id)
    )
    for row in bind.execute(rows).mappings().all():
        bind.execute(
            sa.update(reviewer)
            .where(reviewer.c.id == row["id"])
            .values(
                name=row["called"] or row["name"],
                account_id=row["account"],
                on_paper=row["person_id"] is None and row["voted_at"] is not None,
                vote=decrypt(row["word"], purpose=SEALED) if row["word"] else None,
                voted_at=row["voted_at"] if row["word"] else None,
                opinion=decrypt(row["because"], purpose=SEALED) if row["because"] else "",
            )
        )


def _forget_panels() -> None:
    bind, panel, seat, minutes = op.get_bind(), _table("panel"), _table("panel_seat"), _table("panel_minutes")
    panels = sa.select(panel.c.id).where(panel.c.matter == "standard")
    seats = sa.select(seat.c.id).where(seat.c.panel_id.in_(panels))
    versions = sa.select(minutes.c.id).where(minutes.c.panel_id.in_(panels))
    confirmation, opinion = _table("panel_confirmation"), _table("panel_opinion")
    bind.execute(sa.delete(confirmation).where(confirmation.c.minutes_id.in_(versions)))
    bind.execute(sa.delete(minutes).where(minutes.c.panel_id.in_(panels)))
    bind.execute(sa.delete(opinion).where(opinion.c.seat_id.in_(seats)))
    bind.execute(sa.update(seat).where(seat.c.panel_id.in_(panels)).values(instead_of_id=None))
    bind.execute(sa.delete(seat).where(seat.c.panel_id.in_(panels)))
    bind.execute(sa.delete(panel).where(panel.c.matter == "standard"))
