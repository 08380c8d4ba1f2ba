"""What stands on training, in its turn."""

from demo import coverage, renewals, requirements, surveys, transcripts
from demo.consulting import Scene, Who


def tell(scene: Scene, who: Who) -> None:
    for part in (coverage, requirements, renewals, surveys, transcripts):
        part.tell(scene, who)
