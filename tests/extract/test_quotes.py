import pytest

from kgraph.extract.quotes import quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Stop," he said.', ['"Stop,"']),
        ('"Stop," he said. "Now."', ['"Stop,"', '"Now."']),
        ("“Stop,” he said.", ["“Stop,”"]),
        ('"Stop,” he said. “Now."', ['"Stop,”', '“Now."']),
        ("``Stop,'' he said. ``Now.''", ["``Stop,''", "``Now.''"]),
        ("«Stop», he said.", ["«Stop»"]),
        ("„Stop“, he said.", ["„Stop“"]),
        ("'It is over,' she said.", ["'It is over,'"]),
        ("‘It is over,’ she said.", ["‘It is over,’"]),
        ("It's the mayor's plan, the workers' plan.", []),
        ("“We will go on", ["“We will go on"]),
        ('"We will go on', ['"We will go on']),
        ('He said "we will go on', []),
        ('A 6" pipe and a 4" pipe broke.', []),
        ("“We can't stop,” she said, “can’t we?”", ["“We can't stop,”", "“can’t we?”"]),
        ("no quotation at all", []),
        ("", []),
    ],
)
def test_quotations_are_found_with_their_marks(text, found):
    assert [text[s:e] for s, e in quoted(text, 0, len(text))] == found


def test_a_stray_mark_does_not_flip_the_next_paragraph():
    text = '"We go on, he said.\n"It is over," she said.'
    second = text.index("\n") + 1
    assert [text[s:e] for s, e in quoted(text, second, len(text))] == ['"It is over,"']
