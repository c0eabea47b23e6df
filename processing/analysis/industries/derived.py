"""Labels that follow from others: the same machines and parts by other heads, and what a harvest is made into."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

# Heads that say the same of what stands in front of them.
_SAME = (
    ("机械", "设备", "装备", "机械设备", "专用设备", "加工设备", "加工机械", "生产设备"),
    ("零部件", "配件", "零配件", "部件", "零件", "组件"),
    ("machinery", "equipment"),
)
_MADE_INTO = ("加工", "精加工", "深加工", "精深加工", "制品", "产品加工")
_GROWING = ("种植", "养殖", "饲养", "繁育", "栽培", "种养", "业")
_LONGEST = 8
_LAST = frozenset(head[-1] for heads in _SAME for head in heads)


def derived(
    labels: dict[str, tuple[tuple[int, ...], str]], made_of: dict[int, int]
) -> dict[str, tuple[int, ...]]:
    """Return the labels that follow from others, without those that would follow from labels that disagree.

    Parameters
    ----------
    labels : dict of str to (tuple of int, str)
        Label → nodes, and the step that found them.
    made_of : dict of int to int
        Node that is grown → node of what is made of it.

    Returns
    -------
    dict of str to tuple of int
        Normalised label → nodes; none of them is in `labels`.
    """
    made = {nodes: _products(nodes, made_of) for nodes in {nodes for nodes, _ in labels.values()}}
    found: dict[str, tuple[int, ...]] = {}
    unclear: set[str] = set()
    for label, (nodes, _) in labels.items():
        others = _by_other_heads(label, labels) if label[-1:] in _LAST and nodes else ()
        if made[nodes]:
            nodes, others = made[nodes], [*others, *_made_into(label)]
        for other in others:
            if found.setdefault(other, nodes) != nodes:
                unclear.add(other)
    return {label: nodes for label, nodes in found.items() if label not in labels and label not in unclear}


def _by_other_heads(label: str, labels: Container[str]) -> list[str]:
    """食品设备 of 食品机械, 汽车部件 of 汽车零部件."""
    for heads in _SAME:
        head = max((head for head in heads if label.endswith(head)), key=len, default="")
        if head and len(label) > len(head):
            others = [label[: -len(head)] + other for other in heads]
            # 拉链|机 of 拉链机械; 智能|机 is none of 智能机械, nor 机|电机 of 机电机械.
            is_goods = head == "机械" and label[: -len(head)] in labels and label[-3:-1] not in labels
            return [*others, label[:-1]] if is_goods else others
    return []


def _made_into(label: str) -> Sequence[str]:
    """番茄制品 of 番茄."""
    if len(label) > _LONGEST or label.isascii() or label.endswith((*_MADE_INTO, *_GROWING)):
        return ()
    return [label + word for word in _MADE_INTO]


def _products(nodes: tuple[int, ...], made_of: dict[int, int]) -> tuple[int, ...]:
    """What is made of nodes that are all grown, else ()."""
    if not all(node in made_of for node in nodes):
        return ()
    return tuple(dict.fromkeys(made_of[node] for node in nodes))
