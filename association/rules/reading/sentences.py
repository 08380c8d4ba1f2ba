"""Sentences this package speaks without knowing the web: Chinese at once, other languages through whoever
translates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

# pybabel gathers what stands in `N_("…")`; the words are translated where they are shown.
N_ = str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with named places, such as `%(number)s`, and what stands in them."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template % self.values if self.values else self.template

    def through(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate`, which is given the Chinese template."""
        template = translate(self.template)
        return template % self.values if self.values else template
