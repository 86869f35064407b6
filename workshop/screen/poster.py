"""What people need to come in, as it hangs on the wall: a picture to scan, or words to type."""

from typing import NamedTuple

from markupsafe import Markup

from workshop.workshops import links
from workshop.workshops.codes import in_groups
from workshop.workshops.register import WorkshopRow


class Poster(NamedTuple):
    code: str  # as people read it out
    address: str  # as people type it
    qr: Markup


def poster_of(workshop: WorkshopRow) -> Poster:
    return Poster(
        code=in_groups(workshop.code),
        address=links.typed_link(workshop),
        qr=links.qr(links.join_link(workshop)),
    )
