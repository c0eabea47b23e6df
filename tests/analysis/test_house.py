"""The rules of the house, read from the imports: which layer may know which, and what QGIS starts with."""

import ast
import sys
from configparser import ConfigParser
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(
    path
    for top in ("processing", "ui", "__init__.py", "plugin.py")
    for path in ([ROOT / top] if top.endswith(".py") else (ROOT / top).rglob("*.py"))
)
FLOORS = {
    "processing/analysis": 0,
    "processing/layers": 1,
    "processing/cartography": 2,
    "processing/report": 3,
    "processing/algorithms": 4,
    "processing/models.py": 4,
    "processing/expressions.py": 4,
    "processing/provider.py": 5,
    "ui": 5,
    "plugin.py": 6,
    "__init__.py": 7,
}

# Inside a house of one floor: rooms may know the lower ones, not those beside them.
ROOMS = {
    "processing/analysis": 0,
    "processing/analysis/sql": 1,
    "processing/analysis/industries": 1,
    "processing/analysis/places": 1,
    "processing/analysis/matching": 2,
    "processing/analysis/distribution": 2,
    "processing/analysis/tables": 3,
    "processing/analysis/virtual": 3,
    "processing/analysis/networks": 4,
    "processing/layers/feedback.py": 0,
    "processing/layers/given_values.py": 0,
    "processing/layers/runs.py": 0,
    "processing/layers/measuring": 1,
    "processing/layers/reading": 2,
    "processing/layers/writing": 3,
    "processing/layers/distribution": 4,
    "processing/layers/matching": 4,
    "processing/layers/virtual": 5,
    "processing/layers": 6,
    "processing/cartography": 0,
    "processing/cartography/page": 1,
    "ui/elements": 0,
    "ui/study": 0,
    "ui/dialogs": 1,
    "ui/review": 1,
    "ui/overview": 1,
    "ui/texts": 1,
    "ui/virtual": 1,
    "ui/actions": 2,
    "ui/dock": 3,
    "ui": 4,
}


def module_name(path):
    return path.relative_to(ROOT).as_posix()


def floor_of(name):
    """How high a module stands in the house; None for compat and package files, which belong to no floor."""
    place = place_of(name, FLOORS)
    return None if place is None else FLOORS[place]


def place_of(name, places):
    """The narrowest of some places that a module stands in; None where it stands in none."""
    return max((p for p in places if name == p or name.startswith(p + "/")), key=len, default=None)


def house_of(room):
    """The house of one floor that a room belongs to."""
    return next(place for place in FLOORS if place_of(room, [place]))


@cache
def imports(path, top_level_only=False):
    """Absolute names that a module imports, and repository paths of its relative imports."""
    return tuple(_imports(path, top_level_only))


def _imports(path, top_level_only):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return _names(tree.body if top_level_only else ast.walk(tree), path)


def _names(nodes, path):
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = path.parents[node.level - 1]
            target = base.joinpath(*(node.module or "").split(".")) if node.module else base
            for alias in node.names:
                deeper = target / alias.name
                found = next(
                    (p for p in (deeper.with_suffix(".py"), target.with_suffix(".py"), deeper) if p.exists()),
                    target,
                )
                yield module_name(found)


@pytest.mark.parametrize("path", SHIPPED, ids=module_name)
def test_arrows_run_one_way(path):
    floor = floor_of(module_name(path))
    if floor is None:
        return
    for name in imports(path):
        other = floor_of(name)
        assert other is None or other <= floor, f"{module_name(path)} reaches up to {name}"


@pytest.mark.parametrize("path", SHIPPED, ids=module_name)
def test_rooms_know_the_lower_ones_only(path):
    room = place_of(module_name(path), ROOMS)
    if room is None:
        return
    for name in imports(path):
        other = place_of(name, ROOMS)
        if other not in (None, room) and house_of(other) == house_of(room):
            assert ROOMS[other] < ROOMS[room], f"{module_name(path)} knows {name}"


def test_every_room_of_the_analysis_has_its_floor():
    rooms = {path.parent.name for path in (ROOT / "processing" / "analysis").glob("*/*.py")}
    assert rooms <= {place.rpartition("/")[2] for place in ROOMS}


def test_imports_run_in_no_circle():
    # Not even what annotations alone name.
    known = {module_name(path): set(imports(path)) for path in SHIPPED}

    def follow(name, way):
        assert name not in way, " → ".join([*way[way.index(name) :], name])
        if name not in done:
            for other in sorted(known[name] & set(known)):
                follow(other, [*way, name])
            done.add(name)

    done = set()
    for name in sorted(known):
        follow(name, [])


def test_the_analysis_knows_nothing_of_qgis():
    for path in (ROOT / "processing" / "analysis").rglob("*.py"):
        for name in imports(path):
            assert name.split(".")[0] not in ("qgis", "osgeo"), module_name(path)


def test_processing_knows_no_widgets():
    for path in (ROOT / "processing").rglob("*.py"):
        for name in imports(path):
            assert not name.startswith(("qgis.gui", "qgis.PyQt.QtWidgets", "qgis.utils")), module_name(path)


def test_self_imports_are_relative():
    for path in SHIPPED:
        for name in imports(path):
            # Ours has no `gui`: that one is QGIS's, which has no other way to its dialogs.
            is_of_qgis = name.startswith("processing.gui.")
            ours = name.startswith(("clusterbelt", "processing.", "ui.")) and not is_of_qgis
            assert not ours or "/" in name, module_name(path)


def test_qt_comes_through_qgis():
    for path in SHIPPED:
        for name in imports(path):
            assert not name.startswith(("PyQt5", "PyQt6", "PySide")), module_name(path)


# Besides Python's own and those of QGIS; duckdb is asked for where it is there.
LIBRARIES = {"numpy", "jinja2", "duckdb"}


def test_nothing_is_imported_that_qgis_does_not_bring():
    known = LIBRARIES | {"qgis", "osgeo", "processing"} | sys.stdlib_module_names
    for path in SHIPPED:
        for name in imports(path):
            assert "/" in name or name.endswith(".py") or name.split(".")[0] in known, (
                f"{module_name(path)}: {name}"
            )


def test_loading_the_plugin_does_not_import_numpy():
    reached, waiting = set(), [ROOT / "plugin.py", ROOT / "ui" / "parts.py"]
    while waiting:
        path = waiting.pop()
        for name in imports(path, top_level_only=True):
            assert name.split(".")[0] not in LIBRARIES, f"{module_name(path)} at load"
            target = ROOT / name
            if "/" in name and target.suffix == ".py" and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert len(reached) > 5


def test_modules_are_short():
    for path in SHIPPED:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= (100 if path.name == "plugin.py" else 350), module_name(path)


def functions(path):
    """All functions of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def declares_parameters(path, function):
    """Whether a function only declares parameters and outputs of an algorithm, one after the other."""
    in_algorithms = module_name(path).startswith("processing/algorithms/")
    return in_algorithms and function.name.lstrip("_").split("_")[0] in ("initAlgorithm", "add")


def test_functions_are_short():
    for path in SHIPPED:
        for function in functions(path):
            documented = ast.get_docstring(function, clean=False) is not None
            first = function.body[0]
            words = first.end_lineno - first.lineno + 1 if documented else 0
            lines = function.end_lineno - function.lineno + 1 - words
            assert lines <= 40 or declares_parameters(path, function), f"{module_name(path)}: {function.name}"


def test_functions_take_few_arguments():
    for path in SHIPPED:
        for function in functions(path):
            given = function.args
            names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
            assert len(set(names) - {"self", "cls"}) <= 9, f"{module_name(path)}: {function.name}"


def test_shipped_code_uses_nothing_that_the_plugin_site_refuses():
    for path in SHIPPED:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.Assert)], module_name(path)
        for name in imports(path):
            assert name.split(".")[0] not in ("random", "pickle", "subprocess", "xml"), module_name(path)


def test_translated_texts_are_literals():
    for path in SHIPPED:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                context, text = node.args[:2]
                assert context.value == "ClusterBelt", module_name(path)
                is_text = isinstance(text, ast.Constant) and isinstance(text.value, str)
                is_template = isinstance(text, (ast.Attribute, ast.Name))
                assert is_text or is_template, f"{module_name(path)}:{node.lineno}"


def test_metadata_holds_what_qgis_and_the_plugin_site_read():
    metadata = ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    for key in (
        "name",
        "description",
        "about",
        "version",
        "author",
        "email",
        "homepage",
        "tracker",
        "repository",
    ):
        assert key in general
    assert general["qgisMinimumVersion"] == "3.22" and general["qgisMaximumVersion"] == "3.44"
    assert general["hasProcessingProvider"] == "yes"
    assert (ROOT / general["icon"]).exists()
    assert f"## {general['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def texts_of(path):
    """The string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_the_keys_of_our_fields_are_written_once():
    for path in SHIPPED:
        # The functions of expressions are called like the fields that they give.
        if module_name(path) not in ("processing/analysis/fields.py", "processing/expressions.py"):
            found = [text for text in texts_of(path) if "cb_" in text]
            assert not found, f"{module_name(path)} writes {found}: take the key from analysis.fields"
