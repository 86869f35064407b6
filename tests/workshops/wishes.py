"""What a facilitator may send about a workshop."""

DETAILS = {
    "title": "Lokakarya",
    "challenge": "",
    "language": "id",
    "timezone": "Asia/Jakarta",
    "days": ["2026-11-24"],
    "joining": "choose",
}


def details(**changes) -> dict:
    """The details as they are, but for what is said."""
    return {"op": "change_details"} | DETAILS | changes
