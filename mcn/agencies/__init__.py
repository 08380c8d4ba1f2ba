"""The register of MCN agencies (机构登记): applied for section by section, checked, examined by one registrar and decided by another, numbered,
certified and public; kept true by changes, rosters and an annual review. It is a register (登记), never a permit.

settings dated numbers · sections the file as a table · terms how a name is found · models the tables · policy who may · queries · differences ·
checks what speaks first · effects what the register does · papers the certificate · registering what the steps do · workflow the two lives · letters ·
happenings what followers hear · clockwork what follows of itself · actions verbs · waiting · forms, views pages.
"""

from flask import Flask

from mcn.agencies import clockwork, happenings, letters, views


def init_app(app: Flask) -> None:
    # First what follows from a decision (the number, the end of an application), then the letters that tell it.
    clockwork.listen()
    letters.init_app()
    happenings.init_app()
    views.init_app(app)
