"""The kinds of nodes and edges of the graph."""

from enum import Enum


class NodeKind(Enum):
    """What a node stands for."""

    FRAMEWORK = "framework"
    ITEM = "item"
    CURRICULUM = "curriculum"
    MODULE = "module"
    ACTIVITY = "activity"
    ASSESSMENT = "assessment"
    OUTCOME = "outcome"
    PROFESSION = "profession"
    EVIDENCE = "evidence"
    CRITERION = "criterion"


class EdgeKind(Enum):
    """What an edge says of the two nodes, read from its tail to its head."""

    PART_OF = "is part of"
    ALIGNS = "aligns with"
    ADDRESSES = "addresses"
    ASSESSES = "assesses"
    ATTENDS = "attends"
    CITES = "cites"
    JUDGED_BY = "is judged by"
    USES = "uses"
