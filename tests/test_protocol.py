"""The door: what arrives becomes a command, or is refused."""

import math
import re
from pathlib import Path

import pytest

from tests.cast import add_note
from workshop.protocol import read_op
from workshop.refusals import Refused

HERE = Path(__file__).parent
RULES = HERE.parent / "docs" / "protocol.md"


def read(wish: dict):
    return read_op({"history": "board:s-t1", "op_id": "op-00000001"} | wish, "p-ben", 0).command


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("number", [math.nan, math.inf, -0.1, 1.1, "0.5", True])
def test_a_spot_that_is_no_fraction_is_refused(number):
    """O2"""
    place = {"zone": "ideas", "order": "a0", "x": number, "y": 0.5}

    with pytest.raises(Refused, match="invalid"):
        read(add_note(place=place))


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("key", ["", "a" * 41, "a-b", "ä", "a0\n"])
def test_an_order_key_of_other_signs_is_refused(key):
    """O2"""
    with pytest.raises(Refused, match="invalid"):
        read(add_note(place={"zone": "ideas", "order": key}))


@pytest.mark.usefixtures("cast")
def test_a_lone_surrogate_becomes_the_sign_for_what_cannot_be_read():
    """O10"""
    assert read(add_note(text="a\ud800b")).text == "a\ufffdb"


@pytest.mark.usefixtures("cast")
def test_the_words_that_were_sent_are_not_repeated_in_the_refusal():
    with pytest.raises(Refused) as refused:
        read(add_note(kind=7, text="rahasia"))
    assert "rahasia" not in str(refused.value.facts)


# Debt, to be paid: rules that hold as far as we know, and that no test names yet.
UNPROVEN = {"C3", "C4", "O3", "L1", "L2"}


def test_every_rule_of_the_protocol_is_named_by_a_test():
    rules = re.findall(r"^- \*\*([A-Z]\d+)\*\*", RULES.read_text(), re.MULTILINE)
    assert len(rules) > 40
    named = set()
    for file in [*HERE.rglob("test_*.py"), *HERE.rglob("test_*.js")]:
        named |= set(re.findall(r"\b[A-Z]\d+\b", file.read_text().split("UNPROVEN")[0]))
    assert {rule for rule in rules if rule not in named} == UNPROVEN
