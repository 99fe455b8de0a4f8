"""How like the name forms of each block are, kept up to date."""

from collections import Counter, defaultdict

from kgraph.resolve.blocks import Table
from kgraph.resolve.edges import Edges
from kgraph.resolve.forms import Form, blocks
from kgraph.resolve.likeness import Likeness
from kgraph.resolve.merging import MEMBERS, compare_block


def compare_touched(forms: Table[Form], like: Edges) -> None:
    """The edges of each touched block are those of the forms that it has now.

    Args:
        forms: All of them, in the blocks of ``forms.blocks``, with what changed since the edges were right.
        like: Pairs of forms with their score and reasons, owned by blocks.
    """
    came: Counter[str] = Counter()
    were: defaultdict[str, list[Form]] = defaultdict(list)
    for key, old in forms.changed.items():
        new = forms.get(key)
        came.update(blocks(new) if new else ())
        if old:
            for block in blocks(old):
                were[block].append(old)
    for block in sorted(forms.touched()):
        now = forms.first(block, MEMBERS + came[block])
        stayed = [form for form in now if form.key not in forms.changed]
        known = (
            Likeness(a=a, b=b, score=score, reasons=reasons)
            for a, b, (score, reasons) in like.owned(block)
        )
        found = compare_block(now, [*stayed, *were[block]], known)
        like.put(block, ((one.a, one.b, (one.score, one.reasons)) for one in found))
