"""Links: 128 bits, for one purpose and subject, for a while, once or often."""

import pytest
from sqlalchemy import select

from workshop.accounts import links, tables
from workshop.clock import HOUR
from workshop.refusals import Refused

AT = 1_790_000_000_000


@pytest.fixture
def tx(house):
    with house.database.writing.begin() as tx:
        yield tx


def test_a_link_of_another_purpose_opens_nothing(tx):
    secret = links.new(tx, "screen", "w1", AT, HOUR)

    assert links.read(tx, "sign_in", secret, AT) is None


def test_a_link_ends_with_its_time(tx):
    secret = links.new(tx, "screen", "w1", AT, HOUR, once=False)

    assert links.read(tx, "screen", secret, AT + HOUR - 1) == "w1"
    assert links.read(tx, "screen", secret, AT + HOUR) is None


def test_a_used_link_is_gone(tx):
    secret = links.new(tx, "sign_in", "a1", AT, HOUR)

    assert links.use(tx, "sign_in", secret, AT) == "a1"
    with pytest.raises(Refused, match="gone"):
        links.use(tx, "sign_in", secret, AT)


def test_a_link_for_many_is_never_used_up(tx):
    secret = links.new(tx, "screen", "w1", AT, HOUR, once=False)

    assert links.use(tx, "screen", secret, AT) == links.use(tx, "screen", secret, AT) == "w1"


def test_links_to_one_thing_can_be_withdrawn(tx):
    one, other = (links.new(tx, "screen", subject, AT, HOUR) for subject in ("w1", "w2"))
    links.withdraw(tx, "screen", "w1")

    assert links.read(tx, "screen", one, AT) is None
    assert links.read(tx, "screen", other, AT) == "w2"


def test_only_the_fingerprint_is_kept(tx):
    secret = links.new(tx, "screen", "w1", AT, HOUR)

    assert len(secret) == 32  # 128 bits
    assert secret not in str(tx.execute(select(tables.links)).all())
