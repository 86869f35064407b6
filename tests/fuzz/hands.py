"""All that a hand may do on a board beside writing on it, by chance."""

from tests.fuzz.time import Dice

ZONE = "ideas"
COLOURS = ["teal", "pink", None]


def wish(dice: Dice, state: dict) -> dict:
    """Of a board on which there is a note; now and then as one takes something back."""
    notes, clusters = sorted(state["notes"]), sorted(state["clusters"]) or [f"c{0:032x}"]
    one, other, cluster = dice.choice(notes), dice.choice(notes), dice.choice(clusters)
    comment = dice.choice(sorted(state["comments"]) or [f"k{0:032x}"])
    both, on = list({one: 0, other: 0}), dice.happens(0.7)
    spot = {"zone": ZONE, "order": f"a{dice.randint(0, 9)}"}
    into = spot | ({"cluster": cluster} if clusters and on else {})
    new = f"{dice.getrandbits(128):032x}"
    seen = {id: state["notes"][id]["place"] for id in both}
    note, heap = {"note_id": one}, {"cluster_id": cluster}
    link, said = {"from_note": one, "to_note": other}, {"comment_id": comment}
    group = {"cluster_id": f"c{new}", "note_ids": both, "place": spot, "title": f"Judul {new[:4]}"}
    return dice.choice(
        [
            {"op": "move_note", "place": into, "instead_of": seen[one]} | note,
            {"op": "move_notes", "places": dict.fromkeys(both, into), "instead_of": seen},
            {"op": "remove_note", "alone": True} | note,
            {"op": "restore_note", "own": True} | note,
            {"op": "star_note", "starred": on} | note,
            {"op": "react", "reaction": "heart", "on": on} | note,
            {"op": "merge_notes", "note_ids": [other], "instead_of": {}} | note,
            {"op": "merge_notes", "note_ids": [other]} | note,
            {"op": "unmerge_notes"} | note,
            {"op": "link_notes"} | link,
            {"op": "unlink_notes", "own": on} | link,
            {"op": "group_notes"} | group,
            {"op": "group_notes", "instead_of": seen} | group,
            {"op": "move_cluster", "place": spot} | heap,
            {"op": "title_cluster", "title": f"Judul {new[:4]}"} | heap,
            {"op": "recolour_cluster", "colour": dice.choice(COLOURS)} | heap,
            {"op": "dissolve_cluster", "alone": on, "places": {one: into}} | heap,
            {"op": "add_comment", "comment_id": f"k{new}", "note_id": one, "text": "Setuju"},
            {"op": "remove_comment"} | said,
            {"op": "restore_comment", "own": on} | said,
        ]
    )
