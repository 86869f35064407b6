"""Imports point one way: a feature may lean on those before it, never on those after it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "workshop"

# In this order. Features on one line do not know each other.
ARROWS = (
    ("methods", "accounts"),
    ("workshops",),
    ("people",),
    ("boards",),
    ("agenda",),
    ("outputs",),
    ("live",),
    ("pictures",),
    ("screen",),
    ("desk",),
    ("making",),
    ("demo",),
    ("operating",),
)
RANK = {feature: rank for rank, line in enumerate(ARROWS) for feature in line}

# Where everything comes together: these may know every feature.
ENTRANCES = {"app", "cli", "serve", "keeping", "welcome", "every_table"}

# Only these know Flask's requests, only live knows Flask-SocketIO, only the store commits.
FLASK_SOCKETIO = {"live"}


def features() -> list[str]:
    return sorted(folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists())


def files(feature: str) -> list[Path]:
    return sorted((PACKAGE / feature).rglob("*.py"))


def imported(file: Path) -> set[str]:
    """The names of everything a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def features_in(file: Path) -> set[str]:
    names = (name.split(".") for name in imported(file) if name.startswith("workshop."))
    return {parts[1] for parts in names} & set(RANK)


def test_every_feature_has_its_place_in_the_list():
    assert [feature for feature in features() if feature not in RANK | {"translations": 0}] == []


@pytest.mark.parametrize("feature", [name for line in ARROWS for name in line])
def test_a_feature_leans_only_on_those_before_it(feature):
    wrong = [
        f"{file.relative_to(ROOT)} imports {other}"
        for file in files(feature)
        for other in features_in(file) - {feature}
        if RANK[other] >= RANK[feature]
    ]
    assert wrong == []


def test_the_ground_knows_no_feature():
    ground = [file for file in PACKAGE.glob("*.py") if file.stem not in ENTRANCES]
    wrong = {str(file.relative_to(ROOT)): features_in(file) for file in ground if features_in(file)}
    assert wrong == {}


def test_only_the_live_path_knows_the_sockets():
    wrong = [
        str(file.relative_to(ROOT))
        for file in PACKAGE.rglob("*.py")
        if any(
            name.startswith(("flask_socketio", "socketio", "engineio")) for name in imported(file)
        )
        and file.relative_to(PACKAGE).parts[0] not in FLASK_SOCKETIO
    ]
    assert wrong == []


def test_only_the_serving_process_patches_the_standard_library():
    calls = [
        str(file.relative_to(ROOT))
        for file in PACKAGE.rglob("*.py")
        if "patch_all(" in file.read_text()
    ]
    assert calls == ["workshop/serve.py"]


def test_only_the_store_commits():
    wrong = [
        str(file.relative_to(ROOT))
        for file in PACKAGE.rglob("*.py")
        if ".commit()" in file.read_text() and file.stem != "lanes"
    ]
    assert wrong == []
