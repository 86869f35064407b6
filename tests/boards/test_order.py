"""The order that a plain form gives to a note: behind the last one."""

import pytest

from workshop.boards.order import key_after


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (None, "a0"),
        ("a0", "a1"),
        ("az", "b00"),
        ("bzz", "c000"),
        ("Zz", "a0"),
        ("Yzz", "Z0"),
        ("a0V", "a1"),
        ("5", "5V"),  # from elsewhere: a fraction alone
        ("c", "cV"),
    ],
)
def test_a_key_lies_behind_the_one_before(key, after):
    assert key_after(key) == after
    assert key is None or key < after


def test_three_thousand_notes_need_no_long_key():
    keys = [key_after(None)]
    for _ in range(3_000):
        keys.append(key_after(keys[-1]))

    assert keys == sorted(set(keys))
    assert len(keys[-1]) <= 4


def test_where_no_room_is_left_the_key_is_shared():
    assert key_after("z" * 27) == "z" * 27
    assert key_after("c" + "0" * 2 + "z" * 37) > "c00"
    assert len(key_after("5" * 40)) == 40
