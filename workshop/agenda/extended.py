"""A table with the columns that people added, for plain pages: as browsers do it in
static/js/board/extended.js, but for the sizes of its zones, which no plain page draws."""

from typing import Any

from workshop.boards.columns import zone_of


def extended(layout: dict[str, Any], columns: dict[str, dict]) -> dict[str, Any]:
    """The layout with a cell in every row for each of them, the oldest first."""
    added = sorted(columns.items(), key=lambda one: (one[1]["at"], one[0]))
    width = len(layout["column_titles"])
    rows = zip(layout["row_titles"], batched(layout["zones"], width), strict=True)
    zones = [zone for row, cells in rows for zone in (*cells, *more_of(row, cells[-1], added))]
    titles = [{"id": id, "title": column["title"]} for id, column in added]
    return layout | {"zones": zones, "column_titles": layout["column_titles"] + titles}


def batched(zones: list[dict], size: int) -> list[list[dict]]:
    return [zones[at : at + size] for at in range(0, len(zones), size)]


def more_of(row: dict, last: dict, added: list[tuple[str, dict]]) -> list[dict]:
    return [
        last | {"id": zone_of(row["id"], id), "title": f"{row['title']} / {column['title']}"}
        for id, column in added
    ]
