"""What the data form holds, as the actions take it."""

from typing import Any

from association.experts.actions.candidacy import Data
from association.experts.forms import DataForm
from association.experts.models import Expert


def data_of(form: DataForm) -> Data:
    values = {k: v for k, v in form.values.items() if k != "truth"}
    return Data(**values)


def known(expert: Expert) -> dict[str, Any]:
    """What is on record, for the form as it is opened."""
    names = ("employer", "title", "level", "profile", "load_limit")
    return {name: getattr(expert, name) or None for name in names} | {"field_names": expert.fields}
