"""A small annotated corpus in words of our own, and a run over it with one fault of each kind."""

import json

MILL = (
    "Mill to close\n\n"
    "The mill will close in May, owner Petra Lund said. “We have no orders,” she told the council.\n\n"
    "Councillor Ali Haddad wants a buyer. Nobody knows whether one exists, according to the union.\n\n"
    "It was reported that two firms had called."
)
TRAM = (
    "The tram “is safe again,” engineer Bo Strand wrote on Friday. Riders fear new delays. "
    "Mayor Inez Roca rejected the plan and promised cheaper tickets."
)


def spans(text, *words):
    return [[text.index(w), text.index(w) + len(w)] for w in words]


def attribution(text, source, cue, content, **more):
    """Each role is words of the text, or a list of several, or ""."""
    roles = {"source": source, "cue": cue, "content": content}
    made = {
        role: spans(text, *([words] if isinstance(words, str) else words)) if words else []
        for role, words in roles.items()
    }
    return {**made, **more}


MILL_GOLD = [
    attribution(
        MILL, "owner Petra Lund", "said", "The mill will close in May", speaker="Petra Lund"
    ),
    attribution(MILL, "she", "told", "“We have no orders,”", speaker=["Petra Lund", "Lund"]),
    attribution(
        MILL, "Councillor Ali Haddad", "wants", "a buyer. Nobody"[:7], speaker="Ali Haddad"
    ),
    attribution(MILL, "the union", "according to", "Nobody knows whether one exists"),
    attribution(MILL, "", "was reported", "that two firms had called"),
]
TRAM_GOLD = [
    attribution(TRAM, "engineer Bo Strand", "wrote", "The tram “is safe again,”"),
    attribution(TRAM, "Riders", "fear", "new delays"),
    attribution(TRAM, "Mayor Inez Roca", "rejected", "the plan"),
    attribution(TRAM, "Mayor Inez Roca", "promised", "cheaper tickets"),
]

MILL_FOUND = [
    attribution(
        MILL,
        "owner Petra Lund",
        "said",
        "The mill will close in May",
        speaker="Ms Petra Lund",
        confidence=0.95,
    ),
    attribution(
        MILL, "she", "told the council", "“We have no orders,”", speaker="the mill", confidence=0.9
    ),
    attribution(MILL, "Nobody", "knows", "whether one exists", speaker="", confidence=0.45),
    attribution(
        MILL, "", "according to", "Nobody knows whether one exists", speaker="", confidence=0.75
    ),
]
TRAM_FOUND = [
    attribution(TRAM, "engineer Bo Strand", "wrote", "The tram “is safe again,”", confidence=0.85),
    attribution(
        TRAM, "Roca", "promised", "rejected the plan and promised cheaper tickets", confidence=0.55
    ),
    attribution(TRAM, "Riders", "Riders", "new delays", confidence=0.35, parent="someone"),
]

CORPUS = [
    {"id": "mill", "title": "Mill to close", "text": MILL, "attributions": MILL_GOLD},
    {"id": "tram", "text": TRAM, "attributions": TRAM_GOLD},
]
RUN = [{"id": "mill", "statements": MILL_FOUND}, {"id": "tram", "statements": TRAM_FOUND}]


def write(path, rows):
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path
