"""The language that is noted."""

import pytest

from kgraph.ingest.language import noted

ENGLISH = (
    "The ferry will sail again on Friday, the harbour master said, after the crews had accepted "
    "the new pay offer that the owners made in the night. Nobody on the island had expected it. "
    "The mayor thanked both sides and promised that the port would be dredged before the winter."
)
GERMAN = (
    "Die Fähre wird am Freitag wieder auslaufen, sagte der Hafenmeister, nachdem die Besatzungen "
    "das neue Angebot der Eigentümer angenommen hatten. Niemand auf der Insel hatte damit "
    "gerechnet. Der Bürgermeister dankte beiden Seiten und versprach, den Hafen auszubaggern."
)
RUSSIAN = "Паром снова выйдет в море в пятницу, сообщил начальник порта. Экипажи согласились."


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (ENGLISH, "", "en"),
        (ENGLISH, "en-GB", "en"),
        (ENGLISH, "de", "en"),
        (ENGLISH.upper(), "", "en"),
        (GERMAN, "", "de"),
        (GERMAN, "en", "de"),
        (RUSSIAN, "", "ru"),
        (RUSSIAN, "en", "ru"),
        ("The ferry sails.", "", ""),
        ("The ferry sails.", "en_US", "en"),
        ("Паром.", "", ""),
        ("", "EN", "en"),
        ("12 345", "und", ""),
        (ENGLISH, "what?!", "en"),
    ],
)
def test_the_language_is_detected_in_long_texts_and_else_as_declared(text, declared, expected):
    assert noted(text, declared) == expected
