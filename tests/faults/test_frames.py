"""What a browser never sends, and some do: everybody else goes on as if nothing were."""

import json
import os
import re
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.faults.talking import asks, fill, join, until
from tests.load.clients import Person
from tests.load.crowds import Crowd, a_crowd
from tests.load.wire import BINARY, PING, TEXT, Cut, Frames, Line, frame
from tests.servers.programs import wait_until
from workshop.live.buckets import BURST, RATE

MB = 1024 * 1024
STOPPED = "a client stopped reading"


@pytest.fixture(scope="module")
def crowd(prepared, tmp_path_factory):
    with a_crowd(prepared, tmp_path_factory.mktemp("frames") / "served", people=5) as crowd:
        yield crowd


@pytest.fixture(scope="module")
def citra(crowd) -> Person:
    """Somebody who has nothing to do with it."""
    return crowd.comes("citra")


@pytest.fixture(autouse=True)
def others_go_on(crowd: Crowd, citra: Person):
    """Whatever a test does: before and after it Citra is answered, and in between her line is
    never lost."""
    write(crowd, citra)
    lines = citra.lines
    yield
    write(crowd, citra)
    assert citra.lines == lines


def write(crowd: Crowd, person: Person) -> None:
    assert person.answer(person.does(crowd.note()))["ok"]


@pytest.fixture
def ben(crowd: Crowd):
    """Ben's line, before he has said who he is."""
    line = crowd.line("ben")
    yield line
    line.close()


@pytest.fixture
def seated(crowd: Crowd, ben: Line) -> Line:
    join(crowd, ben)
    return ben


def cut(line: Line, seconds: float = 5) -> int | None:
    """Waits until the server has let go of the line for good; the code it gave, if any."""
    ends, code = monotonic() + seconds, None
    while monotonic() < ends:
        try:
            line.receive(0.1)
        except Cut as cut:
            if cut.code is None:
                return code
            code, line.frames = cut.code, Frames()
        except ConnectionError:  # reset, while we were still sending
            return code
    raise TimeoutError(f"still open after {seconds} s")


# Too big


def test_a_message_of_70_kb_closes_its_line_with_1009(seated):
    """L1"""
    seated.send("42" + json.dumps(["submit", {"text": "x" * 70_000}]))

    assert cut(seated) == 1009


def test_fragments_of_a_megabyte_are_not_gathered(seated):
    """L1"""
    with pytest.raises(ConnectionError):
        seated.socket.sendall(frame(b"4" + b"x" * 20_000, final=False))
        for _ in range(50):
            seated.socket.sendall(frame(b"x" * 20_000, kind=0, final=False))
            sleep(0.01)
        raise Cut(cut(seated))


def test_a_hundred_megabytes_never_lie_in_memory(crowd, ben):
    """L1: not even of somebody who has not said who they are."""
    before = memory(crowd)
    with pytest.raises(ConnectionError):
        ben.socket.sendall(b"\x81\xff" + (100 * MB).to_bytes(8) + os.urandom(4))
        for _ in range(100):
            ben.socket.sendall(os.urandom(MB))
    assert memory(crowd) - before < 5 * MB


def test_a_message_of_60_kb_is_read(seated):
    """L1: the limit is where it is said to be."""
    answer = asks(seated, "submit", {"history": "board:x", "op": "add_note", "text": "x" * 60_000})

    assert answer == {"ok": False, "code": "invalid", "where": answer["where"]}


# Not what was agreed


@pytest.mark.parametrize(
    "text",
    [
        "42{",
        '42["submit"',
        "42" + "[" * 30_000,
        "42" + '{"a":' * 10_000,
        '42["submit",NaN]',
        '42["submit",{"at":1e999}]',
        '42["submit",{"text":"\\ud800"}]',
        "42[]",
        "42[7]",
        "42{}",
        "42null",
        '42["connect",{}]',
        '42["disconnect",{}]',
        '42["submit",1,2,3,4,5]',
        '42/nowhere,["submit",{}]',
        "40/nowhere,{}",
        '451-["submit",{"_placeholder":true,"num":0}]',
        '451-["submit",{"_placeholder":true,"num":99}]',
        "459999999999-[]",
        "43999[]",
        "43",
        '44{"message":"no"}',
        "4",
        "9",
        "",
        "b4AAAA",
        "2probe",
        "6",
        "42" + "9" * 5_000 + '["submit",{}]',
    ],
)
def test_what_is_no_message_harms_nobody(crowd, ben, text):
    """L3"""
    join(crowd, ben)
    for _ in range(10):
        send_if_open(ben, text)


def send_if_open(line: Line, text: str) -> None:
    try:
        line.send(text)
        line.receive(0)
    except ConnectionError:
        pass


@pytest.mark.parametrize("kind", [0, 3, BINARY, 9, 10, 11, 15])
def test_a_frame_of_another_kind_harms_nobody(ben, kind):
    try:
        ben.socket.sendall(frame(b"\xff\xfe\x00 no text", kind=kind))
        ben.socket.sendall(frame(b"\xff\xfe\x00 no text", kind=TEXT))
        ben.receive(0.2)
    except ConnectionError:
        pass


def test_who_is_garbled_is_not_kept(crowd):
    """Whatever cannot be read ends its line, and nothing of it stays behind."""
    before = threads_and_files(crowd)
    for _ in range(30):
        line = crowd.line("ben")
        line.socket.sendall(frame(b"\xff\xff", kind=TEXT))
        line.close()
    wait_until(lambda: threads_and_files(crowd) <= before + 2)


def test_an_unknown_message_is_answered(seated):
    """O2"""
    assert asks(seated, "dance", {})["code"] == "unknown"


@pytest.mark.parametrize("payloads", [(), (1,), ({}, {}), ([],), (None,), ("submit",) * 20])
def test_a_message_with_too_few_or_too_many_words_is_refused(seated, payloads):
    """O2"""
    assert asks(seated, "submit", *payloads)["code"] == "invalid"
    assert asks(seated, "catch_up", *payloads)["code"] == "invalid"


def test_what_comes_in_bytes_ends_its_line(crowd, ben):
    """L3: nothing here has attachments, so nobody gathers them."""
    join(crowd, ben)
    ben.send('4599999-8["submit",{"_placeholder":true,"num":0}]')

    cut(ben)


def test_half_a_surrogate_pair_is_read_and_cleaned(crowd, seated):
    """O10: a browser may send one, and would send it for ever if it were not answered."""
    op = crowd.note(text="warung \ud83d tutup", during=None)

    assert asks(seated, "submit", op)["ok"]
    assert "warung \ufffd tutup" in crowd.kept()[-1].data
    odd = asks(seated, "submit", op | {"\ud83d": 1, "op_id": "op-\ud83d"})
    assert odd["code"] == "invalid"
    for odd_name in ("board:\ud83d-t1", "board:\0", "board:x\n", "x" * 80, "workshop:"):
        assert asks(seated, "submit", op | {"history": odd_name})["code"] == "invalid"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400])
def test_what_is_no_number_is_refused(crowd, seated, number):
    """O2"""
    op = crowd.note()
    op["place"]["x"], op["place"]["y"] = "HERE", 0.5
    seated.send("427" + json.dumps(["submit", op]).replace('"HERE"', number))
    assert until(seated, "answer").data["code"] == "invalid"


def test_what_anybody_said_wrong_is_no_fault_in_the_log(crowd):
    """L3"""
    assert "Traceback" not in crowd.served.log


# Silent, deaf


def test_who_never_says_who_they_are_is_closed_after_five_seconds(crowd, ben):
    """C3"""
    begins = monotonic()
    cut(ben, seconds=10)
    assert 4 < monotonic() - begins < 8


def test_who_says_so_wrongly_is_told_and_closed(crowd):
    """C1, C3"""
    line = crowd.line("nobody")
    line.send("40" + json.dumps(crowd.ticket("nobody").auth))
    assert until(line, "refused").data["data"] == {"code": "unknown"}
    cut(line, seconds=10)


def test_who_stops_reading_is_cut_and_memory_stays_flat(crowd, citra):
    """L2: five people write long notes as fast as they may, and one does not read."""
    fill(crowd, citra)
    writers = [crowd.comes(name) for name in crowd.people]
    notes = [crowd.note() for _ in writers]
    assert all(one.answer(one.does(note))["ok"] for one, note in zip(writers, notes, strict=True))
    deaf = crowd.line("ben", receives=4_096)
    join(crowd, deaf)
    for question in range(BURST):  # so that the system soon holds no more for it
        deaf.emit("catch_up", {"history": crowd.board, "since": 0, "mark": ""}, question)
    before, cuts = memory(crowd), crowd.served.log.count(STOPPED)
    ends = monotonic() + 100
    while crowd.served.log.count(STOPPED) == cuts:
        assert monotonic() < ends
        for writer, note in zip(writers, notes, strict=True):
            writer.does(longer(crowd, note))
        sleep(0.055)
    assert all(writer.is_done() or not writer.wait_for(writer.is_done) for writer in writers)
    assert memory(crowd) - before < 50 * MB


def longer(crowd: Crowd, note: dict) -> dict:
    """The same note, edited to eight kilobytes."""
    op = {name: crowd.note()[name] for name in ("history", "op_id")}
    return op | {"op": "edit_note", "note_id": note["note_id"], "text": "🏘" * 1_990}


def test_who_asks_without_end_is_told_to_slow_down(crowd, citra, seated):
    """O5: and those beside are answered as ever."""
    fill(crowd, citra)
    for question in range(1_000):
        seated.emit("catch_up", {"history": crowd.board, "since": 0, "mark": ""}, question)
    write(crowd, citra)
    answers = []
    while len(answers) < 1_000:
        answers += [said.data for said in seated.receive(5) if said.kind == "answer"]
    assert BURST <= sum(answer["ok"] for answer in answers) < 2 * BURST
    assert {answer.get("code") for answer in answers} == {None, "slow_down"}


def test_who_reads_slowly_gets_every_frame_whole(crowd, citra):
    """J4, L2: a frame that did not fit at once is not lost in its middle; and where the reader
    knocks meanwhile, as a WebSocket may, the answer does not lie there either."""
    fill(crowd, citra)
    slow = crowd.line("ben", receives=4_096)
    join(crowd, slow)
    many = 2 * BURST  # of 48 KiB each: more than the system holds for a slow reader
    for question in range(many):
        slow.emit("catch_up", {"history": crowd.board, "since": 0, "mark": ""}, question)
        slow.socket.sendall(frame(b"knock", PING))
        sleep(0 if question < BURST else 1.1 / RATE)
    said = []
    while sum(one.kind in ("answer", "other") for one in said) < 2 * many:
        said += slow.receive(5)
    answers = [one for one in said if one.kind == "answer"]
    assert sorted(one.ask for one in answers) == list(range(many))
    assert sum(one.data["ok"] for one in answers) > BURST + RATE


# What the process holds


def process(crowd: Crowd) -> Path:
    return Path(f"/proc/{crowd.served.process.pid}")


def memory(crowd: Crowd) -> int:
    """Bytes."""
    found = re.search(r"VmRSS:\s+(\d+) kB", (process(crowd) / "status").read_text())
    return int(found[1]) * 1024


def threads_and_files(crowd: Crowd) -> int:
    return len(list((process(crowd) / "fd").iterdir()))
