"""A form as it was sent: what each field says, and beside it what is wrong with it.

Whatever is refused comes back as the same page with the words still in the fields.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from workshop.languages import _, current_language
from workshop.refusals import Refused, sentence

T = TypeVar("T")
Sentences = Mapping[tuple[str, str], str]


class Fields:
    """`sentences` tells, by field and code, what its reader should do; else the code's own does."""

    def __init__(self, sent: Mapping[str, str], sentences: Sentences):
        self.sent = sent
        self.sentences = sentences
        self.wrong: dict[str, str] = {}

    def __getitem__(self, field: str) -> str:
        """What was typed there."""
        return self.sent.get(field, "")

    def read(self, field: str, reader: Callable[[str], T]) -> T | None:
        """What the field means; nothing, and a sentence beside it, if the reader refuses."""
        try:
            return reader(self[field])
        except Refused as refusal:
            self.refuse(field, refusal)
            return None

    def refuse(self, field: str, refusal: Refused) -> None:
        told = self.sentences.get((field, refusal.code))
        facts = {name: fact for name, fact in refusal.facts.items() if name != "what"}
        self.wrong[field] = _(told, **facts) if told else sentence(refusal, current_language())

    def about(self, field: str) -> str:
        """What is wrong with it, for the page."""
        return self.wrong.get(field, "")
