"""The names that items of others have for their level -> the names of the levels of a tree, and of the odd ones."""

from collections import Counter

from alignkit.exchange.tree import Tree

# What an item is called where others beside it have a name for their level and it has none.
UNNAMED = "item"

Levels = list[list[str]]


def levels_of(tree: Tree) -> Levels:
    """Return the names of each level from the top, the usual one first; [] where no item of that depth has a name."""
    counted: list[Counter[str]] = []
    for item, depth in tree.walk():
        if depth == len(counted):
            counted.append(Counter())
        counted[depth][item.level] += 1
    levels = [[name or UNNAMED for name, _ in names.most_common()] if any(names) else [] for names in counted]
    while levels and not levels[-1]:
        levels.pop()
    return levels


def own_level(level: str, depth: int, levels: Levels) -> str:
    """Return what an item has to say of its level: nothing where it is the usual one of its depth."""
    usual = levels[depth][0] if depth < len(levels) and levels[depth] else ""
    named = level or (UNNAMED if usual else "")
    return "" if named == usual else named
