"""Small faults for a module, one at a time: the mutants of `scripts/mutants.py`."""

import ast
import copy
from dataclasses import dataclass

_COMPARED = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COMPUTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_MESSAGES = ("translate", "QT_TRANSLATE_NOOP")


@dataclass(frozen=True)
class Mutant:
    """A fault in a module.

    Attributes
    ----------
    first, line : int
        Where the statement begins, and the fault is.
    place : str
        Qualified name of the function around it; '' for the level of the module or a class.
    change : str
        Expression before → after.
    inside : bool
        Whether it is in the body of a function, and so takes effect whenever that runs.
    """

    first: int
    line: int
    place: str
    change: str
    inside: bool
    _whole: ast.Module
    _path: tuple
    _changed: ast.AST

    def tree(self):
        """The whole module with the fault."""
        whole = copy.deepcopy(self._whole)
        _put(whole, self._path, self._changed)
        return ast.fix_missing_locations(whole)


def mutants_of(source):
    """Yield the mutants of the source of a module, in the order of its lines."""
    tree = ast.parse(source)
    for path, node, first, place, inside in _walk(tree, (), 1, "", False):
        for changed in _changes(node):
            ast.copy_location(changed, node)
            shown = f"{_shown(node)} → {_shown(changed)}"
            yield Mutant(first, node.lineno, place, shown, inside, tree, path, changed)


def _walk(node, path, first, place, inside):
    """Yield expressions and statements that may be changed, with their path from the root."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for number, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _is_text(child):
                continue
            here, within = place, inside
            begin = child.lineno if isinstance(child, ast.stmt) else first
            if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
                here = f"{place}.{child.name}" if place else child.name
            if isinstance(node, (ast.FunctionDef, ast.Lambda)):
                # Defaults and decorators are worked out when the module is read.
                within = name == "body" or inside
            step = (*path, (name, number))
            if hasattr(child, "lineno"):
                yield step, child, begin, here, within
            yield from _walk(child, step, begin, here, within)


def _shown(node):
    if isinstance(node, (ast.If, ast.While)):
        return f"if {ast.unparse(node.test)}"
    return ast.unparse(node)


def _is_text(node):
    """Docstrings, messages and joined texts say something and change no number."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(node, ast.JoinedStr) or getattr(called, "id", "") in _MESSAGES


def _put(tree, path, node):
    for name, number in path[:-1]:
        tree = getattr(tree, name) if number is None else getattr(tree, name)[number]
    name, number = path[-1]
    if number is None:
        setattr(tree, name, node)
    else:
        getattr(tree, name)[number] = node


def _changes(node):
    """Yield what a node may be changed into."""
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            for other in _COMPARED.get(type(operator), ()):
                changed = copy.deepcopy(node)
                changed.ops[number] = other()
                yield changed
    elif (
        isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _COMPUTED and not _joins_texts(node)
    ):
        changed = copy.deepcopy(node)
        changed.op = _COMPUTED[type(node.op)]()
        yield changed
    elif isinstance(node, ast.BoolOp):
        changed = copy.deepcopy(node)
        changed.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield changed
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub, ast.Invert)):
        yield copy.deepcopy(node.operand)
    elif isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif (
        isinstance(node, (ast.If, ast.IfExp, ast.While))
        and isinstance(node.test, (ast.Name, ast.Attribute, ast.Call))
        # What stands under it only annotations name.
        and ast.unparse(node.test) != "TYPE_CHECKING"
    ):
        changed = copy.deepcopy(node)
        changed.test = ast.UnaryOp(ast.Not(), changed.test)
        yield changed
    elif isinstance(node, (ast.Continue, ast.Break)):
        yield ast.Break() if isinstance(node, ast.Continue) else ast.Continue()


def _constants(value):
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value > 0:
            yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(value * 1.5 if value else 1.0)


def _joins_texts(node):
    sides = (node.value,) if isinstance(node, ast.AugAssign) else (node.left, node.right)
    return any(isinstance(side, (ast.JoinedStr, ast.List, ast.Tuple)) for side in sides) or any(
        isinstance(side, ast.Constant) and isinstance(side.value, str) for side in sides
    )
