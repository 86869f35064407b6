"""One person's browser, without a page: its stores, its outbox, and one line to the server at a
time. It does what docs/protocol.md asks of a browser, and nothing cleverer."""

from functools import partial

from tests.fuzz.store import Store
from tests.load.outbox import Outbox

PATIENCE = 10_000  # ms without an answer; then the line only seems to be open
EVENTS = {
    "add_note": "note_added",
    "edit_note": "note_edited",
    "move_note": "note_moved",
    "change_kind": "kind_changed",
    "recolour": "note_recoloured",
    "remove_note": "note_removed",
    "restore_note": "note_restored",
    "move_notes": "notes_moved",
    "star_note": "note_starred",
    "react": "reacted",
    "merge_notes": "notes_merged",
    "unmerge_notes": "notes_unmerged",
    "link_notes": "notes_linked",
    "unlink_notes": "notes_unlinked",
    "group_notes": "notes_grouped",
    "move_cluster": "cluster_moved",
    "title_cluster": "cluster_titled",
    "recolour_cluster": "cluster_recoloured",
    "dissolve_cluster": "cluster_dissolved",
    "add_comment": "comment_added",
    "remove_comment": "comment_removed",
    "restore_comment": "comment_restored",
    "rename_team": "team_renamed",
    "open_door": "door_opened",
    "close_door": "door_closed",
    "jump": "step_entered",
    "start_timer": "timer_started",
    "extend_timer": "timer_extended",
}


class Browser:
    def __init__(self, world, name: str, seat: str, histories: list[str]):
        self.world, self.name, self.seat = world, name, seat
        self.time, self.dice = world.time, world.dice("browser", name)
        self.stores = {one: Store(one, partial(self.met, one)) for one in histories}
        self.outbox = Outbox()
        self.made: list[dict] = []
        self.unseen: dict[str, tuple[dict, int]] = {}  # acknowledged, but their entry has not come
        self.tray: dict[str, dict] = {}  # by op or note: words that are not on a board
        self.confirmed: dict[str, set[str]] = {one: set() for one in histories}  # own notes
        self.due: dict[str, str] = {}  # what this line's server waits for: op and history
        self.asking: dict[str, bool] = {}  # by history: whether to ask again
        self.wondering: set[str] = set()
        self.line = None
        self.dial()

    # Its line

    def dial(self) -> None:
        self.world.dial(self)

    def came_up(self, line) -> None:
        """At the other end there may be an older database."""
        self.line = line
        for op_id in list(self.unseen):
            self.doubt(op_id)
        for history in self.stores:
            self.ask(history)
        self.flush()

    def lost_line(self) -> None:
        self.line = None
        self.asking.clear()
        self.due.clear()
        self.outbox.line_lost()
        self.time.after(self.dice.uniform(100, 1_500), self.dial)

    def says(self, message: str, payload: dict, answered) -> None:
        line, came = self.line, []

        def answer(found: dict) -> None:
            came.append(True)
            answered(found)

        line.up(message, payload, answer)
        self.time.after(PATIENCE, lambda: came or line.hang_up())

    # Writing

    def does(self, history: str, wish: dict) -> None:
        op_id = f"op-{self.name}-{len(self.made):05}"
        op = {"history": history, "op_id": op_id} | wish
        self.made.append(op)
        self.outbox.put(op)
        self.flush()

    def flush(self) -> None:
        if self.line is None:
            return
        for op in self.outbox.due(self.time.now / 1_000):
            self.says("submit", op, partial(self.answered, op))

    def answered(self, op: dict, answer: dict) -> None:
        op_id = op["op_id"]
        is_waiting = op_id in self.outbox.waiting
        self.outbox.answered(op_id, answer, self.time.now / 1_000)
        self.due.pop(op_id, None)
        if answer.get("later"):
            self.due[op_id] = op["history"]
            if not is_waiting:  # a repeat: the server would wait for it for ever
                return self.line.hang_up()
            self.time.after(answer["after"] + 1, self.flush)
        elif answer["ok"]:
            self.unseen[op_id] = op, answer["seq"]
            if answer["seq"] <= self.stores[op["history"]].seq:
                self.ask(op["history"])  # is what we saw there the same history?
        elif "text" in op:
            self.tray[op_id] = answer
        self.flush()

    def met(self, history: str, seq: int, data: dict) -> None:
        """An entry was applied. If it is not the one we were told is ours, ours is in doubt."""
        for op_id, (op, at) in list(self.unseen.items()):
            if op["history"] == history and at == seq:
                if is_of(data, op):
                    self.saw(op_id)
                else:
                    self.doubt(op_id)

    def saw(self, op_id: str) -> None:
        op, _ = self.unseen.pop(op_id)
        if op["op"] == "add_note":
            self.confirmed[op["history"]].add(op["note_id"])

    def doubt(self, op_id: str) -> None:
        """Sends again, in its place, what was answered by a server that may have forgotten it."""
        op, _ = self.unseen.pop(op_id)
        self.outbox.put(op)
        self.outbox.waiting = dict(sorted(self.outbox.waiting.items()))
        if op["history"] in self.due.values():  # the server would wait for what lies behind it
            return self.line.hang_up()
        self.flush()

    # Hearing

    def hears(self, message: str, detail: dict) -> None:
        store = self.stores.get(detail["history"])
        if store is None:
            return
        if message == "entries" and store.hear(detail) != "heard":
            self.wonder(store.history)
        if message == "heads" and store.stands != {"seq": detail["seq"], "mark": detail["mark"]}:
            self.wonder(store.history)

    def wonder(self, history: str) -> None:
        """Most gaps close by themselves; one that lasts is asked about."""
        if history not in self.wondering:
            self.wondering.add(history)
            self.time.after(self.dice.uniform(250, 750), partial(self.ask, history))

    def ask(self, history: str) -> None:
        """One question at a time."""
        self.wondering.discard(history)
        if self.line is None:
            return
        if history in self.asking:
            self.asking[history] = True
            return
        self.asking[history] = False
        store = self.stores[history]
        if store.root is None:
            return self.fetch(history)
        question = {"history": history, "since": store.seq, "mark": store.mark}
        self.says("catch_up", question, partial(self.caught_up, question))

    def caught_up(self, question: dict, answer: dict) -> None:
        history = question["history"]
        if answer.get("snapshot"):
            self.time.after(self.dice.uniform(0, 1_000), partial(self.fetch, history))
        elif answer.get("later"):
            self.time.after(answer["after"], partial(self.ask_on, history))
        else:
            assert answer["ok"], f"{self.name} is refused {history}: {answer}"
            self.take(question, answer)

    def take(self, question: dict, answer: dict) -> None:
        history = question["history"]
        store = self.stores[history]
        entries = [entry for _, *entry in answer["entries"]]
        frame = {"first": question["since"] + 1, "mark": question["mark"], "entries": entries}
        other = store.hear(frame) == "other"
        if answer["more"] or other:
            return self.ask_on(history)
        store.early = []  # what lies beyond its head is of a past that is no more
        for op_id, (op, seq) in list(self.unseen.items()):
            if op["history"] == history and seq > answer["seq"]:
                self.doubt(op_id)
            elif op["history"] == history and seq <= store.seq:
                self.saw(op_id)
        self.asked(history)

    def asked(self, history: str) -> None:
        if self.asking.pop(history, False):
            self.ask(history)

    def ask_on(self, history: str) -> None:
        self.asking.pop(history, None)
        self.ask(history)

    def fetch(self, history: str) -> None:
        self.world.fetch(self, history, partial(self.fetched, history))

    def fetched(self, history: str, snapshot: dict | None) -> None:
        if snapshot is None:
            return self.time.after(1_000, partial(self.ask_on, history))
        store = self.stores[history]
        store.adopt(snapshot)
        for op_id, (op, _) in list(self.unseen.items()):
            if op["history"] == history:
                self.doubt(op_id)
        if store.kind == "board":
            self.keep_lost(history, snapshot["state"]["notes"])
        self.ask_on(history)

    def keep_lost(self, history: str, there: dict) -> None:
        """What the server had of ours and has no more is offered to us."""
        for note_id in self.confirmed[history] - set(there):
            self.tray[note_id] = {"code": "lost"}
        self.confirmed[history] &= set(there)


def is_of(data: dict, op: dict) -> bool:
    ids = [key for key in ("note_id", "cluster_id", "comment_id") if key in data]
    return data["event"] == EVENTS[op["op"]] and all(data[key] == op.get(key) for key in ids)
