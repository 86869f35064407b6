"""No two things lie at one place of a zone: the server gives each an order of its own."""

from tests.cast import add_note, cluster_id, group_notes, move_note, note_id


def orders(table) -> list[str]:
    """Of all that lies in the zone itself."""
    state = table.state()
    things = [*state["notes"].values(), *state["clusters"].values()]
    places = [thing["place"] for thing in things]
    return [
        place["order"] for place in places if place["zone"] == table.zone and "cluster" not in place
    ]


def test_a_key_that_is_in_use_becomes_the_next_one_that_is_free(table):
    """K3"""
    table.asks("ben", add_note(9, place=table.at("a1")))

    assert "a1" < table.place(9)["order"] < "a2"


def test_a_note_that_stays_keeps_its_key(table):
    place = table.at("a1")
    table.asks("ben", {"op": "move_note", "note_id": note_id(1), "place": place})

    assert table.place(1)["order"] == "a1"


def test_several_notes_that_are_put_on_one_key_lie_apart(table):
    """K3"""
    places = {note_id(number): table.at("a9") for number in (1, 2, 3, 4)}
    table.asks("ada", {"op": "move_notes", "places": places})

    assert len(set(orders(table))) == 4


def test_notes_and_clusters_of_a_zone_share_one_order(table):
    """K3"""
    table.asks("ben", group_notes(1, 2, place=table.at("a3")))
    assert len(set(orders(table))) == len(orders(table)) == 3

    at_a3 = table.at("a3")
    table.asks("ben", {"op": "move_cluster", "cluster_id": cluster_id(), "place": at_a3})
    assert len(set(orders(table))) == 3


def test_where_a_note_lay_another_may_lie(table):
    table.asks("ben", move_note(1, zone=table.other))
    table.asks("ben", add_note(9, place=table.at("a1")))

    assert table.place(9)["order"] == "a1"


def test_what_others_processes_wrote_counts_too(table):
    """K3"""
    clerks = type(table.cast.clerks)(table.cast.database)
    op = table.cast.op("ben", add_note(9, place=table.at("b5")), table.history)
    clerks.perform(op)
    table.asks("ben", add_note(10, place=table.at("b5")))

    assert len(set(orders(table))) == 6
