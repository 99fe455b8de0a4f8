"""How like the name forms of each block are, kept up to date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgraph.resolve.blocks import Table
from kgraph.resolve.edges import Edges
from kgraph.resolve.forms import Form, blocks
from kgraph.resolve.likeness import Likeness
from kgraph.resolve.merging import COMPARED, MEMBERS, compare_block


def compare_touched(forms: Table[Form], like: Edges) -> None:
    """The edges of each touched block are those of the forms that it has now.

    Args:
        forms: All of them, in the blocks of ``forms.blocks``, with what changed since the edges were right.
        like: Pairs of forms with their score and reasons, owned by blocks.
    """
    came: defaultdict[str, list[Form]] = defaultdict(list)
    went: defaultdict[str, list[Form]] = defaultdict(list)
    for key, old in forms.changed.items():
        for where, form in ((came, forms.get(key)), (went, old)):
            if form:
                for block in blocks(form):
                    where[block].append(form)
    for block in sorted(forms.touched()):
        known = (
            Likeness(a=a, b=b, score=score, reasons=reasons)
            for a, b, (score, reasons) in like.owned(block)
        )
        head = forms.first(block, COMPARED)
        found: Iterable[Likeness]
        if _is_below(head, (*came[block], *went[block])):
            found = _compared_below(forms, block, head, came[block], went[block], known)
        else:
            found = _compared(forms, block, came[block], went[block], known)
        like.put(block, ((one.a, one.b, (one.score, one.reasons)) for one in found))


def _is_below(head: list[Form], changed: Iterable[Form]) -> bool:
    """Whether the head of a block is what it was: none of what changed stands or stood in it."""
    if len(head) < COMPARED:
        return False
    last = head[-1].rank
    return all(form.rank > last for form in changed)


def _compared(
    forms: Table[Form],
    block: str,
    came: list[Form],
    went: list[Form],
    known: Iterable[Likeness],
) -> Iterable[Likeness]:
    """The pairs of a block, of which any may have changed."""
    now = forms.first(block, MEMBERS + len(came))
    stayed = [form for form in now if form.key not in forms.changed]
    return compare_block(now, [*stayed, *went], known)


def _compared_below(
    forms: Table[Form],
    block: str,
    head: list[Form],
    came: list[Form],
    went: list[Form],
    known: Iterable[Likeness],
) -> Iterator[Likeness]:
    """The pairs of a block whose head is what it was: the rest need not even be read."""
    # As many as came may have pushed others out of the members, and as many as went let others in.
    last = forms.rank_at(block, MEMBERS - 1)
    start = max(COMPARED, MEMBERS - len(came) - len(went))
    again = {
        form.key: form
        for form in (*came, *forms.first(block, MEMBERS - start, start))
        if form.rank <= last
    }
    moved = {form.key for form in (*came, *went)} | again.keys()

    def stays(key: str) -> bool:
        form = None if key in moved else forms.get(key)
        return form is not None and form.rank <= last

    yield from (pair for pair in known if stays(pair.a) and stays(pair.b))
    yield from compare_block([*head, *again.values()], head)
