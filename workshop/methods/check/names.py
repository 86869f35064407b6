"""Is every name used once, and does what it names exist?"""

from collections import Counter
from collections.abc import Iterable, Iterator

from workshop.methods.library import Catalogue


def ids_are_unique(catalogue: Catalogue) -> Iterator[str]:
    for where, ids in lists_of_ids(catalogue):
        yield from (f"{where} has {id} twice." for id in repeated(ids))


def lists_of_ids(catalogue: Catalogue) -> Iterator[tuple[str, Iterable[str]]]:
    for part in ("kinds", "palette", "materials", "stages", "assessments"):
        yield part, (thing.id for thing in getattr(catalogue, part))
    yield "The shelf", (id for stage in catalogue.stages for id in stage.methods)
    yield "The letters of kinds", (kind.letter for kind in catalogue.kinds)
    for method in catalogue.methods.values():
        yield method.id, (zone.id for zone in method.layout.zones)
        yield f"{method.id}: colours", (here.kind for here in method.colours)
    for agenda in catalogue.agendas.values():
        yield agenda.id, (item.id for item in agenda.items)


def repeated(ids: Iterable[str]) -> list[str]:
    return [id for id, times in Counter(ids).items() if times > 1]


def files_are_named_by_id(catalogue: Catalogue) -> Iterator[str]:
    for things in (catalogue.methods, catalogue.agendas):
        for name, thing in things.items():
            if name != thing.id:
                yield f"{name}.yaml calls itself {thing.id}."


def every_method_stands_on_its_shelf(catalogue: Catalogue) -> Iterator[str]:
    shelves = {id: stage.id for stage in catalogue.stages for id in stage.methods}
    for id in sorted(shelves.keys() - catalogue.methods.keys()):
        yield f"Stage {shelves[id]} lists {id}, which is not a method."
    for method in catalogue.methods.values():
        if shelves.get(method.id) != method.stage:
            yield f"{method.id} is of stage {method.stage}, whose list does not have it."


def what_is_named_exists(catalogue: Catalogue) -> Iterator[str]:
    for where, what, name, known in names(catalogue):
        if name not in known:
            yield f"{where}: {name or 'nothing'} is not {what}."


def names(catalogue: Catalogue) -> Iterator[tuple[str, str, str | None, Iterable[str]]]:
    """Every name by which one thing speaks of another: where, of what, the name, what exists."""
    kinds = {kind.id for kind in catalogue.kinds}
    colours = {colour.id for colour in catalogue.palette}
    stages = {stage.id for stage in catalogue.stages}
    materials = {material.id for material in catalogue.materials}
    forms = {assessment.id for assessment in catalogue.assessments}
    for kind in catalogue.kinds:
        yield f"Kind {kind.id}", "a colour", kind.colour, colours
    for stage in catalogue.stages:
        yield from ((f"Stage {stage.id}", "a kind", kind, kinds) for kind in stage.output_kinds)
    for child, parents in catalogue.lineage.allowed_parents.items():
        yield from (("lineage", "a kind", kind, kinds) for kind in (child, *parents))
    yield from (("lineage", "a kind", kind, kinds) for kind in catalogue.lineage.usual_chain)
    for method in catalogue.methods.values():
        here = {used.kind for used in method.colours}
        yield from ((method.id, "a stage", id, stages) for id in (method.stage, *method.also_in))
        yield from ((method.id, "a material", id, materials) for id in method.materials)
        yield from ((method.id, "a kind", used.kind, kinds) for used in method.colours)
        yield from ((method.id, "a colour", used.colour, colours) for used in method.colours)
        yield from (
            (f"{method.id}, zone {zone.id}", "a kind of this method", zone.kind, here)
            for zone in method.layout.zones
        )
        if method.settings.form:
            yield method.id, "a form", method.settings.form, forms
    for agenda in catalogue.agendas.values():
        yield from ((agenda.id, "a stage", id, stages) for id in agenda.stages_covered)
        for item in agenda.items:
            where = f"{agenda.id}, item {item.id}"
            if item.type == "activity":
                yield where, "a method", item.method, catalogue.methods
            if item.type == "gate":
                yield where, "a stage", item.stage, stages
