"""What whoever asks has seen, and what must still be so: with it an op can be taken back without
taking back what somebody else has done since."""

from msgspec import UNSET

from workshop.refusals import Refused


def still(found: object, seen: object) -> None:
    """Refuses `changed` where it is no longer as it was seen; what was not said is not asked."""
    if seen is not UNSET and found != seen:
        raise Refused("changed")
