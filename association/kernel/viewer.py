"""The actor as pages show them: name, capacity, unread letters, the desk that is theirs."""

from dataclasses import dataclass
from functools import cached_property

from association.kernel import letters
from association.kernel.policy import Actor
from association.kernel.words import _, retold

_NOT_STAFF = frozenset({"expert", "trainee"})


@dataclass
class Viewer:
    """Wraps the actor for templates; the unread count costs one statement, only where it is shown."""

    actor: Actor

    @property
    def is_visitor(self) -> bool:
        return self.actor.is_visitor

    @property
    def name(self) -> str:
        return self.actor.name

    @property
    def acting_label(self) -> str:
        return retold(self.actor.capacity)

    @property
    def others(self) -> list[str]:
        """The other capacities they could act in."""
        return [retold(words) for _key, words in self.actor.capacities if words != self.actor.capacity]

    def ids(self, kind: str, *words: str) -> list[int]:
        """As the actor's: so that nobody is offered what only, say, an officer of an organisation can begin."""
        return self.actor.ids(kind, *words)

    @cached_property
    def unread(self) -> int:
        return letters.unread(self.actor.account_id) if self.actor.account_id else 0

    @property
    def home_endpoint(self) -> str:
        if self.actor.roles - _NOT_STAFF:
            return "desk.index"
        return "review.index" if "expert" in self.actor.roles else "my.index"

    @property
    def home_label(self) -> str:
        return {"desk.index": _("工作台"), "review.index": _("专家工作台"), "my.index": _("我的")}[
            self.home_endpoint
        ]
