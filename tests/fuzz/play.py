"""One seed: people write on two boards and lead a workshop while everything goes wrong; then
nothing does any more, and all have the time to notice."""

from tests.cast import Cast, add_note, edit_note, move_note, remove_note, restore_note
from tests.fuzz import hands
from tests.fuzz.browser import Browser
from tests.fuzz.keeping import Kept
from tests.fuzz.world import World
from workshop.history import done_ops, histories
from workshop.live.heartbeat import HEADS

PEOPLE = {"ada": "ada", "ben": "ben", "ben-at-home": "ben", "citra": "citra", "olga": "olga"}
TROUBLE = {"double_op": 0.05, "lose_answer": 0.01, "lose_frame": 0.15, "double_frame": 0.1}
CALM = 300_000  # ms in which all must have noticed

# How often each happens, at least, in a short play.
ACTS = {
    "write": 36,
    "write_much": 2,
    "lead": 6,
    "cut": 4,
    "crash": 1,
    "crash_after_commit": 1,
    "store_fails": 2,
    "store_forgets": 2,
    "reader_fails": 1,
    "deaf": 1,
    "rest": 1,
}
RESTORING = {"copy": 3, "restore": 2}


class Play:
    def __init__(self, app, kept: Kept, seed: int):
        self.seed, self.dice = seed, None
        self.cast = Cast(app)
        self.board = self.cast.start_writing()
        self.step = self.board.removeprefix("board:").removesuffix("-t1")
        self.other = f"board:{self.step}-t2"
        self.restores = seed % 2 == 0
        self.world = World(app, kept, seed, self.cast.workshop_id, self.cast.at, 1 + seed % 3 % 2)
        self.time, self.dice = self.world.time, self.world.dice("play")
        acts = ACTS | (RESTORING if self.restores else {})
        self.script = [name for name, times in acts.items() for _ in range(times)]
        self.dice.shuffle(self.script)
        self.boards = {"ada": [self.board, self.other], "olga": [self.other]}
        self.browsers = [
            Browser(self.world, name, self.cast.seat(seat), [self.cast.history, *self.writes(seat)])
            for name, seat in PEOPLE.items()
        ]
        self.copies = [self.world.kept.copy()]
        self.forgotten: set[tuple[str, str]] = set()  # ops that an older database did not have
        self.note_ids: list[str] = []
        self.coming: list[str] = []  # how the next turns end
        self.world.writer.next_is = self.next_turn

    def writes(self, seat: str) -> list[str]:
        return self.boards.get(seat, [self.board])

    def run(self) -> None:
        self.time.goes_on(500)
        self.world.trouble |= TROUBLE
        for act in self.script:
            self.world.says(act)
            self.world.did[act] += 1
            getattr(self, act)()
            long = self.dice.happens(0.1)
            self.time.goes_on(self.dice.uniform(500, 4_000) if long else self.dice.uniform(0, 120))
        self.world.trouble.clear()
        self.coming.clear()
        self.reader_works()
        self.world.is_deaf = False
        calm_until = self.time.now + CALM
        while self.time.now < calm_until and not self.is_settled():
            self.time.goes_on(HEADS)

    def is_settled(self) -> bool:
        """Whether nobody waits for anything, or lacks anything."""
        heads = {row.id: (row.seq, row.mark) for row in self.world.kept.find(histories.select())}
        return all(
            not browser.outbox.waiting
            and not browser.unseen
            and all((one.seq, one.mark) == heads[one.history] for one in browser.stores.values())
            for browser in self.browsers
        )

    # What people do

    def write(self, most: int = 4) -> None:
        browser = self.dice.choice(self.browsers)
        for _ in range(self.dice.randint(1, most)):
            board = self.dice.choice(self.writes(PEOPLE[browser.name]))
            browser.does(board, self.wish(browser.stores[board]))

    def write_much(self) -> None:
        """More than may be unanswered, and than a seat may send at once."""
        browser = self.dice.choice(self.browsers)
        board = self.dice.choice(self.writes(PEOPLE[browser.name]))
        for _ in range(self.dice.randint(65, 100)):
            browser.does(board, self.wish(browser.stores[board]))

    def wish(self, store) -> dict:
        dice, known = self.dice, sorted(store.state["notes"])
        if not known or dice.happens(0.45):
            return self.new_note()
        if dice.happens(0.5):
            return hands.wish(dice, store.state)
        note = {"note_id": dice.choice(known)}
        place = add_note(zone="ideas")["place"] | {"order": f"a{dice.randint(0, 9)}"}
        wishes = [
            edit_note(text=f"Kata {dice.randint(0, 999)}"),
            move_note() | {"place": place},
            {"op": "change_kind", "kind": dice.choice(["idea", "question"])},
            {"op": "recolour", "colour": dice.choice(["white", "pink", None])},
            remove_note(),
            restore_note(),
        ]
        return dice.choice(wishes) | note

    def new_note(self) -> dict:
        """Now and then one that breaks the server, or with an id that is in use somewhere: where
        none is forgotten, since then it would be free again."""
        dice = self.dice
        note_id = f"n{dice.getrandbits(128):032x}"
        if self.note_ids and not self.restores and dice.happens(0.01):
            note_id = dice.choice(self.note_ids)
        self.note_ids.append(note_id)
        text = BOOM if dice.happens(0.01) else f"Gagasan {len(self.note_ids)}"
        during = {"during": f"{self.step}/1"} if dice.happens(0.5) else {}
        return add_note(text=text, **during) | {"note_id": note_id}

    def lead(self) -> None:
        dice, ada = self.dice, self.browsers[0]
        wishes = [
            {"op": "rename_team", "team": "t1", "name": f"Melati {dice.randint(0, 99)}"},
            {"op": "open_door"},
            {"op": "close_door"},
            {"op": "jump", "step": self.step, "phase": dice.choice([0, 1, 1, 1])},
            {"op": "start_timer"},
            {"op": "extend_timer", "seconds": 60},
        ]
        ada.does(self.cast.history, dice.choice(wishes))

    # What goes wrong

    def cut(self) -> None:
        browser = self.dice.choice(self.browsers)
        if browser.line:
            browser.line.hang_up()

    def crash(self) -> None:
        process = self.dice.choice(self.world.processes)
        if process.is_up:
            process.die()

    def crash_after_commit(self) -> None:
        """The next turn is done, and whoever did it dies before it has told anybody."""
        self.next_turns("kills", 1)

    def store_fails(self) -> None:
        self.next_turns("fails", self.dice.randint(1, 3))

    def store_forgets(self) -> None:
        self.next_turns("forgets", self.dice.randint(1, 3))

    def next_turns(self, what: str, many: int) -> None:
        self.coming += [what] * many
        self.write()

    def next_turn(self) -> str:
        return self.coming.pop(0) if self.coming else "works"

    def reader_fails(self) -> None:
        """Now and then, for a while."""
        dice = self.world.dice("reader")
        self.world.reader.next_is = lambda: "cannot" if dice.happens(0.2) else "works"
        self.time.after(2_000, self.reader_works)

    def reader_works(self) -> None:
        self.world.reader.next_is = lambda: "works"

    def deaf(self) -> None:
        self.world.is_deaf = True
        self.time.after(3_000, lambda: setattr(self.world, "is_deaf", False))

    def rest(self) -> None:
        for process in self.world.processes:
            if process.is_up:
                process.do(process.rest)

    # An older database

    def copy(self) -> None:
        self.copies.append(self.world.kept.copy())

    def restore(self) -> None:
        """Under a server that stands still meanwhile, or under one that never notices."""
        stands_still = self.dice.happens(0.6)
        for process in self.world.processes:
            if stands_still and process.is_up:
                process.die()
        before = self.done()
        self.world.kept.put_back(self.dice.choice(self.copies))
        self.forgotten |= before.keys() - self.done().keys()
        self.world.did["op forgotten"] = len(self.forgotten)

    def done(self) -> dict[tuple[str, str], int]:
        rows = self.world.kept.find(done_ops.select())
        return {(row.root, row.op_id): row.seq for row in rows}


BOOM = "boom"
