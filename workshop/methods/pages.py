"""The library's pages: finding a method, and reading one. They are open to everybody."""

from flask import Blueprint, abort, render_template, request

from workshop.languages import current_language
from workshop.methods import library
from workshop.methods.drawing import MINI, PLAN, draw
from workshop.methods.facts import carried_to, facts_of
from workshop.methods.method import Method
from workshop.methods.modes import MODES
from workshop.methods.stages import Stage
from workshop.methods.wish import TIMES, Wish

pages = Blueprint("methods", __name__)


@pages.get("/methods")
def shelves() -> str:
    wish = Wish.read(request.args, library.stages)
    return render_template(
        "methods/library.html",
        wish=wish,
        shelves=shelves_for(wish),
        guests=guests_for(wish),
        counts=counts_for(wish),
        stages=library.stages.values(),
        total=len(library.methods),
        times=TIMES,
        modes=MODES,
        draw=lambda method: draw(method, MINI, current_language()),
    )


@pages.get("/methods/<id>")
def method(id: str) -> str:
    found = library.get(id) or abort(404)
    return render_template(
        "methods/method.html",
        method=found,
        home=library.stages[found.stage],
        drawing=draw(found, PLAN, current_language()),
        kinds=library.kinds_in(found, current_language()),
        facts=facts_of(found, library),
        carried=carried_to(found, library),
        form=None if found.has_board else library.assessments[found.settings.form],
        modes=MODES,
    )


def shelves_for(wish: Wish) -> list[tuple[Stage, list[Method]]]:
    """Each stage that has something, with what was found on its shelf."""
    found = wish.find(library)
    stages = [stage for id, stage in library.stages.items() if wish.stage in (None, id)]
    shelves = [(stage, [one for one in found if one.stage == stage.id]) for stage in stages]
    return [(stage, methods) for stage, methods in shelves if methods]


def guests_for(wish: Wish) -> list[Method]:
    """Methods of other stages that serve in the chosen one too."""
    if not wish.stage:
        return []
    return [method for method in wish.find(library) if method.stage != wish.stage]


def counts_for(wish: Wish) -> dict[str, int]:
    """How many each stage would show if it were chosen now, not counting guests."""
    found = wish.in_stage(None).find(library)
    return {id: sum(method.stage == id for method in found) for id in library.stages}
