"""What can go wrong in the domain. Views never catch these; kernel.web turns them into pages once for all."""

from collections.abc import Sequence


class Refused(Exception):
    """The deed cannot be done now, for a reason the person can understand (409).

    `sentence` is shown to them; `field` names the form field it belongs to, if any.
    """

    status = 409

    def __init__(self, sentence: object, *, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


class RefusedMany(Refused):
    """Several reasons at once: pairs of field (or None) and sentence."""

    def __init__(self, faults: Sequence[tuple[str | None, object]]) -> None:
        super().__init__(faults[0][1], field=faults[0][0])
        self.faults = tuple(faults)


class Forbidden(Exception):
    """This actor may not do or see this (403)."""


class Unknown(Exception):
    """There is no such thing, or none that this actor may know of (404)."""
