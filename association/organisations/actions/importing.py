"""Many organisations from a workbook: checked whole, taken in whole."""

from sqlalchemy import select

from association.kernel.attachments import Upload
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.kernel.workbooks import NotAWorkbook
from association.organisations import workbook
from association.organisations.actions.applying import imported
from association.organisations.models import FormerCode, Organisation, OrganisationState
from association.organisations.policy import P
from association.organisations.workbook import Reading


def checked(file: Upload) -> Reading:
    """The dry run: every fault of the file and against what is on record. Refused when it is no workbook."""
    file.stream.seek(0)
    try:
        reading = workbook.read(file.stream)
    except NotAWorkbook as none:
        raise Refused(str(none), field="file") from None
    codes = [values["uscc"] for _row, values in reading.rows]
    closed = [OrganisationState.REFUSED, OrganisationState.WITHDRAWN]
    living = select(Organisation.uscc).where(Organisation.uscc.in_(codes), Organisation.state.not_in(closed))
    known = [
        *session.scalars(living),
        *session.scalars(select(FormerCode.uscc).where(FormerCode.uscc.in_(codes))),
    ]
    workbook.doubled(reading, known)
    return reading


def take_in(reading: Reading, *, actor: Actor) -> int:
    """All rows, in this transaction, or none."""
    require(actor, P.IMPORT)
    if reading.faults:
        raise Refused(_("表里还有错，一行也没有导入。"))
    for _row, values in reading.rows:
        facts = {name: value for name, value in values.items() if name != "uscc"}
        imported(code=values["uscc"], facts=facts, actor=actor)
    return len(reading.rows)
