"""Events are happenings with a time or an agent; mentions are joined on strong evidence only."""

import pytest

from kgraph.extract import events
from kgraph.extract.attribution import Attribution
from kgraph.model import Article, Paragraph
from tests.extract import marked

# ``e`` marks the mentions of the one event; then label, time, agent, participants and place.
CASES = [
    ("Putin announced a [e:ceasefire] from May 8 to May 11.", "ceasefire", "2025-05-08/2025-05-11", "Putin", [], ""),
    (
        "[s:Putin] [c:announced] [t:a [e:ceasefire]]. The [e:ceasefire] will last from May 8 until May 11.",
        "ceasefire", "2025-05-08/2025-05-11", "Putin", [], "",
    ),
    (
        "[s:Weber] [c:announced] [t:a [e:truce] on Monday]. The [e:truce] is scheduled to last from 00:00 between May 7 and May 8 until 00:00 between May 10 and May 11.",
        "truce", "2025-05-08/2025-05-11", "Weber", [], "",
    ),
    ("The [e:summit] will be held in Geneva on May 9.", "summit", "2025-05-09", "", [], "Geneva"),
    ("[e:Talks] between Serbia and Kosovo began on Sunday.", "talks", "2025-04-27", "", ["Kosovo", "Serbia"], ""),
    ("The [e:peace talks] in Oslo on May 6 drew a crowd.", "peace talks", "2025-05-06", "", [], "Oslo"),
    ("Russia's [e:invasion] of Ukraine shook the markets.", "invasion", None, "Russia", ["Ukraine"], ""),
    ("The presidential [e:election] is on May 18.", "presidential election", "2025-05-18", "", [], ""),
    ("A [e:strike] on Kharkiv on Friday broke windows.", "strike", "2025-04-25", "", [], "Kharkiv"),
    ("Rebels launched an [e:offensive] on Saturday.", "offensive", "2025-04-26", "Rebels", [], ""),
    ("Brussels imposed [e:sanctions] on May 1.", "sanctions", "2025-05-01", "Brussels", [], ""),
    ("The [e:parade] takes place on May 9 in Moscow.", "parade", "2025-05-09", "", [], "Moscow"),
    ("France and Germany signed a [e:treaty] in 1963.", "treaty", "1963", "France", ["Germany"], ""),
    ("A [e:hearing] is scheduled for May 20.", "hearing", "2025-05-20", "", [], ""),
    ("An [e:attack] by gunmen killed a guard.", "attack", None, "gunmen", [], ""),
    ("Next week's [e:referendum] worries her.", "referendum", "2025-05-05/2025-05-11", "", [], ""),
    ("Macron's [e:visit] to Kyiv is planned for May 10.", "visit", "2025-05-10", "Macron", [], ""),
    ("The [e:trial] of Anna Weber starts on June 3.", "trial", "2025-06-03", "", ["Anna Weber"], ""),
    ("The army held a [e:drill] near Riga last week.", "drill", "2025-04-21/2025-04-27", "army", [], "Riga"),
    ("The union called a [e:strike] for May 1.", "strike", "2025-05-01", "union", [], ""),
    ("A prisoner [e:exchange] took place on Thursday.", "prisoner exchange", "2025-04-24", "", [], ""),
    ("The [e:ceasefire] announced by Putin is short.", "ceasefire", None, "Putin", [], ""),
    ("Starmer [e:visited] Warsaw on Sunday.", "visit", "2025-04-27", "Starmer", [], "Warsaw"),
    ("Trump will [e:meet] Macron in Rome on May 12.", "meeting", "2025-05-12", "Trump", ["Macron"], "Rome"),
    ("Russia [e:invaded] Ukraine in 2022.", "invasion", "2022", "Russia", [], "Ukraine"),
    ("[s:The host] [c:said] [t:the [e:summit] would be held on May 9].", "summit", "2025-05-09", "", [], ""),
    ("Students plan a [e:march] on May 4. The [e:march] will end in Lyon.", "march", "2025-05-04", "Students", [], "Lyon"),
]  # fmt: skip

# Many countries and desks; written before the answers were looked at.
WORLD = [
    ("Kenya's parliament scheduled a [e:vote] for June 12.", "vote", "2025-06-12", "Kenya's parliament", [], ""),
    ("Voters in Chile go to the polls in a presidential [e:election] on November 16.", "presidential election", "2025-11-16", "", [], ""),
    ("Teachers in Lagos began a five-day [e:strike] on Monday.", "strike", "2025-04-28", "Teachers", [], ""),
    ("The two Koreas resumed [e:talks] in Panmunjom on Saturday.", "talks", "2025-04-26", "two Koreas", [], "Panmunjom"),
    ("India and Pakistan held [e:talks] in Dubai on Thursday.", "talks", "2025-04-24", "India", ["Pakistan"], "Dubai"),
    ("A [e:blast] in Karachi on Sunday wounded six people.", "blast", "2025-04-27", "", [], "Karachi"),
    ("The central bank will hold its next [e:meeting] on May 7.", "meeting", "2025-05-07", "central bank", [], ""),
    ("Nvidia and Arm signed an [e:agreement] on Friday.", "agreement", "2025-04-25", "Nvidia", ["Arm"], ""),
    ("An [e:earthquake] struck central Myanmar on March 28.", "earthquake", "2025-03-28", "", [], ""),
    ("The [e:conference] opens in Belém on November 10.", "conference", "2025-11-10", "", [], "Belém"),
    ("Brazil's [e:visit] to Wembley is set for June 3.", "visit", "2025-06-03", "Brazil", [], ""),
    ("Police in Nairobi [e:arrested] two editors on Friday.", "arrest", "2025-04-25", "Police", ["two editors"], ""),
    ("The minister [e:resigned] on Tuesday.", "resignation", "2025-04-22", "minister", [], ""),
    ("Sudan's army launched a [e:raid] on El Fasher on Wednesday.", "raid", "2025-04-23", "Sudan's army", [], "El Fasher"),
    ("Farmers staged a [e:protest] in Brussels last week.", "protest", "2025-04-21/2025-04-27", "Farmers", [], "Brussels"),
    ("Nurses will hold a [e:rally] outside parliament on May 12.", "rally", "2025-05-12", "Nurses", [], ""),
    ("The [e:funeral] of the singer took place in Havana on Saturday.", "funeral", "2025-04-26", "", ["the singer"], "Havana"),
    ("Rescuers began the [e:evacuation] of the valley on Sunday.", "evacuation", "2025-04-27", "Rescuers", [], ""),
    ("Indonesia will host the [e:tournament] in August 2026.", "tournament", "2026-08", "Indonesia", [], ""),
    ("The [e:final] will be played in Munich on May 31.", "final", "2025-05-31", "", [], "Munich"),
    ("NASA postponed the [e:launch] to May 15.", "launch", "2025-05-15", "NASA", [], ""),
    ("The merger [e:hearing] is due on May 21.", "merger hearing", "2025-05-21", "", [], ""),
    ("Ghana imposed a [e:lockdown] on April 1.", "lockdown", "2025-04-01", "Ghana", [], ""),
    ("The Taliban [e:attacked] a checkpoint near Kunduz on Thursday.", "attack", "2025-04-24", "Taliban", ["a checkpoint"], "Kunduz"),
    ("Israel's [e:airstrike] on Beirut on Sunday hit a house.", "airstrike", "2025-04-27", "Israel", [], "Beirut"),
    ("The [e:trial] of the former president resumes on May 5.", "trial", "2025-05-05", "", ["the former president"], ""),
    ("Bolivia and Chile signed a water [e:treaty] in La Paz on Friday.", "water treaty", "2025-04-25", "Bolivia", ["Chile"], "La Paz"),
    ("Modi will [e:travel] to Tokyo on May 14.", "trip", "2025-05-14", "Modi", [], "Tokyo"),
    ("The army [e:withdrew] from Goma on Friday.", "withdrawal", "2025-04-25", "army", [], "Goma"),
    ("A [e:wildfire] near Athens on Saturday forced hundreds out.", "wildfire", "2025-04-26", "", [], "Athens"),
    ("The [e:festival] runs in Cannes from May 13 to May 24.", "festival", "2025-05-13/2025-05-24", "", [], "Cannes"),
    ("Argentina held a [e:referendum] in 1984.", "referendum", "1984", "Argentina", [], ""),
    ("The EU and Mercosur will hold a [e:summit] in Montevideo in July.", "summit", "2025-07", "EU", ["Mercosur"], "Montevideo"),
    ("Colombia declared a [e:truce] with the rebels on Monday.", "truce", None, "Colombia", ["the rebels"], ""),
    ("Ethiopia's [e:offensive] against the militia began in August 2023.", "offensive", "2023-08", "Ethiopia", ["the militia"], ""),
    ("Xi [e:met] Lula in Beijing on Friday.", "meeting", "2025-04-25", "Xi", ["Lula"], "Beijing"),
    ("The [e:ceremony] in Oslo on December 10 is open to the public.", "ceremony", "2025-12-10", "", [], "Oslo"),
    ("The council called a [e:debate] for May 7.", "debate", "2025-05-07", "council", [], ""),
    ("Spain's [e:blackout] on Monday halted trains.", "blackout", "2025-04-28", "Spain", [], ""),
    ("The [e:crash] of the cargo plane near Almaty on Friday is being examined.", "crash", "2025-04-25", "", ["the cargo plane"], "Almaty"),
]  # fmt: skip

NONE = [
    "The election committee met reporters.",
    "No strike took place on Friday.",
    "The debate club has forty members.",
    "He likes the festival.",
    "Trade talks are difficult.",
    "The ceasefire is in danger.",
    "She wants a deal.",
    "There will be no election on May 4.",
    "The strike group left port on Monday.",
    "He said on Monday that talks had failed.",
    "They talked about sanctions.",
    "",
    "?",
]


def find(nlp, sentence, paragraphs=()):
    text, spans = marked.read(sentence)
    article = Article(key="k", text=text, published="2025-04-28", paragraphs=paragraphs)
    held = [marked.attribution(spans)] if "t" in spans else []
    return text, spans, events.find(nlp(text), article, held)


@pytest.mark.parametrize(
    ("sentence", "label", "when", "agent", "others", "place"),
    CASES + WORLD,
    ids=[c[0] for c in CASES + WORLD],
)
def test_the_event_in(nlp, sentence, label, when, agent, others, place):
    text, spans, found = find(nlp, sentence)
    assert [event.label for event in found] == [label]
    [event] = found
    assert [text[s:e].split()[-1] for s, e in event.spans] == [
        text[s:e].split()[-1] for s, e in spans["e"]
    ]
    assert (str(event.when) if event.when else None) == when
    assert (text[slice(*event.agent)] if event.agent else "").removeprefix("The ") == agent
    assert sorted(marked.quotes(text, event.participants)) == others
    assert event.place == place
    assert event.attribution == (0 if "t" in spans else None)


@pytest.mark.parametrize("sentence", NONE)
def test_no_event_in(nlp, sentence):
    assert find(nlp, sentence)[2] == []


def test_events_that_differ_are_not_joined(nlp):
    sentence = (
        "Putin announced a three-day ceasefire from May 8 to May 11. "
        "Kyiv supports a 30-day ceasefire. The strike on Lviv was on Friday. A strike on Sumy was on Sunday."
    )
    _, _, found = find(nlp, sentence)
    assert [event.label for event in found] == ["ceasefire", "ceasefire", "strike", "strike"]
    assert [str(event.when) for event in found] == [
        "2025-05-08/2025-05-11", "None", "2025-04-25", "2025-04-27",
    ]  # fmt: skip


def test_a_late_mention_does_not_take_up_an_event(nlp):
    filler = "The sun shone. The lake was calm. The shops were full. "
    _, _, found = find(
        nlp,
        f"Weber announced a truce. {filler}The truce of 1994 lasted from May 8 to May 11, 1994.",
    )
    assert len(found) == 2


def test_only_text_blocks_hold_events(nlp):
    text = "The summit is on May 9. The parade is on May 10."
    blocks = (
        Paragraph(start=0, end=23, kind="caption"),
        Paragraph(start=24, end=len(text)),
    )
    assert [event.label for event in find(nlp, text, blocks)[2]] == ["parade"]


def test_the_innermost_statement_holds_the_event(nlp):
    text = "Reuters said Weber said the summit is on May 9."
    article = Article(key="k", text=text, published="2025-04-28")
    outer = Attribution(source=((0, 7),), cue=((8, 12),), content=((13, len(text) - 1),))
    inner = Attribution(source=((13, 18),), cue=((19, 23),), content=((24, len(text) - 1),))
    [event] = events.find(nlp(text), article, [outer, inner])
    assert event.attribution == 1
