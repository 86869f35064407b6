"""Pages of a seat: what a participant sees and does. Whole without script; a script goes on
from there and follows the room."""

from functools import partial

from flask import Blueprint, abort, jsonify, render_template, request
from werkzeug import Response

from workshop.agenda import sight
from workshop.agenda.cue import cue
from workshop.agenda.reading import Reader, Reading
from workshop.agenda.sight import Sight
from workshop.boards import reactions
from workshop.boards.suggestions import suggestions
from workshop.boards.wordings import wordings
from workshop.clerk import clerks
from workshop.database import database
from workshop.ids import new_id
from workshop.languages import NAMES, chosen_language, current_language
from workshop.methods import library
from workshop.people import reentry
from workshop.people.rosters import rosters
from workshop.people.seats import Seat, remember_choice, seated
from workshop.refusals import Refused, sentence
from workshop.workshops.codes import in_short_groups
from workshop.workshops.register import WorkshopRow

pages = Blueprint("seat", __name__)


@pages.get("/w/<code>")
@seated
def show(workshop: WorkshopRow, seat: Seat) -> str:
    """Where the room is now: an instruction, and a board or whatever else the step wants."""
    remember_language_of(seat)
    seen = look(workshop, seat, sight.here)
    return page("seat/seat.html", workshop, seat, seen)


@pages.get("/w/<code>/boards/<board>")
@seated
def show_board(workshop: WorkshopRow, seat: Seat, board: str) -> str:
    """One board by itself: to be read again, or by facilitators to be worked on."""
    return page("seat/board.html", workshop, seat, look_at_board(workshop, seat, board))


@pages.get("/w/<code>/boards/<board>/notes/<note_id>")
@seated
def show_note(workshop: WorkshopRow, seat: Seat, board: str, note_id: str) -> str:
    """One note with all that may be done to it, for those who have no script."""
    seen = look_at_board(workshop, seat, board)
    slips = read_board(workshop, seat, seen).slips()
    slip = next((slip for slip in slips if note_id in slip.ids), None) or abort(404)
    here = look(workshop, seat, sight.here).board == board
    said = database.read(lambda tx: wordings(tx, seen.board, slip.id))
    writers = reader_of(workshop, seat, f"board:{board}")
    more = {"slip": slip, "here": here, "wordings": said, "writers": writers}
    return page("seat/note.html", workshop, seat, seen, **more)


@pages.get("/w/<code>/boards/<board>/notes/<note_id>/wordings")
@seated
def show_wordings(workshop: WorkshopRow, seat: Seat, board: str, note_id: str) -> Response:
    """What the note has said so far as JSON, for whoever may read the board."""
    look_at_board(workshop, seat, board)
    found = database.read(lambda tx: wordings(tx, board, note_id)) or abort(404)
    return jsonify([wording._asdict() for wording in found])


@pages.get("/w/<code>/boards/<board>/suggestions")
@seated
def show_suggestions(workshop: WorkshopRow, seat: Seat, board: str) -> Response:
    """What might be merged or laid together, as JSON, for whoever may do so now."""
    if not look_at_board(workshop, seat, board).rights.may_group:
        said = sentence(Refused("not_now"), current_language())
        return jsonify(ok=False, code="not_now", sentence=said)
    return jsonify(suggestions.of(clerks.of(f"board:{board}", workshop.id)))


@pages.get("/w/<code>/mine")
@seated
def show_mine(workshop: WorkshopRow, seat: Seat) -> str:
    """One's own place: team, way back, language, earlier boards."""
    seen = look(workshop, seat, sight.here)
    boards = look(workshop, seat, sight.earlier)
    return page("seat/mine.html", workshop, seat, seen, boards=boards)


@pages.get("/w/<code>/steps/<step>")
@seated
def show_step(workshop: WorkshopRow, seat: Seat, step: str) -> Response:
    """The cue of a step as JSON, in the language and for the team that is asked for."""
    language = request.args.get("language")
    response = jsonify(look_at_step(workshop, seat, step, language))
    response.headers["Cache-Control"] = "private, no-cache"
    response.add_etag()
    return response.make_conditional(request)


# Looking


def look(workshop: WorkshopRow, seat: Seat, question):
    """What `question(workshop, author, language)` finds in what is committed."""
    language = current_language()
    asked = partial(ask, question=question, seat=seat, language=language)
    return clerks.of(workshop.history, workshop.id).look(asked)[1]


def ask(root, question, seat: Seat, language: str):
    return question(root, root.author(seat.id, root.history), language)


def look_at_board(workshop: WorkshopRow, seat: Seat, board: str) -> Sight:
    """That board as this seat sees it; 404 where it may not."""
    found = look(workshop, seat, lambda *who: sight.at_board(who[0], board, *who[1:]))
    return found or abort(404)


def look_at_step(workshop: WorkshopRow, seat: Seat, step: str, language: str | None) -> dict:
    team = request.args.get("team", seat.team)
    spoken = language if language in NAMES else current_language()
    return look(
        workshop,
        seat,
        lambda root, by, _: cue(root, root.agenda.step(step), team, spoken, tip=by.leads),
    )


def read_board(workshop: WorkshopRow, seat: Seat, seen: Sight) -> Reading:
    """The board that is seen, with all that lies on it."""
    history = f"board:{seen.board}"
    state = clerks.of(history, workshop.id).look(lambda root: root.state())[1]
    return Reading(state, seen.cue, reader_of(workshop, seat, history))


def with_columns(workshop: WorkshopRow, seen: Sight) -> Sight:
    """With the columns that people have added to its table."""
    if not (seen.board and seen.cue["layout"].get("extendable")):
        return seen
    history = f"board:{seen.board}"
    layout = clerks.of(history, workshop.id).look(lambda root: root.columns.layout)[1]
    colours = {kind["id"]: kind["colour"] for kind in seen.cue["kinds"]}
    told = layout.to_wire(current_language(), colours.__getitem__)
    return seen._replace(cue=seen.cue | {"layout": told})


def me_on(workshop: WorkshopRow, seat: Seat, seen: Sight) -> str | None:
    """One's alias on the board that is seen: the page knows at once which notes are one's own."""
    return reader_of(workshop, seat, f"board:{seen.board}").me if seen.board else None


def reader_of(workshop: WorkshopRow, seat: Seat, history: str) -> Reader:
    return Reader(**rosters.of(workshop.id, history, seat.id))


# Showing


def page(template: str, workshop: WorkshopRow, seat: Seat, seen: Sight, **more) -> str:
    cue_for_scripts = seen.cue  # they hear of columns themselves, as they come and go
    seen = with_columns(workshop, seen)
    reading = read_board(workshop, seat, seen) if seen.board else None
    slips = reading.slips() if reading else []
    return render_template(
        template,
        workshop=workshop,
        seat=seat,
        sight=seen,
        cue_for_scripts=cue_for_scripts,
        people=reader_of(workshop, seat, workshop.history),
        me=me_on(workshop, seat, seen),
        slips=slips,
        piles=reading.piles(slips) if reading else [],
        reactions=reactions.WORDS,
        kinds=library.kinds,
        reentry_code=in_short_groups(reentry.code_of(seat)),
        new_note_id=partial(new_id, "n", 32),
        new_comment_id=partial(new_id, "k", 32),
        new_op_id=partial(new_id, "f", 32),
        **more,
    )


def remember_language_of(seat: Seat) -> None:
    """The language that was chosen in this browser goes with the seat to the next one."""
    choice = chosen_language()
    if choice and choice != seat.language:
        database.write(lambda tx: remember_choice(tx, seat.id, choice))
