"""The eight layouts in docs/layouts, each as a board with what the people of the demo wrote."""

import yaml
from playwright.sync_api import Page
from studio import LAPTOP, PHONE, ROOT, WALL, Studio

FOLDER = ROOT / "docs/layouts"
TEAM = ("t1", "Melati")
DEVICES = {"phone": PHONE, "laptop": LAPTOP, "screen": WALL}
WIDTHS = {"phone": 360, "laptop": 840, "screen": 700}  # of the pictures
# The method of each layout, and what lies on its board: the notes that all teams wrote with these
# methods, in the zones in which they wrote them or in these.
BOARDS = {
    "columns": ("silent_brainstorm", {"silent_brainstorm": ()}),
    "rows": ("insight_statements", {"field_observation": ["pattern"], "insight_statements": ()}),
    "grid": ("field_observation", {"field_observation": ()}),
    "table": ("user_test", {"user_test": ()}),
    "matrix2x2": ("impact_effort", {"silent_brainstorm": ["quick", "big", "fill", "avoid"]}),
    "radial": (
        "authority_rings",
        {"empathy_map": ["own"], "journey_map": ["influence", "concern"]},
    ),
    "canvas": ("empathy_map", {"empathy_interview": ["says"], "empathy_map": ()}),
    "free": ("affinity_clusters", {}),
}
FIT = "Seluruh papan"
FREE = "wall"  # its zone
CLUSTERS = 5  # of those that the teams of the demo made, on the free board
MOST = 16  # notes from each method

# A facilitator's page of a board lends its hands: ask(op) of the workshop, put(op) on the board.
HANDS = """async () => {
  const { takeSeat } = await import("/static/js/seat/here.js")
  const { clusterId, noteId } = await import("/static/js/lib/ids.js")
  const here = await takeSeat()
  const { room } = await here.room.ready.then(() => here)
  const { workshop } = room
  const ids = {}
  const submit = async (history, op) => {
    const { ok, code } = await room.submit(history, op)
    if (!ok) throw new Error(`${op.op} is refused: ${code}`)
  }
  Object.assign(globalThis, {
    ask: (op) => submit(workshop.history, op),
    // To a step with boards of its own; what works on those of an earlier one is added once more.
    go: async (method) => {
      const here = () => workshop.state.steps
      const own = () => here().find((step) => step.method === method && !step.over)
      if (!own()) {
        await ask({ op: "add_step", index: here().length, method })
        const { id, over } = here().at(-1)
        if (over) await ask({ op: "set_over", step: id, over: null })
      }
      const { id, phases } = own()
      const phase = phases.findIndex(({ opens }) => opens.includes("write"))
      await ask({ op: "jump", step: id, phase })
      return id
    },
    put: (op) => submit(here.board.history, op),
    write: (number, note) => put({ op: "add_note", note_id: ids[number] = noteId(), ...note }),
    group: (numbers, title, place) => put({
      op: "group_notes", cluster_id: clusterId(), title, place,
      note_ids: numbers.map((one) => ids[one]),
    }),
  })
}"""


def take(studio: Studio) -> None:
    desk = studio.lead()
    phone = studio.come_in(desk, TEAM[1])[0]
    seats = phone.context.storage_state()
    hands = Hands(desk)
    for layout, (method, sources) in BOARDS.items():
        hands.open(method)
        hands.fill(method, sources) if sources else hands.group()
        for device, look in ((device, look) for device in DEVICES for look in ("light", "dark")):
            address = studio.links["Screen"] if device == "screen" else phone.url
            page = studio.see(address, DEVICES[device], color_scheme=look, storage_state=seats)
            if device == "phone":
                page.get_by_role("button", name="Papan").click()
            if device != "screen":
                page.get_by_role("button", name=FIT).click()
            studio.take(FOLDER / f"{layout}-{device}-{look}.webp", page, WIDTHS[device])
            page.context.close()


class Hands:
    """The facilitator's, who brings the room to a board and puts the notes there."""

    def __init__(self, desk: Page):
        boards = desk.locator("a[href*='/boards/']").first.get_attribute("href")
        self.site = desk.url.split("/w/")[0]
        self.boards = boards.rpartition("/")[0]
        self.page = desk.context.new_page()
        self.enter(boards)

    def enter(self, path: str) -> None:
        self.page.goto(self.site + path)
        self.page.evaluate(HANDS)

    def open(self, method: str) -> None:
        """The room goes to that method, and the wall shows our team's board."""
        step = self.page.evaluate("(method) => go(method)", method)
        board = f"{step}-{TEAM[0]}"
        self.page.evaluate("(board) => ask({ op: 'show_board', board })", board)
        self.enter(f"{self.boards}/{board}")

    def fill(self, method: str, sources: dict[str, list[str]]) -> None:
        for source, zones in sources.items():
            notes = [note for note in NOTES.values() if note["board"] == source]
            if source == method:  # what our team wrote lies there already
                notes = [note for note in notes if note["team"] != TEAM[0]]
            for number, note in enumerate(notes[:MOST]):
                zone = zones[number % len(zones)] if zones else note["zone"]
                self.write(note, zone)

    def group(self) -> None:
        for cluster in read("later")["clusters"][:CLUSTERS]:
            for id in cluster["notes"]:
                self.write(NOTES[id], FREE)
            place = {"zone": FREE, "order": cluster["id"]}
            wish = [cluster["notes"], cluster["title"], place]
            self.page.evaluate("(wish) => group(...wish)", wish)

    def write(self, note: dict, zone: str) -> None:
        place = {"zone": zone, "order": note["id"]}
        wish = {"text": note["text"], "kind": note["kind"], "place": place}
        self.page.evaluate("([id, note]) => write(id, note)", [note["id"], wish])


def read(name: str):
    return yaml.safe_load((ROOT / f"workshop/demo/{name}.yaml").read_text())


NOTES = {note["id"]: note for note in read("notes")}
