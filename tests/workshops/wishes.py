"""What a facilitator may send about a workshop."""


def details(**changes) -> dict:
    """The details as they are, but for what is said."""
    given = {
        "op": "change_details",
        "title": "Lokakarya",
        "challenge": "",
        "language": "id",
        "timezone": "Asia/Jakarta",
        "days": ["2026-11-24"],
        "joining": "choose",
    }
    return given | changes
