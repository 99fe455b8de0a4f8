"""The log of decisions in a store: nothing is ever taken out of it, undoing is written down too."""

from collections.abc import Iterable
from dataclasses import replace

from kgraph import vocab
from kgraph.errors import CallError
from kgraph.evidence import decision_quads, read_decisions, resolved_quad
from kgraph.model import Decision
from kgraph.store import Store


def decisions(store: Store) -> list[Decision]:
    """Every decision of the log, undone ones included, in the order in which they were made."""
    return read_decisions(store.graph(vocab.DECISIONS))


def record(store: Store, new: Iterable[Decision]) -> list[Decision]:
    """The decisions are in the log; those that changed it are returned.

    A decision that the log holds already stays as it is, unless it comes in as undone.
    """
    known = {decision.id: decision for decision in decisions(store)}
    changed = []
    for decision in new:
        before = known.get(decision.id)
        if before is None or (decision.undone and not before.undone):
            changed.append(decision)
            known[decision.id] = decision
    if changed:
        new_quads = [quad for decision in changed for quad in decision_quads(decision)]
        store.replace({}, insert=new_quads, delete=[resolved_quad()])
    return changed


def take_back(store: Store, name: str, at: str) -> Decision:
    """The decision of that id, or of its first digits, no longer counts.

    Args:
        store: Whose log it is in.
        name: The id or six digits of it or more; "" for the last that stands.
        at: ISO 8601 date-time of now.

    Raises:
        CallError: None or several have that id, or it was undone before.
    """
    listed = decisions(store)
    if name:
        found = [d for d in listed if d.id == name or (len(name) >= 6 and d.id.startswith(name))]
    else:
        found = [d for d in listed if not d.undone][-1:]
    if len(found) != 1:
        what = "no decision has that id" if name else "there is no decision to undo"
        raise CallError(
            name or "undo",
            what if not found else f"{len(found)} decisions have that id",
            "see them with: kgraph decisions",
        )
    if found[0].undone:
        raise CallError(name, f"it was undone at {found[0].undone}", "decide anew instead")
    [undone] = record(store, [replace(found[0], undone=at)])
    return undone
