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


# A test names the rules it proves at the head of its docstring, or in a comment above it. Anywhere
# else the same two signs may mean something else, as in the address "/%C3".
NAMING = re.compile(r'^\s*(?:"""|// )((?:[A-Z]\d+)(?:, [A-Z]\d+)*)(?=$|:|"""|\s)', re.MULTILINE)


def test_only_the_head_of_a_docstring_or_a_comment_names_a_rule():
    assert rules_named_in('    """J1, J2"""') == {"J1", "J2"}
    assert rules_named_in('    """E4: also in one turn."""') == {"E4"}
    assert rules_named_in("// T3\ntest(") == {"T3"}
    assert rules_named_in('SIGNS = ["%C3", "C3"]  # C3') == set()


def test_every_rule_of_the_protocol_is_named_by_a_test():
    rules = re.findall(r"^- \*\*([A-Z]\d+)\*\*", RULES.read_text(), re.MULTILINE)
    assert len(rules) > 40
    tests = [*HERE.rglob("test_*.py"), *HERE.rglob("test_*.js")]
    named = set().union(*(rules_named_in(file.read_text()) for file in tests))
    assert [rule for rule in rules if rule not in named] == []


def rules_named_in(text: str) -> set[str]:
    return {rule for rules in NAMING.findall(text) for rule in rules.split(", ")}
