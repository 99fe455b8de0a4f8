"""Names of the same person are the same, others are not."""

import pytest

from kgraph.evaluate import same_person


@pytest.mark.parametrize(
    ("name", "accepted"),
    [
        ("Petra Lund", ["Petra Lund"]),
        ("PETRA LUND", ["Petra Lund"]),
        ("Ms. Petra Lund", ["Petra Lund"]),
        ("Petra K. Lund", ["Petra Lund"]),
        ("José Núñez", ["Jose Nunez"]),
        ("the Kremlin", ["Kremlin"]),
        ("the council's", ["council"]),
        ("Prime Minister Ola Berg", ["Ola Berg"]),
        ("Lund", ["Petra Lund", "Lund"]),
        ("Jean-Luc Roy", ["Jean Luc Roy"]),
        ("The Pope", ["Pope"]),
    ],
)
def test_names_are_the_same_however_they_are_written(name, accepted):
    assert same_person(name, accepted)


@pytest.mark.parametrize(
    ("name", "accepted"),
    [
        ("", ["Petra Lund"]),
        ("Lund", ["Petra Lund"]),
        ("Petra Lund", ["Lund"]),
        ("Petra Lund", []),
        ("Petra Lund", [""]),
        ("…", ["…"]),
        ("Kremlin spokesman", ["Kremlin"]),
        ("Petra Lund Berg", ["Petra Berg"]),
    ],
)
def test_other_names_are_others(name, accepted):
    assert not same_person(name, accepted)
