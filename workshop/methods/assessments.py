"""Forms that people fill in: before and after, at the end of a day, weeks later."""

from msgspec import Struct

from workshop.languages import Both


class Item(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    text: Both
    type: str = "scale5"
    construct: str | None = None


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question with one right answer."""

    id: str
    text: Both
    answer: str
    options: dict[str, Both]


class Assessment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    name: Both
    scale: tuple[Both, ...] = ()
    repeat: tuple[str, ...] = ()
    retrospective_pre: bool = False
    status: str | None = None
    items: tuple[Item, ...] = ()
    questions: tuple[Question, ...] = ()
    open: tuple[Both, ...] = ()

    @property
    def length(self) -> int:
        """How many answers it asks for."""
        return len(self.items) + len(self.questions) + len(self.open)
