"""What a method asks of the app besides its phases."""

from typing import Literal

from msgspec import Struct

from workshop.languages import Both


class Criterion(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    label: Both


class Rating(Struct, frozen=True, forbid_unknown_fields=True):
    scale: tuple[int, int]
    criteria: tuple[Criterion, ...]


class MethodSettings(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Every setting a method may have; one that stands nowhere here is a mistake in its file."""

    # Who sees and who is named
    private_until_reveal: bool = False
    anonymous: Literal["optional", "default", "pseudonymous"] | None = None
    visible_to: Literal["author_and_partner"] | None = None
    addressed_to_person: bool = False
    personal_data_warning: bool = False
    source_label: Literal["peer"] | None = None
    # Writing
    notes_per_person: int | None = None
    target_notes_per_person: int | None = None
    max_chars: int | None = None
    numeric_input: bool = False
    image_notes: bool = False
    note_fields: tuple[str, ...] = ()
    require_links: int | None = None
    works_offline: bool = False
    grouping: bool = False
    read_only_board: bool = False
    sequential_zones: bool = False
    versions: bool = False
    form: str | None = None
    # Voting, rating, placing
    votes_per_person: int | None = None
    max_votes_per_note: int | None = None
    hidden_totals: bool = False
    rating: Rating | None = None
    position_is_data: bool = False
    # Time
    interval_bell_seconds: int | None = None
    rotate_seconds: int | None = None
    base_minutes: int | None = None
    minutes_per_team: int | None = None
    # Papers
    export: str | None = None
